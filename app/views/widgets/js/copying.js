// A menu of three formats; what is copied is announced.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".bp-copy");
  if (!root) return;
  root.copies = data;
  if (root.dataset.ready) return;
  root.dataset.ready = "1";

  const menu = made("details", "", root);
  const summary = made("summary", "Copy", menu);
  const choices = made("div", "", menu);
  const said = made("span", "", root);
  said.className = "visually-hidden";
  said.setAttribute("role", "status");

  const kinds = [["Copy as text", "text"], ["Copy as Markdown", "markdown"], ["Copy for Word (HTML)", "html"]];
  for (const [label, kind] of kinds) {
    const button = made("button", label, choices);
    button.type = "button";
    button.onclick = async () => {
      const done = await copied(root.copies, kind).then(() => true, () => false);
      said.textContent = summary.textContent = done ? "Copied" : "Not copied";
      menu.open = false;
      summary.focus();
      setTimeout(() => { summary.textContent = "Copy"; said.textContent = ""; }, 2500);
    };
  }
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) { menu.open = false; summary.focus(); }
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

async function copied(copies, kind) {
  if (kind === "html" && window.ClipboardItem) {
    const part = (type, text) => new Blob([text], { type });
    const both = { "text/html": part("text/html", copies.html), "text/plain": part("text/plain", copies.text) };
    return navigator.clipboard.write([new ClipboardItem(both)]);
  }
  if (navigator.clipboard) return navigator.clipboard.writeText(copies[kind]);
  // pages without https have no clipboard of their own
  const field = document.createElement("textarea");
  field.value = copies[kind];
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("not copied");
}
