// What holds for every page: asked of the page in a browser, answered with the places where it does not hold.
(() => {
  const seen = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const colour = (text) => {
    const parts = text.match(/[\d.]+/g)?.map(Number);
    return parts ? { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 } : null;
  };
  const light = ({ rgb }) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let around = element; around; around = around.parentElement) {
      const found = colour(getComputedStyle(around).backgroundColor);
      if (found && found.alpha === 1) return found;
      if (around.tagName === "DIALOG") break;
    }
    return colour(getComputedStyle(document.body).backgroundColor);
  };
  const contrast = (element) => {
    const style = getComputedStyle(element);
    const front = colour(element.namespaceURI.endsWith("svg") ? style.fill : style.color);
    const [a, b] = [light(front), light(behind(element))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const texts = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode())
    if (walk.currentNode.data.trim()) texts.add(walk.currentNode.parentElement);
  const named = (element) =>
    (element.getAttribute("aria-label") || element.textContent || [...(element.labels ?? [])].map((l) => l.textContent).join(" ")).trim();

  const wrong = [];
  for (const element of texts)
    if (!["SCRIPT", "STYLE", "NOSCRIPT", "TITLE", "title"].includes(element.tagName) && seen(element) && contrast(element) < 4.5)
      wrong.push(`contrast ${contrast(element).toFixed(2)}: ${element.tagName}.${element.getAttribute("class")} ${element.textContent.slice(0, 40)}`);
  for (const element of document.querySelectorAll("a, button, select, input, summary, [tabindex='0']"))
    if (!named(element) && !element.getAttribute("aria-labelledby")) wrong.push(`no name: ${element.outerHTML.slice(0, 120)}`);
  for (const label of document.querySelectorAll("[aria-labelledby]"))
    if (!document.getElementById(label.getAttribute("aria-labelledby"))) wrong.push(`no label: ${label.outerHTML.slice(0, 120)}`);
  for (const link of document.querySelectorAll("a")) {
    const to = link.getAttribute("href");
    if (!to.startsWith("#") && !/^https?:/i.test(to)) wrong.push(`a link to ${to}`);
    if (to.startsWith("#") && !document.getElementById(decodeURIComponent(to.slice(1)))) wrong.push(`a link to nowhere: ${to}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length) wrong.push(`ids used twice: ${twice.slice(0, 5)}`);
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`wider than the window: ${document.documentElement.scrollWidth}`);
  for (const foreign of document.querySelectorAll("img, iframe, object, embed, link, base, audio, video, math"))
    wrong.push(`foreign element: ${foreign.outerHTML.slice(0, 120)}`);
  // In the picture nothing lies on anything else; slanted names take less room than the boxes around them.
  const things = [...document.querySelectorAll("svg text:not(.slant), svg .sign")].map((element) => [element, element.getBoundingClientRect()]);
  const apart = (a, b) => a.right - 1 <= b.left || b.right - 1 <= a.left || a.bottom - 1 <= b.top || b.bottom - 1 <= a.top;
  things.forEach(([element, box], at) => {
    const over = things.slice(at + 1).find(([, other]) => !apart(box, other));
    if (over && box.width) wrong.push(`in the picture: ${element.textContent || element.outerHTML} lies on ${over[0].textContent || over[0].outerHTML}`);
  });
  // What scrolls can be scrolled with the keys.
  const cut = (element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
  for (const element of document.querySelectorAll("body *"))
    if (/auto|scroll/.test(getComputedStyle(element).overflow) && seen(element) && cut(element) && element.tabIndex < 0 && element.tagName !== "DIALOG")
      wrong.push(`scrolls, and no key reaches it: ${element.outerHTML.slice(0, 120)}`);
  // Sides are told by shapes as well as by colours: round, diamond, square.
  const shapes = new Map([["a", "circle"], ["b", "path"], ["none", "rect"]]);
  for (const sign of document.querySelectorAll("svg .sign"))
    for (const [side, shape] of shapes)
      if (sign.classList.contains(side) && sign.tagName !== shape) wrong.push(`a sign of side ${side} is a ${sign.tagName}`);
  const corners = (dot) => [getComputedStyle(dot).borderRadius, getComputedStyle(dot).transform].join(" ");
  const looks = ["a", "b", "none"].map((side) => new Set([...document.querySelectorAll(`.dot.${side}`)].map(corners)));
  if (looks.some((look) => look.size > 1) || new Set(looks.flatMap((look) => [...look])).size !== looks.filter((look) => look.size).length)
    wrong.push("sides of the table differ by colour alone");
  // Quotations say their language, where it is not the page's.
  for (const quoted of document.querySelectorAll("blockquote")) {
    const place = document.getElementById(quoted.querySelector("a").getAttribute("href").slice(1));
    if ((quoted.lang || "en") !== (place.closest("[lang]").lang || "en")) wrong.push(`not in its language: ${quoted.textContent.slice(0, 60)}`);
  }
  if (document.scripts.length !== 2) wrong.push(`${document.scripts.length} scripts`);
  if (typeof window.ran !== "undefined") wrong.push("something of the input ran");
  return wrong.slice(0, 12);
})()
