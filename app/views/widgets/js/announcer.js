// Live regions, and what has to happen once when something new is on the page. Sets text as text, never as markup.
export default function ({ data, parentElement }) {
  document.documentElement.lang = "en-GB";
  const region = parentElement.querySelector('[role="status"]');
  if (region && region.textContent !== data.message) region.textContent = data.message;
  if (data.mark) soon(".st-key-marked", (mark) => {
    const panel = mark.closest(".st-key-source");
    panel.scrollTop += mark.getBoundingClientRect().top - panel.getBoundingClientRect().top - 96;
  });
  if (data.question === undefined) return;

  const seen = window.boardPapersSeen || { question: -1, source: "" };
  if (data.question > seen.question) soon(".st-key-question-" + Number(data.question), toTheTop);
  else if (data.source && data.source !== seen.source) soon(".st-key-source", intoTheSheet);
  else if (seen.source && !data.source) giveBack(seen.source, 20);
  window.boardPapersSeen = { question: data.question, source: data.source };
}

const NARROW = "(max-width: 68rem)";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !event.target.closest?.(".st-key-source, .st-key-panel")) return;
  document.querySelector(".st-key-close-source button")?.click();
});

// Does something with an element once it is there; two seconds are enough for it to be drawn.
function soon(selector, act, tries = 20) {
  const target = document.querySelector(selector);
  if (target) act(target);
  else if (tries) setTimeout(soon, 100, selector, act, tries - 1);
}

// Only the page itself scrolls: scrollIntoView would also move the frame around it, and the menu out of sight.
function toTheTop(target) {
  const main = target.closest('[data-testid="stMain"]');
  if (main) main.scrollTop += target.getBoundingClientRect().top - 80;
}

// On a narrow screen the source covers the page, so the keyboard goes on inside it.
function intoTheSheet() {
  const first = ".st-key-close-opened button, .st-key-close-source button";
  if (window.matchMedia(NARROW).matches) soon(first, (button) => button.focus());
}

// When a source closes, the button that opened it gets the focus back, unless the visitor is elsewhere by now.
function giveBack(source, tries) {
  const here = document.activeElement;
  if (here === document.body || !here.isConnected) opener(source)?.focus();
  else if (tries && here.closest(".st-key-source, .st-key-panel")) setTimeout(giveBack, 100, source, tries - 1);
}

function opener(source) {
  const [, turn, name] = source.match(/^source-(\d+)-(.+)$/) || [];
  if (turn !== undefined)
    return document.querySelector(".st-key-words-" + turn + ' [data-opens="' + CSS.escape(name) + '"]');
  return document.querySelector('[class*="st-key-words-"] [data-opens="' + CSS.escape(source) + '"]')
    || document.querySelector("." + CSS.escape("st-key-" + source) + " button");
}
