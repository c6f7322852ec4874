"""Announcer: live regions of the page, so that a screen reader hears what changed without looking for it."""

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
with its answer where the two stand beside each other. Gives the focus back to the button that opened a source when the
source is closed, which may leave the page a moment later than this is told."""

_mount = st.components.v2.component("board_papers_announcer", html=MARKUP, js=SCRIPT, isolate_styles=False)


def announce(message: str, *, question: int = -1, source: str = "") -> None:
    """Says a sentence of ours; a `question` or `source` that was not there before is scrolled to, once.

    None of them may hold text from a paper or a model.
    """
    _mount(key="announcer", data={"message": message, "question": question, "source": source}, height="content")


def announce_page(message: str) -> None:
    """Says a sentence of ours about the open source, from where only that part of the page is drawn anew."""
    _mount(key="page-announcer", data={"message": message}, height="content")
