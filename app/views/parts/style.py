"""CSS: the look of every page, as one constant; no text from a paper ever enters it."""

from __future__ import annotations

import streamlit as st

CSS = """
<style>
:root { --measure: 46rem; --mark: #ffe9a8; --rule: color-mix(in srgb, currentColor 28%, transparent); }

[data-testid="stMainBlockContainer"] { max-width: 96rem; padding: 4rem 3rem 0; }
[data-testid="stSidebarUserContent"] { padding-top: 0; }
[data-testid="stMarkdownContainer"] :is(p, li) { max-width: var(--measure); line-height: 1.55; }
[data-testid="stText"] { font-family: inherit; font-size: 1rem; line-height: 1.55; }
[data-testid="stText"], [data-testid="stText"] * { white-space: pre-wrap; overflow-wrap: anywhere; }
[data-testid="stText"] * { font: inherit; line-height: inherit; }
.st-key-welcome, .st-key-suggestions, .st-key-trouble, .st-key-about, .st-key-papers { max-width: var(--measure); }
[class*="st-key-turn-"]:not(:has(.st-key-source)) { max-width: var(--measure); }
[class*="st-key-turn-"]:not(:has(.st-key-source)) [data-testid="stColumn"]:first-child { flex: 1 1 100%; width: 100%; }
[class*="st-key-turn-"]:not(:has(.st-key-source)) [data-testid="stColumn"]:last-child { display: none; }
[class*="st-key-turn-"], .st-key-opened { scroll-margin-top: 4.25rem; }

[class*="st-key-question-"] { scroll-margin-top: 4.25rem; }
[class*="st-key-question-"] [data-testid="stText"] { font-weight: 600; font-size: 1.15rem; line-height: 1.4; }
[class*="st-key-quiet-"] [data-testid="stText"] { font-size: 0.9rem; opacity: 0.85; }
[class*="st-key-strong-"] [data-testid="stText"] { font-weight: 600; }
[class*="st-key-nearest-"] { border-left: 3px solid var(--rule); padding-left: 0.75rem; }
[data-testid="stChatMessage"] { background: transparent; padding: 0.25rem 0; gap: 0.75rem; }

[class*="st-key-chip-"] button, [class*="st-key-offer-"] button { min-height: 2.75rem; text-align: left; }
[class*="st-key-offer-"] button > div, [class*="st-key-offer-"] button > div > span { justify-content: flex-start; }
[class*="st-key-chip-"] button p, [class*="st-key-offer-"] button p { text-align: left; white-space: normal; }
[class*="st-key-chip-open-"] button { border: 2px solid currentColor; font-weight: 600; }

[data-testid="stLayoutWrapper"]:has(> .st-key-so-far) { min-height: calc(100vh - 10.5rem); }
[data-testid="stLayoutWrapper"]:has(> .st-key-asking) { position: sticky; bottom: 0; z-index: 5; }
.st-key-asking { background: Canvas; background: light-dark(#ffffff, #15191d);
  padding: 0.75rem 0 1.25rem; }
[data-testid="stChatInput"] { max-width: var(--measure); }
[data-testid="stChatInput"]:focus-within {
  outline: 3px solid currentColor; outline-offset: 2px; border-radius: 0.25rem; }

[data-testid="stLayoutWrapper"]:has(> .st-key-source) { position: sticky; top: 4.25rem; }
.st-key-source { border-left: 1px solid var(--rule); padding: 0 0.25rem 0.25rem 1.25rem; scroll-margin-top: 4rem;
  max-height: calc(100vh - 11.5rem); overflow-y: auto; flex-wrap: nowrap; }
.st-key-source > * { flex-shrink: 0; }
.st-key-source :is(button, a) { min-height: 2.75rem; }
:is(.st-key-page-back, .st-key-page-on, .st-key-zoom-out, .st-key-zoom-in) button { min-width: 2.75rem; padding: 0; }
:is(.st-key-page-back, .st-key-page-on, .st-key-zoom-out, .st-key-zoom-in) [data-testid="stMarkdownContainer"],
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
[class*="st-key-leaf-"] { overflow-x: auto; background: #fff; border: 1px solid var(--rule); }
[class*="st-key-leaf-"] img { max-width: none; border-radius: 0; }
:is(.st-key-leaf-1, .st-key-leaf-2, .st-key-leaf-3)
  :is([data-testid="stImage"], [data-testid="stImageContainer"], img) {
  max-width: none !important; }
.st-key-leaf-1 img { width: 150% !important; }
.st-key-leaf-2 img { width: 200% !important; }
.st-key-leaf-3 img { width: 300% !important; }
.st-key-context { border: 1px solid var(--rule); padding: 0.75rem 1rem; }
.st-key-marked [data-testid="stText"] { background: var(--mark); padding: 0.15rem 0.35rem; }
.st-key-marked [data-testid="stText"], .st-key-marked [data-testid="stText"] * { color: #1c2126 !important; }
.st-key-announcer, .st-key-page-announcer { position: absolute; width: 1px; height: 1px; overflow: hidden; }

:is(a, button, input, textarea, [tabindex="0"], [role="combobox"]):focus-visible {
  outline: 3px solid currentColor !important; outline-offset: 2px; }
[data-testid="stChatInput"] textarea[data-testid="stChatInputTextArea"]:focus-visible { outline: none !important; }

[class*="st-key-beside-"]:not(:has(.st-key-source)) [data-testid="stColumn"]:first-child {
  flex: 1 1 100%; width: 100%;
}
[class*="st-key-beside-"]:not(:has(.st-key-source)) [data-testid="stColumn"]:last-child { display: none; }
[data-testid="stLayoutWrapper"]:has(> .st-key-panel) { position: sticky; top: 4.25rem; }
.st-key-panel { max-height: calc(100vh - 5rem); overflow-y: auto; flex-wrap: nowrap; }
.st-key-panel > * { flex-shrink: 0; }
.st-key-panel .st-key-source { max-height: none; overflow: visible; }
.st-key-looking > div { flex: 1 1 12rem; min-width: min(12rem, 100%); }
.bp-table { overflow-x: auto; }
.bp-table table { border-collapse: collapse; width: 100%; font-size: 0.9rem; line-height: 1.45; }
.bp-table caption { text-align: left; padding: 0.25rem 0; opacity: 0.85; }
.bp-table :is(th, td) { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0;
  border-bottom: 1px solid var(--rule); overflow-wrap: break-word; font-weight: 400; }
.bp-table thead th { font-weight: 600; overflow-wrap: normal; }
.bp-table :is([data-name="Date"], [data-name="Outcome"]) { white-space: nowrap; }
.bp-table button, .bp-timeline button { font: inherit; color: inherit; background: transparent; cursor: pointer; }
.bp-table button { border: 0; padding: 0.1rem 0; min-height: 1.75rem; min-width: 8rem; text-align: left;
  text-decoration: underline; text-underline-offset: 0.15em; }
.bp-table .bp-open { background: color-mix(in srgb, currentColor 8%, transparent); }
.bp-table .bp-open button { font-weight: 600; }
.bp-scroll { overflow-x: auto; padding: 0.25rem 0; }
.bp-lanes { min-width: 44rem; display: grid; grid-template-columns: 10rem 1fr; column-gap: 1rem; }
.bp-lane-name { font-size: 0.9rem; line-height: 1.3; padding: 0.5rem 0; border-top: 1px solid var(--rule); }
.bp-track { position: relative; border-top: 1px solid var(--rule); }
.bp-line { position: absolute; top: 0; bottom: 0; border-left: 1px solid var(--rule); opacity: 0.5; }
.bp-scale {
  grid-column: 2; position: relative; height: 1.75rem; border-top: 1px solid currentColor; font-size: 0.8rem;
}
.bp-scale span { position: absolute; white-space: nowrap; padding-top: 0.25rem; }
.bp-track button { position: absolute; width: 1.6rem; height: 1.6rem; margin-left: -0.8rem; padding: 0.25rem;
  border: 1px solid transparent; border-radius: 0.25rem; }
.bp-track button:hover, .bp-track button[aria-pressed="true"] { border-color: currentColor;
  background: color-mix(in srgb, currentColor 12%, transparent); }
.bp-timeline svg { width: 100%; height: 100%; fill: currentColor; display: block; }
.bp-timeline { color: #1d5175; color: light-dark(#1d5175, #8ebde0); }
:is(.bp-lane-name, .bp-scale, .bp-legend) { color: #1c2126; color: light-dark(#1c2126, #e7eaec); }
.bp-legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0.5rem 0 0; margin: 0;
  font-size: 0.9rem; }
.bp-legend li { display: flex; align-items: center; gap: 0.4rem; margin: 0; }
.bp-legend svg { width: 0.9rem; height: 0.9rem; }

@media (max-width: 68rem) {
  [class*="st-key-turn-"] [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) { flex-wrap: wrap; }
  [class*="st-key-turn-"] [data-testid="stColumn"] { min-width: 100%; flex: 1 1 100%; }
  [class*="st-key-beside-"] [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) { flex-wrap: wrap; }
  [class*="st-key-beside-"] [data-testid="stColumn"] { min-width: 100%; flex: 1 1 100%; }
  [data-testid="stLayoutWrapper"]:has(> .st-key-panel) { position: static; }
  .st-key-panel { max-height: none; overflow: visible; }
  [data-testid="stLayoutWrapper"]:has(> .st-key-source) { position: static; }
  .st-key-source { border-left: 0; border-top: 1px solid var(--rule); padding: 1rem 0 0; max-height: none;
    overflow: visible; }
}
@media (max-width: 40rem) {
  [data-testid="stMainBlockContainer"] { padding-left: 1rem; padding-right: 1rem; }
  [data-testid^="stChatMessageAvatar"] { display: none; }
  .bp-lanes { grid-template-columns: 6rem 1fr; column-gap: 0.5rem; }
  .bp-table :is(table, caption, tbody, tr, td, th) { display: block; }
  .bp-table thead { display: none; }
  .bp-table tr { border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
  .bp-table :is(td, tbody th) { border: 0; padding: 0.1rem 0; }
  .bp-table td:not(:empty)::before { content: attr(data-name) ": "; opacity: 0.85; }
}
@media (max-height: 30rem) { [data-testid="stLayoutWrapper"]:has(> .st-key-asking) { position: static; } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], .st-key-asking, [class*="st-key-controls-"],
  .st-key-close-source, .st-key-suggestions, .st-key-looking, .st-key-page-text:not(:has([open])),
  [data-testid="stElementToolbar"], [data-testid="stCodeCopyButton"] { display: none !important; }
  .stApp, [data-testid="stAppViewContainer"], [data-testid="stMain"] { position: static !important;
    height: auto !important; overflow: visible !important; }
  :is(.st-key-source, .st-key-panel, [data-testid="stLayoutWrapper"]) { position: static !important;
    max-height: none; overflow: visible; }
  /* boxes that flex are drawn over each other where a sheet ends */
  :is([class*="st-key-turn-"], [class*="st-key-beside-"])
    :is([data-testid="stVerticalBlock"], [data-testid="stHorizontalBlock"], [data-testid="stColumn"]):not(
      [class*="st-key-chips-"], [class*="st-key-controls-"]) { display: block; }
  [class*="st-key-leaf-"] :is([data-testid="stImage"], [data-testid="stImageContainer"], img) {
    width: 100% !important; max-width: 100% !important; }
  :is(tr, .bp-timeline, [class*="st-key-leaf-"], [class*="st-key-item-"], .st-key-citation) { break-inside: avoid; }
  :is(h1, h2, h3) { break-after: avoid; }
  .bp-lanes { min-width: 0; }
  .bp-scroll { overflow: visible; }
  body, .stApp, .stApp * { background-color: #fff !important; color: #000 !important; }
}
</style>
"""


def dress() -> None:
    """Puts the look on the page."""
    st.html(CSS)
