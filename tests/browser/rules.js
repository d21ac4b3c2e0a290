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
    const front = colour(getComputedStyle(element).color);
    const [a, b] = [light(front), light(behind(element))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const words = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode())
    if (walk.currentNode.data.trim()) words.push(walk.currentNode);
  const texts = new Set(words.map((node) => node.parentElement));
  const named = (element) =>
    (element.getAttribute("aria-label") || element.textContent || [...(element.labels ?? [])].map((l) => l.textContent).join(" ")).trim();

  const wrong = [];
  for (const element of texts)
    if (!["SCRIPT", "STYLE", "NOSCRIPT", "TITLE"].includes(element.tagName) && seen(element) && contrast(element) < 4.5)
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
  // In the picture nothing lies on anything else; text is seen as far as the elements around it do not cut it.
  const cutBy = (box, other) => ({
    left: Math.max(box.left, other.left), right: Math.min(box.right, other.right),
    top: Math.max(box.top, other.top), bottom: Math.min(box.bottom, other.bottom),
  });
  const drawn = (box, element) => {
    if (element.tagName === "TABLE") return cutBy(box, box);
    const within = drawn(box, element.parentElement);
    return getComputedStyle(element).overflow === "visible" ? within : cutBy(within, element.getBoundingClientRect());
  };
  const boxes = (node) => {
    const range = document.createRange();
    range.selectNode(node);
    return [...range.getClientRects()].map((box) => ({ node, ...drawn(box, node.parentElement) }));
  };
  const inPicture = words.filter((node) => node.parentElement.closest("#lanes"));
  const things = [...document.querySelectorAll("#lanes .dot"), ...inPicture].flatMap(boxes)
    .filter((box) => box.left + 1 < box.right && box.top + 1 < box.bottom)
    .sort((a, b) => a.top - b.top);
  const told = ({ node }) => (node.data ?? node.outerHTML).slice(0, 60);
  things.forEach((box, at) => {
    for (let next = at + 1; next < things.length && things[next].top < box.bottom - 1; next++) {
      const other = things[next];
      if (box.node !== other.node && box.left < other.right - 1 && other.left < box.right - 1)
        wrong.push(`in the picture: ${told(box)} lies on ${told(other)}`);
    }
  });
  const cut = (element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
  // What the picture cuts can be read whole.
  for (const element of document.querySelectorAll("#lanes :not(.unseen)"))
    if (getComputedStyle(element).overflow === "hidden" && cut(element) && !element.closest("[title]")?.title.includes(element.textContent))
      wrong.push(`cut: ${element.outerHTML.slice(0, 120)}`);
  // What scrolls can be scrolled with the keys.
  for (const element of document.querySelectorAll("body *"))
    if (/auto|scroll/.test(getComputedStyle(element).overflow) && seen(element) && cut(element) && element.tabIndex < 0 && element.tagName !== "DIALOG")
      wrong.push(`scrolls, and no key reaches it: ${element.outerHTML.slice(0, 120)}`);
  // Sides are told by shapes as well as by colours: round, diamond, square.
  const corners = (dot) => [getComputedStyle(dot).borderRadius, getComputedStyle(dot).transform].join(" ");
  const looks = ["a", "b", "none"].map((side) => new Set([...document.querySelectorAll(`.dot.${side}`)].map(corners)));
  if (looks.some((look) => look.size > 1) || new Set(looks.flatMap((look) => [...look])).size !== looks.filter((look) => look.size).length)
    wrong.push("sides differ by colour alone");
  // Quotations say their language, where it is not the page's.
  for (const quoted of document.querySelectorAll("blockquote")) {
    const place = document.getElementById(quoted.querySelector("a").getAttribute("href").slice(1));
    if ((quoted.lang || "en") !== (place.closest("[lang]").lang || "en")) wrong.push(`not in its language: ${quoted.textContent.slice(0, 60)}`);
  }
  for (const mark of document.querySelectorAll("mark"))
    if (seen(mark) && getComputedStyle(mark).display !== "inline") wrong.push(`a mark breaks its sentence: ${mark.textContent}`);
  if (document.scripts.length !== 2) wrong.push(`${document.scripts.length} scripts`);
  if (typeof window.ran !== "undefined") wrong.push("something of the input ran");
  return wrong.slice(0, 12);
})()
