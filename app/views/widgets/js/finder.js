// A field that lists names while one types: Enter takes the name that is marked, at first the first one that fits; where
// none fits, what was typed. The browser looks for the names itself. Text is set as text, never as markup.
const MOST = 8;

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".bp-finder");
  if (!root) return;
  root.names = data.names.map((text) => ({ text, words: folded(text) }));
  root.send = (name) => setTriggerValue("chosen", name);
  const field = root.querySelector("input") || build(root, data);
  // What the server has is shown, unless somebody is typing.
  if (root.dataset.value !== data.value) {
    root.dataset.value = data.value;
    if (document.activeElement !== field || field.value === root.dataset.sent) field.value = data.value;
  }
}

function build(root, data) {
  const made = (tag, where, attributes) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    where.append(node);
    return node;
  };
  const list = "bp-finder-list";
  made("label", root, { for: "bp-finder-field" }).textContent = data.label;
  const field = made("input", root, {
    id: "bp-finder-field", type: "text", role: "combobox", autocomplete: "off", maxlength: "200", placeholder: data.hint,
    "aria-autocomplete": "list", "aria-controls": list, "aria-expanded": "false",
  });
  const box = made("ul", root, { id: list, role: "listbox", "aria-label": data.label });
  box.hidden = true;
  let found = [], marked = 0;

  const mark = (number) => {
    marked = number;
    [...box.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === marked)));
    if (box.hidden) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", "bp-finder-" + marked);
    box.children[marked]?.scrollIntoView({ block: "nearest" });
  };
  const show = (open) => {
    box.hidden = !open || !found.length;
    field.setAttribute("aria-expanded", String(!box.hidden));
    mark(0);
  };
  const look = () => {
    const started = performance.now();
    found = fitting(root.names, folded(field.value));
    box.replaceChildren();
    found.forEach((one, n) => {
      const item = made("li", box, { id: "bp-finder-" + n, role: "option" });
      item.textContent = one.text;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(one.text); });
    });
    show(true);
    root.dataset.took = String(performance.now() - started);
  };
  const take = (name) => {
    field.value = root.dataset.sent = name;
    show(false);
    root.send(name);
  };
  field.addEventListener("input", look);
  field.addEventListener("click", look);
  field.addEventListener("focus", () => field.select());
  field.addEventListener("focusout", () => show(false));
  field.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      if (box.hidden) look(); else mark((marked + steps[event.key] + found.length) % found.length);
    } else if (event.key === "Enter") take(!box.hidden && found[marked] ? found[marked].text : field.value.trim());
    else if (event.key === "Escape" && !box.hidden) show(false);
    else return;
    event.preventDefault();
  });
  return field;
}

// Letters without accents and capitals.
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// The names that begin with what was typed, then those of which a word does, in their order.
function fitting(names, typed) {
  const first = names.filter((one) => one.words.startsWith(typed));
  const second = names.filter((one) => !one.words.startsWith(typed) && (" " + one.words).includes(" " + typed));
  return [...first, ...second].slice(0, MOST);
}
