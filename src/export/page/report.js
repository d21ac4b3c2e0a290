"use strict";
// The page is complete without this. It adds filters, and the view of one claim with its wordings side by side.
// Text of the input is only ever set as text.
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  for (const [at, [outlet, document, kind, sources]] of Object.entries(data.mentions))
    data.mentions[at] = { outlet, document, kind, sources };
  const rows = [...document.querySelectorAll("#matrix tr[id]")];
  const lanes = [...document.querySelectorAll("#lanes tbody tr")];
  const one = byId("one");

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const own = (text, language) => make("bdi", language ? { lang: language } : {}, text);
  const joined = (parts, sign) => parts.flatMap((part, at) => (at ? [sign, part] : [part]));
  const outlets = (list) => joined(list.map((outlet) => own(data.outlets[outlet])), ", ");

  const wordingOf = (mention) => byId("M" + (mention + 1)).textContent;
  // Its document's language, for screen readers.
  const languageOf = (mention) => byId("M" + (mention + 1)).closest("[lang]").lang;
  const claimNumber = (id) => (/^C[1-9]\d*$/.test(id) ? Number(id.slice(1)) - 1 : -1);

  // Words of a text with their places; punctuation is not compared.
  const wordsOf = (text) =>
    [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      key: found[0].toLowerCase(),
    }));

  // Which words stand in a longest common subsequence; null where the texts are too long for the table of cells.
  const MOST_CELLS = 6e6;
  const common = (a, b) => {
    let start = 0;
    while (start < a.length && start < b.length && a[start].key === b[start].key) start++;
    let endA = a.length, endB = b.length;
    while (endA > start && endB > start && a[endA - 1].key === b[endB - 1].key) endA--, endB--;
    const [n, m] = [endA - start, endB - start];
    if ((n + 1) * (m + 1) > MOST_CELLS) return null;
    const width = m + 1;
    const longest = new Uint16Array((n + 1) * width);
    for (let i = n - 1; i >= 0; i--)
      for (let j = m - 1; j >= 0; j--)
        longest[i * width + j] =
          a[start + i].key === b[start + j].key
            ? longest[(i + 1) * width + j + 1] + 1
            : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    const inA = a.map((_, at) => at < start || at >= endA);
    const inB = b.map((_, at) => at < start || at >= endB);
    for (let i = 0, j = 0; i < n && j < m; ) {
      if (a[start + i].key === b[start + j].key) inA[start + i++] = inB[start + j++] = true;
      else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) i++;
      else j++;
    }
    return [inA, inB];
  };

  // Neighbouring words that only this side has, as one range.
  const ranges = (words, same) => {
    const found = [];
    words.forEach((word, at) => {
      if (same[at]) return;
      if (at > 0 && !same[at - 1]) found[found.length - 1].end = word.end;
      else found.push({ start: word.start, end: word.end });
    });
    return found;
  };

  const readingsIn = (claim, mention) =>
    claim.divergences
      .flatMap((at) => [...data.divergences[at].a.places, ...data.divergences[at].b.places])
      .filter(([place]) => place === mention)
      .map(([, start, end]) => ({ start, end }));

  const marked = (claim, mention, words) => {
    const text = wordingOf(mention);
    const readings = readingsIn(claim, mention);
    const cuts = new Set([0, text.length]);
    for (const { start, end } of [...words, ...readings]) cuts.add(start).add(end);
    const at = [...cuts].sort((x, y) => x - y);
    const covers = (list, from) => list.some(({ start, end }) => start <= from && from < end);
    const paragraph = make("p", { class: "wording", dir: "auto", lang: languageOf(mention) });
    for (let i = 0; i + 1 < at.length; i++) {
      const piece = text.slice(at[i], at[i + 1]);
      const names = [covers(words, at[i]) && "word", covers(readings, at[i]) && "reading"].filter(Boolean);
      paragraph.append(names.length ? make("mark", { class: names.join(" ") }, piece) : piece);
    }
    return paragraph;
  };

  // Which outlet, when, citing whom, of which origin.
  const attribution = (claim, mention) => {
    const said = data.mentions[mention];
    const parts = [make("b", {}, own(data.outlets[said.outlet])), said.kind];
    if (data.published[said.document]) parts.push(own(data.published[said.document]));
    if (said.sources) parts.push(make("span", {}, "source: ", ...joined(said.sources.map(own), " › ")));
    const origin = claim.origins?.find((o) => o.outlets.includes(said.outlet));
    if (origin) parts.push(make("span", {}, "origin " + origin.id, ...(origin.name ? [" ", own(origin.name)] : [])));
    parts.push(make("a", { href: "#M" + (mention + 1) }, "show in document"));
    return make("p", { class: "who" }, ...joined(parts, " · "));
  };

  // Mentions with the same words are shown together.
  const grouped = (claim) => {
    const groups = new Map();
    for (const mention of claim.mentions) {
      const key = wordsOf(wordingOf(mention)).map((word) => word.key).join(" ");
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(mention);
    }
    return [...groups.values()];
  };

  const pair = (claim, base, group) => {
    const [left, right] = [wordingOf(base), wordingOf(group[0])];
    const [a, b] = [wordsOf(left), wordsOf(right)];
    const same = common(a, b);
    const [onlyA, onlyB] = same ? [ranges(a, same[0]), ranges(b, same[1])] : [[], []];
    const listed = (text, list) => list.map(({ start, end }) => text.slice(start, end)).join("; ") || "nothing";
    const summary = same
      ? make("p", { class: "unseen whole" }, "Only in the first: ", own(listed(left, onlyA), languageOf(base)),
          ". Only in the second: ", own(listed(right, onlyB), languageOf(group[0])), ".")
      : make("p", { class: "who whole" }, "These texts are too long to compare word by word.");
    return make("div", { class: "pair", "data-mentions": group.join(" ") },
      make("div", {}, marked(claim, base, onlyA),
        make("p", { class: "who" }, make("b", {}, own(data.outlets[data.mentions[base].outlet])))),
      make("div", {}, marked(claim, group[0], onlyB),
        ...group.map((mention) => attribution(claim, mention))),
      summary);
  };

  const wordings = (claim, base) => {
    const groups = grouped(claim);
    const alike = groups.find((group) => group.includes(base));
    // Those that give another reading come first.
    const readers = (camp) => camp.places.map(([mention]) => mention);
    const rivals = new Set(claim.divergences.flatMap((at) => {
      const [a, b] = [readers(data.divergences[at].a), readers(data.divergences[at].b)];
      return [...(a.includes(base) ? b : []), ...(b.includes(base) ? a : [])];
    }));
    const agrees = (group) => Number(!group.some((mention) => rivals.has(mention)));
    const others = groups.filter((group) => group !== alike).sort((x, y) => agrees(x) - agrees(y));
    const all = make("div", { id: "wordings" });
    if (alike.length > 1 || !others.length)
      all.append(make("div", { class: "pair", "data-mentions": alike.join(" ") },
        make("div", { class: "whole" },
          ...(alike.length > 1 ? [make("p", { class: "head" }, "In the same words:")] : []),
          marked(claim, base, []),
          ...alike.map((mention) => attribution(claim, mention)))));
    all.append(...others.map((group) => pair(claim, base, group)));
    return all;
  };

  const chooser = (claim, base) => {
    const select = make("select", { id: "base" });
    for (const mention of claim.mentions) {
      const said = data.mentions[mention];
      select.append(make("option", { value: mention }, data.outlets[said.outlet] + ", M" + (mention + 1)));
    }
    select.value = base;
    select.addEventListener("change", () => byId("wordings").replaceWith(wordings(claim, Number(select.value))));
    return make("label", { for: "base", class: "who" }, "Compare with ", select);
  };

  const divergence = (at) => {
    const found = data.divergences[at];
    const about = found.about ? [" (", own(found.about), ")"] : [];
    const camp = ({ value, outlets: who }) => make("li", {}, make("b", {}, own(value)), " ",
      make("span", { class: "who" }, ...outlets(who)));
    const id = "D" + (at + 1);
    return make("li", {}, byId(id) ? make("a", { href: "#" + id }, id) : id, " ",
      make("b", { class: "divergent" }, found.kind + " differs"), ...about,
      make("ul", {}, camp(found.a), camp(found.b)));
  };

  const origin = (found) => {
    const place = (mention) => make("a", { href: "#M" + (mention + 1) }, data.outlets[data.mentions[mention].outlet]);
    const ties = found.ties.map((tie) => make("li", {}, own(tie.why), " (" + tie.certainty + ")",
      ...(tie.places.length ? [" · see ", ...joined(tie.places.map(place), ", ")] : [])));
    if (found.more) ties.push(make("li", {}, found.more + " more" + (data.all_ties ? " in " + data.all_ties : "")));
    return make("li", {}, found.id + " ", ...(found.name ? [make("b", {}, own(found.name)), ": "] : []),
      ...outlets(found.outlets), make("span", { class: "who" }, " (" + [...found.layers, found.certainty].join(", ") + ")"),
      ...(ties.length ? [make("ul", { class: "who" }, ...ties)] : []));
  };

  let shown = -1;
  // The link that opened the view: browsers forget it when the address changes.
  let opener = null;
  const show = (number, outlet) => {
    const claim = data.claims[number];
    const row = byId("C" + (number + 1));
    if (!claim || !row) return false;
    shown = number;
    rows.forEach((other) => other.classList.toggle("now", other === row));
    const status = row.className.split(" ")[0];
    const behind = row.querySelector(".who") ? " · " + row.querySelector(".who").textContent : "";
    byId("one-name").textContent = "C" + (number + 1) + " · " + status + behind;
    const body = byId("one-body");
    const told = row.querySelector(".claim");
    body.replaceChildren(make("p", { dir: "auto", lang: told.lang || "en" }, told.textContent));
    if (claim.divergences.length)
      body.append(make("h3", {}, "Where they differ"), make("ul", {}, ...claim.divergences.map(divergence)));
    body.append(make("h3", {}, claim.mentions.length > 1 ? "Wordings side by side" : "The wording"));
    if (claim.mentions.length > 1) body.append(chooser(claim, claim.base));
    body.append(wordings(claim, claim.base));
    if (claim.origins)
      body.append(make("h3", {}, "Origins: independent sources"), make("ul", {}, ...claim.origins.map(origin)));
    const link = claim.weakest === undefined ? [] : [" · lowest match score in this claim: " + claim.weakest.toFixed(2)];
    body.append(make("p", { class: "who" }, make("a", { href: "#C" + (number + 1) }, "Link to this claim"), ...link));
    if (!one.open) one.showModal();
    one.scrollTop = 0;
    byId("one-name").focus();
    if (outlet !== undefined) point(outlet);
    return true;
  };

  // The wording of the outlet whose cell was chosen.
  const point = (mention) => {
    const place = [...one.querySelectorAll(".pair")].find((pair) =>
      pair.dataset.mentions.split(" ").includes(String(mention)));
    if (!place) return;
    place.classList.add("now");
    place.scrollIntoView({ block: "center", behavior: "instant" });
  };

  const unfold = (element) => {
    for (let around = element; around; around = around.parentElement)
      if (around.tagName === "DETAILS") around.open = true;
  };

  // The view closes because the address has changed; the event comes later and must not change the address again.
  let followed = false;
  // #C12 opens a claim; #M7, #D3 and documents are places on the page; a document's own id works, too.
  const follow = (hash) => {
    let id = hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* as it stands */ }
    if (claimNumber(id) >= 0 && show(claimNumber(id))) return;
    const place = byId(id) || byId("doc-" + id);
    // Back to an address without a place closes the claim as well.
    if (one.open) {
      followed = true;
      one.close();
    }
    if (!place && claimNumber(id) >= 0) byId("count").textContent = id + " is not on this page";
    if (!place || !id) return;
    unfold(place);
    document.querySelectorAll(".m.now").forEach((other) => other.classList.remove("now"));
    if (place.classList.contains("m")) place.classList.add("now");
    if (!place.matches("a, button, input, select, summary")) place.setAttribute("tabindex", "-1");
    place.scrollIntoView({ block: place.classList.contains("m") ? "center" : "start", behavior: "instant" });
    place.focus({ preventScroll: true });
  };
  // Where an address cannot be rewritten (a preview inside another page), the page works all the same.
  const rewrite = (how, address) => {
    try { history[how](null, "", address); } catch { /* it stays as it is */ }
  };
  const go = (hash) => {
    if (location.hash !== hash) location.hash = hash;
    else follow(hash);
  };

  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // A click on a claim's row counts as one on its link.
    const link = event.target.closest("a[href^='#']")
      || event.target.closest("#matrix th[scope=row], #lanes tbody tr")?.querySelector("a");
    const cell = link && link.closest("#matrix td");
    if (link && !one.contains(link)) opener = link;
    if (cell) {
      event.preventDefault();
      const row = cell.parentElement;
      rewrite("pushState", "#" + row.id);
      show(claimNumber(row.id), Number(link.getAttribute("href").slice(2)) - 1);
    } else if (link) {
      event.preventDefault();
      go(link.getAttribute("href"));
    } else {
      const mention = event.target.closest(".m");
      if (mention && String(getSelection()) === "" && mention.nextElementSibling?.matches(".ref"))
        go(mention.nextElementSibling.getAttribute("href"));
    }
  });
  window.addEventListener("hashchange", () => follow(location.hash));
  one.addEventListener("close", () => {
    if (followed || claimNumber(location.hash.slice(1)) < 0) {
      followed = false;
      return;
    }
    rewrite("pushState", location.pathname + location.search);
    const row = byId("C" + (shown + 1));
    (opener || (row.hidden ? byId("f-outlet") : row.querySelector("a"))).focus();
    opener = null;
  });

  const step = (by) => {
    const open = rows.filter((row) => !row.hidden);
    const at = open.findIndex((row) => row.id === "C" + (shown + 1));
    const next = open[(at + by + open.length) % open.length];
    if (next) go("#" + next.id);
  };
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("close").addEventListener("click", () => one.close());
  one.addEventListener("click", (event) => { if (event.target === one) one.close(); });

  // Filters: the text to search in a claim is built when it is first needed.
  const filters = byId("filters");
  const searched = new Map();
  const textOf = (number) => {
    if (!searched.has(number)) {
      const wordings = data.claims[number].mentions.map(wordingOf);
      searched.set(number, ["c" + (number + 1), ...wordings].join("\n").toLowerCase());
    }
    return searched.get(number);
  };
  const CONTROLS = { outlet: "f-outlet", status: "f-status", differs: "f-kind", text: "f-text" };
  const matches = (number, status) => {
    const claim = data.claims[number];
    const [outlet, wanted, kind, text] = Object.values(CONTROLS).map((id) => byId(id).value.trim());
    return (!wanted || status === wanted)
      && (!outlet || claim.mentions.some((mention) => data.mentions[mention].outlet === Number(outlet)))
      && (!kind || claim.divergences.some((at) => data.divergences[at].kind === kind))
      && (!text || textOf(number).includes(text.toLowerCase()));
  };

  const filter = () => {
    const kept = new Set();
    for (const row of rows) {
      const number = claimNumber(row.id);
      row.hidden = !matches(number, row.className.split(" ")[0]);
      if (!row.hidden) kept.add(row.id);
    }
    for (const body of document.querySelectorAll("#matrix tbody"))
      body.hidden = body.querySelector("tr[id]") && !body.querySelector("tr[id]:not([hidden])");
    for (const lane of lanes) lane.hidden = !kept.has(lane.dataset.claim);
    byId("count").textContent = kept.size + " of " + rows.length + " claims " + (document.querySelector(".cut") ? "on this page " : "") + "shown";
  };

  // The address holds what is filtered, by outlet's name, so that a link to it shows the same.
  const remember = () => {
    const asked = new URLSearchParams();
    for (const [name, id] of Object.entries(CONTROLS)) {
      const control = byId(id);
      const value = id === "f-outlet" && control.value ? data.outlets[control.value] : control.value.trim();
      if (value) asked.set(name, value);
    }
    const search = String(asked);
    rewrite("replaceState", location.pathname + (search && "?" + search) + location.hash);
    recalled = location.search;
  };
  let recalled = null;
  const recall = () => {
    if (recalled === location.search) return;
    recalled = location.search;
    const asked = new URLSearchParams(recalled);
    for (const [name, id] of Object.entries(CONTROLS)) {
      const control = byId(id);
      const value = asked.get(name) ?? "";
      control.value = value && id === "f-outlet" ? String(data.outlets.indexOf(value)) : value;
      // A value that this page does not have filters nothing.
      if (control.selectedIndex === -1) control.value = "";
    }
    filter();
  };
  const refilter = () => { filter(); remember(); };
  filters.hidden = false;
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("input", refilter);
  filters.addEventListener("reset", () => setTimeout(refilter));
  window.addEventListener("popstate", recall);
  recall();

  // Paper cannot be unfolded.
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => (one.open = true)));

  if (location.hash) follow(location.hash);
})();
