"""What of a web page is the paper: not what is hidden, and not the site around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Attributes = Mapping[str, str | None]

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[^;]*line-through", re.I)

STYLE_SHEET = re.compile(r"<style[^>]*>(.{0,200000}?)</style>", re.I | re.S)
RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,2000})\}")
SELECTOR = re.compile(r"[a-z0-9]{0,10}([.#][\w-]+)", re.I)
"""A selector that names one class or one element: ".gone", "span.gone", "#old"."""

HIDDEN_CLASSES = frozenset(
    "hidden hide d-none is-hidden sr-only visually-hidden visuallyhidden screen-reader-text".split()
)
"""Class names by which the usual style sheets hide an element, or keep it for screen readers."""

FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "search"))
FURNITURE_ROLES = frozenset("navigation banner contentinfo search complementary menu menubar dialog".split())
FURNITURE_NAMES = re.compile(
    r"(?:^|\s|(?<!has)(?<!with)(?<!no)[_-])(?:nav(?:bar|igation)?|menu|bread-?crumbs?|cookies?|skip(?:-?link|-to)?|"
    r"sidebar|site-?(?:header|footer)|"
    r"page-?footer|share|social|pagination|toolbar)(?:$|[\s_-])",
    re.I,
)
"""Words in the names of classes and elements that say it belongs to the site: "main-nav", "breadcrumb", "cookie-bar".
"""

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where "mgBreadCrumb" has a word inside."""

MAIN = re.compile(r"<main\b|<[a-z]{1,10}\b[^>]{0,300}\brole\s*=\s*[\"']?main\b", re.I)
MAIN_END = re.compile(r"</main\s*>", re.I)
TITLE = re.compile(r"<title\b.{0,2000}?</title>", re.I | re.S)

LEAST_OF_MAIN = 200
"""Characters, tags left aside, from which a part that calls itself the main one is taken for the paper."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The classes and elements (".gone", "#old") that a page's style sheets hide or strike through."""

    hidden: frozenset[str] = frozenset()
    site: bool = False  # True: what belongs to the site around the paper is read as well

    @classmethod
    def of(cls, page: str, *, site: bool = False) -> Sheet:
        """Return what the style sheets within the page hide."""
        rules = (rule for sheet in STYLE_SHEET.finditer(page) for rule in RULE.finditer(sheet[1]))
        selectors = (one.strip() for rule in rules if HIDDEN_STYLE.search(rule[2]) for one in rule[1].split(","))
        return cls(frozenset(found[1] for one in selectors if (found := SELECTOR.fullmatch(one))), site)

    def leaves_out(self, tag: str, given: Attributes) -> bool:
        """Return whether an element is not read: hidden, struck through, or of the site around the paper."""
        return self.hides(tag, given) or (not self.site and is_furniture(tag, given))

    def hides(self, tag: str, given: Attributes) -> bool:
        """Return whether an element is hidden or struck through, by itself or by a style sheet."""
        if "hidden" in given or HIDDEN_STYLE.search(given.get("style") or ""):
            return True
        classes = (given.get("class") or "").split()
        names = {f".{name}" for name in classes} | {f"#{given.get('id') or ''}"}
        return bool(self.hidden & names) or bool(HIDDEN_CLASSES.intersection(name.lower() for name in classes))


def is_furniture(tag: str, given: Attributes) -> bool:
    """Return whether an element belongs to the web site and not to the paper."""
    if tag in FURNITURE_TAGS or (given.get("role") or "").lower() in FURNITURE_ROLES:
        return True
    if tag in ("body", "html", "main", "article", "table", "td", "tr"):
        return False
    names = f"{given.get('class') or ''} {given.get('id') or ''}"
    return FURNITURE_NAMES.search(CAMEL.sub("-", names)) is not None


def within_main(page: str) -> str:
    """Return the part of a page that calls itself the main one, with the page's title and style.

    Else the whole page.
    """
    start = MAIN.search(page)
    if start is None:
        return page
    end = MAIN_END.search(page, start.end()) if page[start.start() : start.start() + 5].lower() == "<main" else None
    main = page[start.start() : end.end() if end else len(page)]
    if len(re.sub(r"<[^>]{0,2000}>|\s+", "", main)) < LEAST_OF_MAIN:
        return page
    title = TITLE.search(page)
    sheets = "".join(sheet[0] for sheet in STYLE_SHEET.finditer(page[: start.start()]))
    return (title[0] if title else "") + sheets + main
