// Redraws the rows only if they changed, so that the pressed button keeps the focus. When what it opened closes, gives
// the focus back to it; that may disappear from the page a moment later than the rows are drawn, so it tries again.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".bp-table");
  if (!root) return;
  const content = JSON.stringify([data.caption, data.columns, data.rows]);
  if (root.dataset.content !== content) {
    root.dataset.content = content;
    root.replaceChildren();
    const table = made("table", "", root);
    made("caption", data.caption, table);
    if (!data.opens) {
      // what has no button inside must take the focus itself, or the keyboard could not scroll it
      root.tabIndex = 0;
      root.setAttribute("role", "group");
      root.setAttribute("aria-label", data.caption);
    }
    const head = made("tr", "", made("thead", "", table));
    for (const name of data.columns) made("th", name, head).scope = "col";
    const body = made("tbody", "", table);
    for (const [number, cells] of data.rows.entries()) {
      const row = made("tr", "", body);
      for (const [column, text] of cells.entries()) {
        const cell = made(column ? "td" : "th", "", row);
        if (!column) cell.scope = "row";
        cell.dataset.name = data.columns[column];
        if (column || !data.opens) { cell.textContent = text; continue; }
        const button = made("button", text, cell);
        button.type = "button";
        button.dataset.row = String(number);
      }
    }
  }
  for (const button of root.querySelectorAll("button[data-row]")) {
    const number = Number(button.dataset.row);
    const open = number === data.selected;
    button.setAttribute("aria-pressed", String(open));
    button.closest("tr").classList.toggle("bp-open", open);
    button.onclick = () => { stay(button); setTriggerValue("opened", number); };
  }
  const before = root.dataset.selected;
  root.dataset.selected = String(data.selected);
  const giveBack = (tries) => {
    if (document.activeElement === document.body)
      root.querySelector('button[data-row="' + Number(before) + '"]')?.focus();
    else if (tries && document.activeElement.closest(".st-key-source, .st-key-panel"))
      setTimeout(giveBack, 100, tries - 1);
  };
  if (data.selected < 0 && before > -1) giveBack(20);
}
