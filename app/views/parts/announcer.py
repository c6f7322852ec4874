"""Announcer: live regions of the page, so that a screen reader reads out what changed."""

from __future__ import annotations

import streamlit as st

MARKUP = '<div role="status" aria-live="polite" class="visually-hidden"></div>'

SCRIPT = """
export default function ({ data, parentElement }) {
  document.documentElement.lang = "en-GB";
  const region = parentElement.querySelector('[role="status"]');
  if (region && region.textContent !== data.message) region.textContent = data.message;
  if (data.question === undefined) return;
  const seen = window.boardPapersSeen || { question: -1, source: "" };
  const reveal = (selector, tries) => {
    const target = document.querySelector(selector);
    if (target) target.scrollIntoView({ block: "start" });
    else if (tries) setTimeout(reveal, 100, selector, tries - 1);
  };
  if (data.question > seen.question) reveal(".st-key-question-" + Number(data.question), 20);
  else if (data.source && data.source !== seen.source) {
    const narrow = window.matchMedia("(max-width: 68rem)").matches;
    reveal(narrow ? ".st-key-opened, .st-key-source" : '[class*="st-key-turn-"]:has(.st-key-source)', 20);
  } else if (seen.source && !data.source) {
    const opener = document.querySelector("." + CSS.escape("st-key-" + seen.source) + " button");
    const giveBack = (tries) => {
      if (document.activeElement === document.body) opener?.focus();
      else if (tries && document.activeElement.closest(".st-key-source")) setTimeout(giveBack, 100, tries - 1);
    };
    giveBack(20);
  }
  window.boardPapersSeen = { question: data.question, source: data.source };
}
"""
"""Sets text as text, never as markup. Brings a new question to the top of the page, and a source that was just opened:
with its answer if the two are side by side. When a source closes, gives the focus back to the button that opened it;
the source may disappear from the page a moment later than this runs, so it tries again."""

_mount = st.components.v2.component("board_papers_announcer", html=MARKUP, js=SCRIPT, isolate_styles=False)


def announce(message: str, *, question: int = -1, source: str = "") -> None:
    """Announces a sentence of ours, and scrolls once to a new `question` or `source`.

    None of them may contain text from a paper or a model.
    """
    _mount(key="announcer", data={"message": message, "question": question, "source": source}, height="content")


def announce_page(message: str) -> None:
    """Announces a sentence of ours about the open source, when only that part of the page is redrawn."""
    _mount(key="page-announcer", data={"message": message}, height="content")
