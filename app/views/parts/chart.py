"""Chart: counts a year as bars, in a few colours that differ in lightness too, each stretch with its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

COLOURS = ("#7db1dc", "#e0ac4a", "#e08a70", "#b4babf")
"""For agreed, put off, not agreed, noted: light enough for the dark numbers on them."""

Bar = Mapping[str, str | int]


def chart(bars: Sequence[Bar], results: Sequence[str]) -> dict[str, object]:
    """The drawing in Vega-Lite: a bar a year; each bar has `year`, `result`, `order`, `decisions` and `label`."""
    count = {"field": "decisions", "type": "quantitative", "stack": "zero", "title": "Decisions"}
    colour = {
        "field": "result",
        "type": "nominal",
        "title": None,
        "sort": list(results),
        "scale": {"domain": list(results), "range": list(COLOURS)},
        "legend": {"orient": "top", "columns": 2, "labelFontSize": 14, "labelLimit": 300},
    }
    year = {"field": "year", "type": "ordinal", "title": None, "axis": {"labelFontSize": 14}}
    order = {"field": "order", "type": "quantitative"}
    number = {**count, "bandPosition": 0.5, "axis": None}
    return {
        "data": {"values": [dict(bar) for bar in bars]},
        "description": "Decisions each year, by outcome. The table below has the same figures.",
        "layer": [
            {
                "mark": {"type": "bar", "tooltip": True},
                "encoding": {"y": year, "x": {**count, "axis": {"tickMinStep": 1}}, "color": colour, "order": order},
            },
            {
                "mark": {"type": "text", "fontSize": 13, "fontWeight": "bold", "color": "#111"},
                "encoding": {
                    "y": year,
                    "x": number,
                    "order": order,
                    "detail": {"field": "result", "type": "nominal"},
                    "text": {"field": "label", "type": "nominal"},
                },
            },
        ],
    }
