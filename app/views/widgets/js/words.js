// Draws an answer from plain data. Text is set as text, never as markup.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".bp-answer");
  if (!root) return;

  // a button that opens a source; its full name is for those who cannot see the preview
  const opener = (name, text, where, label) => {
    const button = made("button", text, where, "bp-cite");
    button.type = "button";
    button.dataset.opens = name;
    button.setAttribute("aria-label", label);
    return button;
  };
  const numbered = (number, where) => opener(String(number), String(number), where,
    "Source " + number + ": " + data.cards[number].paper);

  const block = (one, where, first) => {
    if (one.heading) { made("h2", one.heading, where, "bp-part"); return; }
    const box = made(one.quote ? "blockquote" : "p", "", where, first ? "bp-head" : "");
    const line = one.quote ? made("p", "", box) : box;
    if (one.quote) line.append("\u201c");
    if (one.lead) made("strong", one.lead, line);
    for (const piece of one.pieces)
      if (typeof piece === "number") numbered(piece, line); else line.append(piece);
    if (one.quote) line.append("\u201d");
    if (one.quote) for (const number of one.numbers) { line.append(" "); numbered(number, line); }
  };

  // the parts of a document, each with its first rows; the rest of them unfolds
  const parts = (words) => {
    let part = words, count = 0, fold;
    data.blocks.forEach((one) => {
      if (one.heading) { part = made("section", "", words); count = 0; fold = null; }
      else if (++count > data.rows) {
        fold ||= folded(part);
        fold.summary.textContent = "Show " + (count - data.rows) + " more";
      }
      block(one, one.heading || count <= data.rows ? part : fold.details, false);
    });
  };
  const folded = (part) => {
    const details = made("details", "", part, "bp-fold");
    return { details, summary: made("summary", "", details) };
  };

  const content = JSON.stringify([data.blocks, data.shown, data.cards, data.sources, data.further]);
  if (root.dataset.content !== content) {
    root.dataset.content = content;
    root.replaceChildren();
    const words = made("div", "", root, "bp-words");
    words.tabIndex = -1;
    if (data.rows) parts(words);
    else data.blocks.slice(0, data.shown).forEach((one, n) => block(one, words, n === 0 && !one.quote && !one.lead));
    const rest = data.blocks.slice(data.shown);
    if (rest.length) {
      const fold = made("details", "", words, "bp-fold");
      const count = rest.filter((one) => one.quote).length;
      made("summary", "Show " + count + " more quotes", fold);
      rest.forEach((one) => block(one, fold, false));
    }
    if (data.sources.length) {
      made("h2", "Sources", root, "bp-sources-title");
      const list = made("ul", "", root, "bp-sources");
      for (const source of data.sources) {
        const item = made("li", source.paper, list);
        source.pages.forEach((page, n) => {
          item.append(page.page ? (n ? "; " : " \u2013 ") + page.page + ": " : ": ");
          page.numbers.forEach((number) => { numbered(number, item); item.append(" "); });
        });
      }
    }
    for (const more of data.further) {
      const fold = made("details", "", root, "bp-fold");
      fold.open = !more.folded;
      made("summary", more.title, fold);
      for (const passage of more.passages) {
        const box = made("blockquote", "", fold);
        made("p", passage.quote, box);
        opener(passage.name, passage.paper, box, "Show the page: " + passage.paper).classList.add("bp-cite-long");
      }
    }
    preview();
  }

  for (const button of root.querySelectorAll("button[data-opens]")) {
    button.setAttribute("aria-pressed", String(button.dataset.opens === data.selected));
    button.onclick = () => {
      stay(button);
      setTriggerValue("opened", button.dataset.opens);
    };
  }

  // The preview of a source: on hover and on focus, away with Escape, and it may be pointed at itself.
  function preview() {
    const card = made("div", "", root, "bp-card");
    card.id = "bp-card-" + Math.random().toString(36).slice(2);
    card.setAttribute("role", "tooltip");
    card.hidden = true;
    let timer = 0;
    const hide = () => { card.hidden = true; };
    const later = () => { clearTimeout(timer); timer = setTimeout(hide, 250); };
    const show = (button) => {
      const one = data.cards[button.dataset.opens];
      if (!one || button.getAttribute("aria-pressed") === "true") return;
      clearTimeout(timer);
      card.replaceChildren();
      made("strong", one.paper, card);
      made("span", one.place, card);
      made("q", one.quote, card);
      button.setAttribute("aria-describedby", card.id);
      card.hidden = false;
      const at = button.getBoundingClientRect(), size = card.getBoundingClientRect();
      const below = at.bottom + 6 + size.height < innerHeight;
      card.style.top = Math.max(4, below ? at.bottom + 6 : at.top - 6 - size.height) + "px";
      card.style.left = Math.max(4, Math.min(at.left, innerWidth - size.width - 12)) + "px";
    };
    const cited = (event) => event.target.closest?.("button[data-opens]");
    root.addEventListener("mouseover", (event) => {
      if (cited(event)) show(cited(event)); else if (card.contains(event.target)) clearTimeout(timer); });
    root.addEventListener("mouseout", later);
    root.addEventListener("focusin", (event) => {
      if (cited(event)?.matches(":focus-visible")) show(cited(event)); });
    root.addEventListener("focusout", later);
    root.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    root.addEventListener("click", hide);
  }
}
