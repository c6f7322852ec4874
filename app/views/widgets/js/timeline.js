// Draws the steps of a matter to scale, each a button. Text is set as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".bp-timeline");
  if (!root) return;
  const drawn = (path, where) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS(SVG, "path");
    shape.setAttribute("d", path);
    shape.setAttribute("fill-rule", "evenodd");
    svg.append(shape);
    where.append(svg);
  };
  const content = JSON.stringify([data.lanes, data.ticks, data.legend]);
  if (root.dataset.content !== content) {
    root.dataset.content = content;
    root.replaceChildren();
    const scroll = made("div", "", root, "bp-scroll");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "group");
    scroll.setAttribute("aria-label", "Timeline, to scale by date; the same steps are listed below");
    const lanes = made("div", "", scroll, "bp-lanes");
    for (const lane of data.lanes) {
      const name = made("div", "", lanes, "bp-lane-name");
      name.textContent = lane.name;
      const track = made("div", "", lanes, "bp-track");
      track.style.height = lane.rows * 1.9 + 0.6 + "rem";
      for (const tick of data.ticks) made("span", "", track, "bp-line").style.left = tick.at * 100 + "%";
      for (const mark of lane.marks) {
        const button = made("button", "", track);
        button.type = "button";
        button.dataset.step = String(mark.step);
        button.setAttribute("aria-label", mark.label);
        button.title = mark.label;
        button.style.left = mark.at * 100 + "%";
        button.style.top = mark.row * 1.9 + 0.3 + "rem";
        drawn(mark.shape, button);
      }
    }
    const scale = made("div", "", lanes, "bp-scale");
    for (const tick of data.ticks) {
      const label = made("span", "", scale);
      label.textContent = tick.label;
      label.style.left = tick.at * 100 + "%";
    }
    const legend = made("ul", "", root, "bp-legend");
    for (const entry of data.legend) {
      const item = made("li", "", legend);
      drawn(entry.shape, item);
      item.append(entry.name);
    }
  }
  for (const button of root.querySelectorAll("button[data-step]")) {
    const number = Number(button.dataset.step);
    button.setAttribute("aria-pressed", String(number === data.selected));
    button.onclick = () => { stay(button); setTriggerValue("opened", number); };
  }
}
