// Draws the months of a year; a day with meetings is a button, and its name says which. Text is set as text.
const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".bp-calendar");
  if (!root) return;
  const content = JSON.stringify(data.months);
  if (root.dataset.content !== content) {
    root.dataset.content = content;
    root.replaceChildren();
    for (const month of data.months) {
      const table = made("table", "", root);
      made("caption", month.name, table);
      const head = made("tr", "", made("thead", "", table));
      for (const day of WEEK) made("th", day.slice(0, 2), head).abbr = day;
      const body = made("tbody", "", table);
      let row;
      for (let cell = 0; cell < month.first + month.length; cell++) {
        if (cell % 7 === 0) row = made("tr", "", body);
        const number = cell - month.first + 1;
        const box = made("td", "", row);
        if (number < 1) continue;
        const meetings = month.meetings[number] || [];
        if (!meetings.length) box.textContent = String(number);
        for (const meeting of meetings) {
          const button = made("button", meetings.length > 1 ? number + " " + meeting.name[0] : String(number), box);
          button.type = "button";
          button.title = meeting.name;
          button.dataset.address = meeting.address;
          button.setAttribute("aria-label", number + " " + month.name + ": " + meeting.name);
        }
      }
    }
  }
  for (const button of root.querySelectorAll("button"))
    button.onclick = () => setTriggerValue("opened", button.dataset.address);
}
