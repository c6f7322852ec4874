// Reads the moment of the last visit once for each tab, and puts that of this visit in its place.
export default function ({ parentElement, setStateValue }) {
  const root = parentElement.querySelector(".bp-visit");
  if (!root || root.dataset.read) return;
  root.dataset.read = "1";
  const name = "board-papers-visit";
  try {
    if (sessionStorage.getItem(name) === null) {
      sessionStorage.setItem(name, localStorage.getItem(name) || "");
      localStorage.setItem(name, new Date().toISOString());
    }
    const last = sessionStorage.getItem(name);
    if (last) setStateValue("last", last);
  } catch { /* a browser that stores nothing has no last visit */ }
}
