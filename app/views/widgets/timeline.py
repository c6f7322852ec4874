"""Timeline: steps drawn to scale by date, one lane for each committee; every mark is a button with its own name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app.matters.steps import Step, StepKind, step_lead, step_text
from app.matters.timeline import Lane, timeline_of
from app.views.widgets.scripts import script

SHAPES = {
    StepKind.RAISED: "M12 3a9 9 0 1 0 .01 0zM12 7a5 5 0 1 1 -.01 0z",
    StepKind.REPORTED: "M4 4h16v16H4zM8 8v8h8V8z",
    StepKind.RECOMMENDED: "M12 2l10 19H2zM12 9l-4.5 9h9z",
    StepKind.DECIDED: "M12 3a9 9 0 1 0 .01 0z",
    StepKind.AMENDED: "M12 1l11 11-11 11L1 12z",
    StepKind.DEFERRED: "M4 3h6v18H4zM14 3h6v18h-6z",
    StepKind.REFERRED: "M3 9h9V3l10 9-10 9v-6H3z",
    StepKind.REJECTED: "M5 2l7 7 7-7 3 3-7 7 7 7-3 3-7-7-7 7-3-3 7-7-7-7z",
    StepKind.CALLED_IN: "M21 9h-9V3L2 12l10 9v-6h9z",
    StepKind.ASKED_FOR: "M9 2h6v7h7v6h-7v7H9v-7H2V9h7z",
    StepKind.NOTED: "M3 9h18v6H3z",
}
"""The shape of each kind of step, in a box of 24: different without colour."""

LEGEND = {StepKind.AMENDED: "decided, not as recommended"}
"""What a shape means where the name of its kind does not say it."""

MARKUP = '<div class="bp-timeline"></div>'


def lane_name(lane: Lane, *, whose: bool) -> str:
    """The name of the body, with `whose` after its organisation; either may be unknown."""
    if not whose:
        return lane.body or lane.organisation
    return ": ".join(name for name in (lane.organisation, lane.body) if name)


_mount = st.components.v2.component(
    "board_papers_timeline", html=MARKUP, js=script("stay", "made", "timeline"), isolate_styles=False
)


def show_timeline(steps: Sequence[Step], *, selected: int, on_open: Callable[[int], None]) -> None:
    """Draws the steps; calls `on_open` with the number of the step that is pressed."""

    def opened() -> None:
        number = getattr(st.session_state.get("timeline"), "opened", None)
        if isinstance(number, int | float) and 0 <= int(number) < len(steps):
            on_open(int(number))

    timeline = timeline_of(steps)
    several = len({lane.organisation for lane in timeline.lanes}) > 1
    lanes = [
        {
            "name": lane_name(lane, whose=several),
            "rows": lane.rows,
            "marks": [
                {
                    "step": mark.step,
                    "at": mark.at,
                    "row": mark.row,
                    "shape": SHAPES[steps[mark.step].kind],
                    "label": f"{step_lead(steps[mark.step], whose=several)}: {step_text(steps[mark.step])}",
                }
                for mark in lane.marks
            ],
        }
        for lane in timeline.lanes
    ]
    kinds = [kind for kind in StepKind if any(step.kind is kind for step in steps)]
    data = {
        "lanes": lanes,
        "ticks": [{"at": tick.at, "label": tick.label} for tick in timeline.ticks],
        "legend": [{"name": LEGEND.get(kind, kind.value), "shape": SHAPES[kind]} for kind in kinds],
        "selected": selected,
    }
    _mount(key="timeline", data=data, height="content", on_opened_change=opened)
