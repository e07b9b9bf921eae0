"""The chart of the report: every outlet's value of a fact beside the others', so that drift is seen, not read."""

import io
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.tables import Comparator, Figure, Relation
from parallax.faces import CHART_FAMILIES, drawable, register_chart_faces
from parallax.facts import AlignedFact
from parallax.labels import SIGNS
from parallax.material import Material
from parallax.scales import told_in

COLUMNS = 3
ROW_IN = 0.23
"""Height of one outlet's row, in inches."""

WIDTH_IN = 11.0
MAX_FACTS = 9
MAX_ROWS = 14
"""More facts or outlets than can be read on a page are left to the tables; the chart says how many it leaves out."""

INK, PALE, RULE, MARK = "#1c1a17", "#8a857c", "#d8d3c8", "#9b2226"

STYLE: Any = {
    "text.parse_math": False,
    "font.family": CHART_FAMILIES,
    "font.size": 7.5,
    "svg.fonttype": "path",
    "svg.hashsalt": "parallax",
    "hatch.linewidth": 0.5,
    "axes.unicode_minus": False,
}

TO_THE_RIGHT: tuple[Comparator, ...] = ("over", "at_least")
TO_THE_LEFT: tuple[Comparator, ...] = ("under", "at_most", "nearly")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a panel: an outlet's way of giving the fact. `is_marked` where it is not the usual way."""

    outlet: str
    figure: Figure
    relation: Relation
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One fact of the chart: value and noun, under it whose it is."""

    title: str
    actor: str
    low: float
    high: float
    rows: tuple[Row, ...]
    n_hidden: int


def facts_chart(material: Material, unusual: Collection[str], *, outlets: Mapping[str, str]) -> str | None:
    """An SVG of the facts that outlets share, those that they tell differently first; None where there is none.

    `unusual` holds the figures whose comparator is not the usual one; `outlets` gives the outlets to show in their
    order, with the name of each. The same input gives the same bytes.
    """
    panels = panels_of(material, unusual, outlets=outlets)
    return _draw(panels) if panels else None


def panels_of(material: Material, unusual: Collection[str], *, outlets: Mapping[str, str]) -> list[Panel]:
    """What the chart shows."""
    drawn = [f for f in material.shared if f.fact.kind not in ("date", "ordinal") and f.fact.low is not None]
    panels = [_panel(item, unusual, material, outlets) for item in drawn]
    return sorted(panels, key=lambda p: (-sum(r.is_marked for r in p.rows), -len(p.rows), p.title, p.actor))[:MAX_FACTS]


def _panel(item: AlignedFact, unusual: Collection[str], material: Material, outlets: Mapping[str, str]) -> Panel:
    rows: dict[tuple[object, ...], Row] = {}
    carried = material.carried[item.fact.fact_id]
    for outlet in (o for o in outlets if o in carried):
        for told, relation in carried[outlet]:
            figure = told_in(told, item.fact)
            is_marked = relation != "same" or figure.figure_id in unusual
            key = (outlet, figure.low, figure.high, figure.comparator, figure.is_vague)
            rows.setdefault(key, Row(outlets[outlet], figure, relation, is_marked))
    low = item.fact.low or 0.0
    shown = tuple(rows.values())[:MAX_ROWS]
    title, _, actor = item.fact.label.rpartition(" · ") if item.fact.actor else (item.fact.label, "", "")
    return Panel(title, actor, low, item.fact.high or low, shown, len(rows) - len(shown))


def _draw(panels: Sequence[Panel]) -> str:
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure as Canvas

    register_chart_faces()
    heights = [max(len(p.rows) for p in panels[i : i + COLUMNS]) + 3.1 for i in range(0, len(panels), COLUMNS)]
    with mpl.rc_context():
        mpl.rcdefaults()  # a user's own settings would change the bytes
        mpl.rcParams.update(STYLE)
        canvas = Canvas(figsize=(WIDTH_IN, sum(heights) * ROW_IN))
        FigureCanvasSVG(canvas)
        grid = canvas.add_gridspec(
            len(heights),
            COLUMNS,
            height_ratios=heights,
            left=0.0,
            right=1.0,
            top=1.0,
            bottom=0.0,
            wspace=0.04,
            hspace=0,
        )
        for number, panel in enumerate(panels):
            row, column = divmod(number, COLUMNS)
            _draw_panel(canvas.add_subplot(grid[row, column]), panel, heights[row])
        out = io.StringIO()
        canvas.savefig(
            out, format="svg", transparent=True, metadata={"Date": None, "Creator": None, "Format": None, "Type": None}
        )
    return out.getvalue()[out.getvalue().index("<svg") :]


def _draw_panel(axes: Any, panel: Panel, n_rows: float) -> None:
    """Names on the left third, values on the right, marks between; everything in axes coordinates."""
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(n_rows, 0)
    scale = _scale(panel)
    axes.text(0.01, 0.75, drawable(_shortened(panel.title, 46)), fontweight="bold", color=INK, va="center")
    axes.text(0.01, 1.6, drawable(_shortened(panel.actor, 54)), color=PALE, va="center")
    reference = scale(panel.low)
    axes.plot([reference, reference], [2.1, len(panel.rows) + 2.3], color=RULE, linewidth=1.0, zorder=1)
    for number, row in enumerate(panel.rows):
        _draw_row(axes, row, number + 2.7, scale)
    if panel.n_hidden:
        axes.text(0.01, len(panel.rows) + 2.7, f"and {panel.n_hidden} more", color=PALE, va="center")


def _draw_row(axes: Any, row: Row, y: float, scale: Any) -> None:
    color = MARK if row.is_marked else INK
    axes.text(0.01, y, drawable(_shortened(row.outlet, 17)), color=INK, va="center")
    weight = "bold" if row.is_marked else "normal"
    written = f"{'' if row.figure.is_vague else SIGNS[row.figure.comparator] + ' '}{row.figure.surface}"
    axes.text(0.985, y, drawable(_shortened(written, 20)), color=color, va="center", ha="right", fontweight=weight)
    low = row.figure.low or 0.0
    x, end = scale(low), scale(row.figure.high)
    if row.figure.is_vague:
        axes.barh(y, end - x, left=x, height=0.42, facecolor="none", edgecolor=color, hatch="/////", linewidth=0.7)
        if row.figure.high is None:
            axes.annotate("", xy=(end + 0.03, y), xytext=(end, y), arrowprops=_arrow(color))
        return
    if end > x:
        axes.plot([x, end], [y, y], color=color, linewidth=2.2, solid_capstyle="butt")
        return
    is_filled = row.figure.comparator not in ("about", "nearly")
    axes.plot([x], [y], "o", markersize=4.6, color=color, markerfacecolor=color if is_filled else "#fdfcf9", zorder=3)
    reach = (row.figure.comparator in TO_THE_RIGHT) - (row.figure.comparator in TO_THE_LEFT)
    if reach:
        axes.annotate("", xy=(x + reach * 0.06, y), xytext=(x, y), arrowprops=_arrow(color))


def _arrow(color: str) -> dict[str, Any]:
    return {"arrowstyle": "-|>", "color": color, "linewidth": 1.0, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 7}


def _scale(panel: Panel) -> Any:
    """From a value to its place between the names and the values; logarithmic where values differ by more than half."""
    bounds = [b for row in panel.rows for b in (row.figure.low, row.figure.high) if b is not None]
    bounds += [panel.low, panel.high]
    least, most = min(bounds), max(bounds)
    if least > 0 and most > 1.5 * least:
        return _placed(math.log(least), math.log(max(most, least * 3)), math.log)
    room = max(most - least, 0.1 * abs(panel.low), 1e-9)
    return _placed(least - room / 4, most + room / 4, float)


def _placed(start: float, end: float, of: Any) -> Any:
    def place(value: float | None) -> float:
        share = 1.0 if value is None else (of(value) - start) / (end - start)
        return 0.33 + 0.20 * min(max(share, 0.0), 1.0)

    return place


def _shortened(text: str, n: int) -> str:
    """The text cut to about n Latin letters' width; a CJK character counts as two."""
    width = 0
    for number, character in enumerate(text):
        width += 2 if ord(character) >= 0x2E80 else 1
        if width > n:
            return text[:number].rstrip() + "…"
    return text
