// Offers names while a question is typed, in the browser alone, so that no keystroke waits for the server.
const FIELD = '[data-testid="stChatInputTextArea"]';
const MOST = 6, SHORTEST = 2;

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".bp-names");
  if (!root) return;
  root.names = data.names.map(([text, kind, long]) => ({ text, kind, long, words: folded(text + " " + long) }));
  if (root.dataset.ready) return;
  root.dataset.ready = "1";

  const list = document.createElement("ul");
  list.id = "bp-names-list";
  list.className = "bp-names-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Names in the papers");
  list.hidden = true;
  root.append(skip(), list);
  let found = [], chosen = -1;

  const field = () => document.querySelector(FIELD);
  const describe = (input) => {
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden || chosen < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", "bp-name-" + chosen);
  };
  const close = () => { list.hidden = true; chosen = -1; if (field()) describe(field()); };

  const draw = (input) => {
    list.replaceChildren();
    found.forEach((one, n) => {
      const item = document.createElement("li");
      item.id = "bp-name-" + n;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(n === chosen));
      item.append(one.text);
      const kind = document.createElement("span");
      kind.textContent = one.long || one.kind;
      item.append(" ", kind);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(input, one); });
      list.append(item);
    });
    list.hidden = !found.length;
    describe(input);
  };

  const look = (input) => {
    const started = performance.now();
    const typed = folded(begun(input));
    found = typed.length < SHORTEST ? [] : best(root.names, typed);
    chosen = -1;
    draw(input);
    root.dataset.took = String(performance.now() - started);
  };

  const take = (input, one) => {
    const start = input.selectionStart - begun(input).length;
    const text = input.value.slice(0, start) + one.text + input.value.slice(input.selectionStart);
    // React keeps its own copy of the value, and notices a change only when the browser's own setter makes it
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.setSelectionRange(start + one.text.length, start + one.text.length);
    close();
    input.focus();
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches?.(FIELD) && event.isTrusted && root.isConnected) look(event.target);
  });
  document.addEventListener("focusout", (event) => { if (event.target.matches?.(FIELD)) close(); });
  document.addEventListener("keydown", (event) => {
    if (!event.target.matches?.(FIELD) || list.hidden) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      chosen = (chosen + steps[event.key] + found.length) % found.length;
      draw(event.target);
    } else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) take(event.target, found[chosen]);
    else { if (event.key === "Enter") close(); return; }
    event.preventDefault();
    event.stopPropagation();
  }, true);

  const begin = (tries) => {
    const input = field();
    if (input && !input.disabled) {
      describe(input);
      // only where nobody has begun something else, and without moving the page
      if (document.activeElement === document.body) input.focus({ preventScroll: true });
    } else if (tries) setTimeout(begin, 100, tries - 1);
  };
  begin(30);
}

// The way back from the field to the newest answer: one step, and hidden until the keyboard comes to it.
function skip() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "bp-skip";
  button.textContent = "Skip to the answer";
  button.onclick = () => [...document.querySelectorAll(".bp-words")].pop()?.focus();
  return button;
}

// Letters without accents and capitals.
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// The word that is being typed, with up to two before it, if they begin a name together.
function begun(input) {
  const before = input.value.slice(0, input.selectionStart);
  const names = document.querySelector(".bp-names").names;
  for (const count of [3, 2, 1]) {
    const tail = (before.match(new RegExp("(?:\\S+\\s+){" + (count - 1) + "}\\S+$")) || [""])[0];
    if (folded(tail).length >= SHORTEST && (count === 1 || best(names, folded(tail)).length)) return tail;
  }
  return "";
}

// The names that begin with what was typed, then those of which a word begins with it; short names first.
function best(names, typed) {
  const first = [], second = [];
  for (const one of names) {
    if (one.words.startsWith(typed)) first.push(one);
    else if ((" " + one.words).includes(" " + typed)) second.push(one);
  }
  const byLength = (one, two) => one.text.length - two.text.length;
  return [...first.sort(byLength), ...second.sort(byLength)].slice(0, MOST);
}
