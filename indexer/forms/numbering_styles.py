"""The styles in which councils number the items of their papers, as a table: name and pattern, an example above each."""

from __future__ import annotations

import re

# Styles in which items have inner items
NESTED = ("nested", "lettered")
_OPEN = r"^[\s#>|-]*(?:[-•*]\s+)?[*_]{0,3}"
_CLOSE = r"[*_]{0,3}[.):]?[*_]{0,3}"
STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    # "22/11 MINUTES", "2023/45"
    (
        "slash",
        re.compile(
            rf"{_OPEN}(?P<number>(?:[A-Z]{{1,4}}[ "
            rf"/-]?)?(?P<a>\d{{1,4}})/(?P<b>\d{{1,4}})){_CLOSE}(?:\s+(?P<title>.*))?$"
        ),
    ),
    # "M11/23", "45/2024": the year comes last
    (
        "slash back",
        re.compile(
            rf"{_OPEN}(?P<number>(?:[A-Z]{{1,4}}[ "
            rf"/-]?)?(?P<a>\d{{1,4}})/(?P<b>\d{{1,4}})){_CLOSE}(?:\s+(?P<title>.*))?$"
        ),
    ),
    # "08.23.03 Minutes": month, year and item
    (
        "dotted",
        re.compile(
            rf"{_OPEN}(?P<number>\d{{1,2}}\.(?P<a>\d{{1,4}})\.(?P<b>\d{{1,3}})){_CLOSE}(?:\s+(?P<title>\S.*))?$"
        ),
    ),
    # "31.007: To approve payments": the year and the item
    ("year dot", re.compile(rf"{_OPEN}(?P<number>(?P<a>\d{{2}})\.(?P<b>\d{{3}})){_CLOSE}(?:\s+(?P<title>\S.*))?$")),
    # "18/11/4 Patient story", "21/10.3 Minutes": year, month and item
    (
        "year and month",
        re.compile(
            rf"{_OPEN}(?P<number>\d{{2,4}}/(?P<a>\d{{1,2}})[./](?P<b>\d{{1,3}})(?!\d)){_CLOSE}\s+(?P<title>\S.*)$"
        ),
    ),
    # "CG15.22 Auditors": the letters of the body, the year or meeting, and the item
    (
        "coded dot",
        re.compile(rf"{_OPEN}(?P<number>[A-Z]{{1,6}}(?P<a>\d{{1,4}})\.(?P<b>\d{{1,3}})){_CLOSE}\s+(?P<title>\S.*)$"),
    ),
    # "R2031-070 T. Ash, S. Elm:", "2031-14": each resolution has its own number
    (
        "resolution",
        re.compile(
            rf"{_OPEN}(?P<number>[A-Z]{{0,3}}[ -]?(?P<a>20\d\d)[-/](?P<b>\d{{2,4}})){_CLOSE}(?:\s+(?P<title>\S.*))?$"
        ),
    ),
    # "CAB 14 APOLOGIES", "HWB.12 Minutes", "PL/7"
    (
        "coded",
        re.compile(
            rf"{_OPEN}(?P<number>(?P<code>[A-Z]{{1,6}}[A-Za-z]{{0,3}}(?:\(\d{{2,4}}\))?)[ "
            rf"./-]{{0,2}}(?P<a>\d{{1,4}})){_CLOSE}\s+(?P<title>\S.*)$"
        ),
    ),
    # "Item 5", "ITEM NO. 1.", "Item 5: Budget"
    (
        "item",
        re.compile(
            rf"{_OPEN}(?:agenda )?item\s+(?:no\.?|"
            rf"number)?\s*(?P<number>(?P<a>\d{{1,3}})(?:\.(?P<b>\d{{1,2}}))?){_CLOSE}\s*[-–:]?\s*(?P<title>.*)$",
            re.I,
        ),
    ),
    # "5.1 Budget" under "5.0 Finance"
    ("decimal", re.compile(rf"{_OPEN}(?P<number>(?P<a>\d{{1,3}})\.(?P<b>\d{{1,2}})){_CLOSE}\s+(?P<title>\S.*)$")),
    # "51. Minutes", "07. A New Sense", "13 Forward Plan"
    ("plain", re.compile(rf"{_OPEN}(?P<number>(?P<a>\d{{1,4}})){_CLOSE}(?:\s+(?P<title>\S.*))?$")),
    # "9.1 Minutes", "5a. Permit" and "12.1.1 Policy" among "9. REPORTS"
    (
        "nested",
        re.compile(
            rf"{_OPEN}(?P<number>(?P<a>\d{{1,4}})(?:\.(?P<b>\d{{1,2}})(?:\.(?P<c>\d{{1,2}}))?|(?P<letter>[a-z])(?=[.):]))?){_CLOSE}\s+(?P<title>\S.*)$"
        ),
    ),
    # "A. CONSENT AGENDA" over "A-1 MINUTES"
    (
        "lettered",
        re.compile(
            rf"{_OPEN}(?P<number>(?P<letters>[A-Z])(?:(?=\.\s)|[-.]?(?P<b>\d{{1,2}})(?!\d))){_CLOSE}(?:\s+|(?<=\d)(?=[A-Z][a-z]))(?P<title>\S.*)$"
        ),
    ),
    # "(26)" over a title, "(199) ANNOUNCEMENTS"
    ("bracketed", re.compile(r"^\s*\((?P<number>(?P<a>\d{1,4}))\)(?:\s+(?P<title>[A-Z][A-Z’',&()/ -]{3,}))?\s*$")),
    # "I APOLOGIES", "IV. MINUTES"
    ("roman", re.compile(rf"{_OPEN}(?P<number>(?P<roman>[IVX]{{1,7}})){_CLOSE}(?:\s+(?P<title>[A-Z].*))?$")),
)
