"""Geometry: what is drawn stands where the numbers say, and nothing hides anything else."""

import re
from fractions import Fraction
from itertools import pairwise, product
from math import cos, dist, isclose, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cd360_cli.journey import opportunity
from cd360_cli.pictures import braille
from cd360_cli.pictures.beside import beside
from cd360_cli.pictures.dots import SCALE, Lane, Spot, dots
from cd360_cli.pictures.field import NEAR, RADIUS, STRING, Pole, Pulled, field
from cd360_cli.pictures.landscape import RADIUS as SPOT
from cd360_cli.pictures.landscape import UNIT, Place, corners, landscape
from cd360_cli.pictures.radar import REACH, Axis, radar
from cd360_cli.pictures.shapes import ELLIPSIS, Box, Point, apart, around, folded, width
from cd360_cli.pictures.slope import ACROSS, DOWN, Change, slope
from cd360_cli.pictures.strip import strip
from cd360_cli.pictures.track import LENGTH, track
from cd360_cli.pictures.wheel import FULL, HUB, Step, wheel

NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs", "P"]), min_size=1).filter(
    str.strip
)
SCORES = st.fractions(0, 100).map(float)


def step(name: str = "step", value: float | None = 5, **more: object) -> Step:
    return Step(name, "5", 0, value, known=True, marked=False)._replace(**more)


def numbers(path: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", path)]


def reach(filled: str) -> float:
    """The outer radius of a sector."""
    return numbers(filled)[2]


# -- text


@settings(max_examples=40)
@given(st.text(), st.floats(2, 30), st.integers(1, 4))
def test_folded_text_fits_and_loses_nothing_without_saying_so(
    text: str, most: float, lines: int
) -> None:
    """No line is too wide or too many; words are only missing behind an ellipsis."""
    rows = folded(text, most, lines)
    assert 1 <= len(rows) <= lines
    assert all(width(row) <= most for row in rows)
    if not any(row.endswith(ELLIPSIS) for row in rows):
        assert " ".join(rows) == " ".join(text.split())


def test_a_name_goes_where_there_is_room_or_nowhere() -> None:
    """Right first, else another side; none where every side is taken."""
    mark, page = Box(-5, -5, 5, 5), Box(-100, -100, 100, 100)
    right = beside(mark, ["name"], 10, [], page)
    assert right is not None
    assert right.box.left > mark.right
    left = beside(mark, ["name"], 10, [right.box], page)
    assert left is not None
    assert left.box.right < mark.left
    assert beside(mark, ["name"], 10, [], mark) is None
    assert beside(mark, ["name"], 10, [page], page) is None


# -- the wheel


@settings(max_examples=40)
@given(st.lists(NAMES, min_size=1, max_size=30), st.integers(1, 5))
def test_no_two_names_on_a_wheel_hide_each_other(names: list[str], disciplines: int) -> None:
    """Whatever they are and however many: where they do not fit, numbers stand for them."""
    steps = [
        step(name, group=n * disciplines // len(names), marked=n % 3 == 0)
        for n, name in enumerate(names)
    ]
    drawn = wheel(steps, ["Discipline"] * disciplines, {0}, 20, [10, 15])
    boxes = [wedge.name.box for wedge in drawn.wedges]
    assert apart(boxes)
    assert all(box.within(drawn.view) for box in boxes)
    assert len(drawn.wedges) == len(names)
    assert [bool(wedge.pointer) for wedge in drawn.wedges] == [s.marked for s in steps]
    assert drawn == wheel(steps, ["Discipline"] * disciplines, {0}, 20, [10, 15])


def test_a_step_reaches_as_far_as_its_value() -> None:
    """Nothing at nothing, the rim at the most, and in proportion between."""
    values = [None, 0, 5, 10, 20, 25]
    drawn = wheel([step(value=value) for value in values], ["All"], set(), 20)
    assert [bool(wedge.filled) for wedge in drawn.wedges] == [False, False] + [True] * 4
    radii = [reach(wedge.filled) for wedge in drawn.wedges[2:]]
    assert radii == [HUB + (FULL - HUB) / 4, (HUB + FULL) / 2, FULL, FULL]


def test_the_rim_closes_on_itself_discipline_by_discipline() -> None:
    """Each chevron begins where the one before ends, the first where the last ends."""
    groups = [0, 0, 1, 2, 2, 0]
    drawn = wheel([step(group=g) for g in groups], ["One", "Two", "Three"], {1}, 20)
    assert [(arc.group, arc.lit) for arc in drawn.arcs] == [
        (0, False), (1, True), (2, False), (0, False),
    ]  # fmt: skip
    ends = []
    for arc in drawn.arcs:
        found = numbers(arc.path)
        # M start, A radii and flags, end, L tip, ...
        ends.append((Point(*found[0:2]), Point(*found[7:9])))
    for (_, end), (start, _) in pairwise([*ends, ends[0]]):
        assert dist(end, start) < 3


def test_circles_stand_only_between_nothing_and_the_most() -> None:
    """A band that begins at 0 or at the most needs no circle."""
    drawn = wheel([step()], ["All"], set(), 20, [0, 10, 20])
    assert [ring.figure.text for ring in drawn.rings] == ["10"]
    assert drawn.rings[0].radius == (HUB + FULL) / 2


# -- the field


def poles(*scores: float) -> list[Pole]:
    return [Pole(f"Strategy {n}", f"{s:g}", n, s, lit=n == 0) for n, s in enumerate(scores)]


@settings(max_examples=40)
@given(st.lists(SCORES, min_size=2, max_size=8).filter(any))
def test_a_mark_stands_at_the_weighted_mean_of_the_corners(scores: list[float]) -> None:
    """The scores are barycentric weights; strings share the pull as the scores do."""
    drawn = field(poles(*scores), Pulled("whole", tuple(scores)))
    ats = [corner.at for corner in drawn.corners]
    total = sum(scores)
    assert drawn.whole is not None
    for axis in (0, 1):
        expected = sum(at[axis] * s for at, s in zip(ats, scores, strict=True)) / total
        assert isclose(drawn.whole[axis], expected, abs_tol=0.01)
    assert isclose(sum(corner.string for corner in drawn.corners), STRING, abs_tol=0.05)
    assert apart([corner.name.box for corner in drawn.corners])


@pytest.mark.parametrize("count", range(2, 9))
def test_all_for_one_stands_at_its_corner_and_all_alike_in_the_middle(count: int) -> None:
    """The two ends of what a field can say."""
    sole = [100.0] + [0.0] * (count - 1)
    drawn = field(poles(*sole), Pulled("whole", tuple(sole)))
    assert drawn.whole == drawn.corners[0].at
    even = field(poles(*[25.0] * count), Pulled("whole", (25.0,) * count))
    assert even.whole is not None
    assert dist(even.whole, (0, 0)) < 0.02


@settings(max_examples=40)
@given(st.lists(st.tuples(SCORES, SCORES, SCORES, SCORES), min_size=1, max_size=5))
def test_no_mark_hides_another(parts: list[tuple[float, ...]]) -> None:
    """Lenses that agree share a mark, in the place of the first; the whole stays in its own."""
    whole = tuple(map(sum, zip(*parts, strict=True)))
    lenses = [Pulled(f"lens {n}", part) for n, part in enumerate(parts)]
    drawn = field(poles(*whole), Pulled("whole", whole), lenses)
    shown = [mark.at for mark in drawn.marks]
    named = [name for mark in drawn.marks for name in mark.names]
    pulling = [lens.name for lens in lenses if any(lens.scores)]
    assert sorted(named) == sorted([*pulling, *(["whole"] if any(whole) else [])])
    assert all(dist(a, b) >= NEAR for n, a in enumerate(shown) for b in shown[:n])
    assert drawn.shared == any(len(mark.names) > 1 for mark in drawn.marks)
    if drawn.whole:
        assert drawn.marks[0].at == drawn.whole
    boxes = [Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in shown]
    labels = [*drawn.labels, *(name.label for name in drawn.led)]
    assert not any(label.box.overlaps(box) for label in labels for box in boxes)


# -- the radar


def test_a_radar_needs_three_axes_and_is_closed_only_where_all_is_known() -> None:
    """Two axes show no shape; an unknown value breaks the line instead of counting as nothing."""
    axes = [Axis(f"trait {n}", n == 0) for n in range(5)]
    assert radar(axes[:2], [[1, 2]], 10) is None
    drawn = radar(axes, [[10, 5, 5, 5, 5], [5, 5, None, 5, 5], [None] * 5], 10)
    assert drawn is not None
    whole, broken, nothing = drawn.shapes
    assert (whole.closed, broken.closed, nothing.closed) == (True, False, False)
    assert whole.points[0] == around(0, REACH)
    assert (len(whole.points), len(broken.points), len(nothing.points)) == (5, 4, 0)
    assert broken.path.count("L") == 3
    assert nothing.path == ""


# -- the landscape


def inside(place: tuple[float, float], shape: tuple[tuple[float, float], ...]) -> bool:
    """Whether a place lies in a shape or on its edge, by the edges to the right of it."""
    x, y = place
    crossed = False
    for (ax, ay), (bx, by) in pairwise([*shape, shape[0]]):
        turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if not turn and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by):
            return True
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossed = not crossed
    return crossed


def test_a_band_covers_exactly_the_places_with_its_opportunity() -> None:
    """Against the formula itself, at every half point of both scales, for every limit."""
    halves = [Fraction(n, 2) for n in range(21)]
    for limit in range(1, 20):
        shape = corners(limit)
        for importance, satisfaction in product(halves, halves):
            claimed = opportunity(importance, satisfaction) >= limit
            place = (float(importance), float(satisfaction))
            assert claimed == inside(place, shape), (limit, place)


@pytest.mark.parametrize("limit", range(21))
def test_the_name_of_a_band_stays_on_the_plot(limit: int) -> None:
    """Or is left out, where the band is too small to hold it."""
    (region,) = landscape([], [(limit, "attention")], "importance", "today").regions
    if region.name:
        assert 0 < region.at.x <= 10 * UNIT
        assert -10 * UNIT <= region.at.y < 0
    assert bool(region.name) == (limit < 19)


PLACES = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 4), st.booleans()), min_size=1, max_size=30
)


@settings(max_examples=40)
@given(PLACES)
def test_spots_stand_on_their_level_and_never_on_each_other(
    found: list[tuple[int, int, bool]],
) -> None:
    """Satisfaction is exact; importance gives way only as far as spots need to be seen."""
    places = [Place(n, f"Step {n}", 0, a / 2, b * 2.5, m) for n, (a, b, m) in enumerate(found, 1)]
    drawn = landscape(places, [(10, "attention"), (15, "extreme")], "importance", "today")
    assert [spot.number for spot in drawn.spots] == [place.number for place in places]
    for spot, place in zip(drawn.spots, places, strict=True):
        assert spot.at.y == -place.satisfaction * UNIT
    ats = [spot.at for spot in drawn.spots]
    assert all(SPOT - 46 < x < drawn.view.right - SPOT for x, _ in ats)
    assert all(dist(a, b) >= 2 * SPOT for n, a in enumerate(ats) for b in ats[:n])
    alone = [p for p in places if sum(abs(p.importance - q.importance) <= 1 for q in places) == 1]
    for place in alone:
        assert drawn.spots[places.index(place)].at.x == place.importance * UNIT
    every = [*drawn.names, *(name.label for name in drawn.led)]
    assert apart([name.box for name in every])
    said = " ".join(line.text for name in every for line in name.lines)
    for place in places:
        assert (place.name in said) or place.number in drawn.unnamed


def test_a_name_without_room_beside_its_spot_is_led_to_it() -> None:
    """Steps in a row at the edge all keep their names, by number, on lines that cross no spot."""
    row = [(10, "Afweging"), (9.5, "Aankoop"), (8.5, "Klantsucces"), (6, "Tevredenheid")]
    places = [Place(n, name, 0, at, 5, True) for n, (at, name) in enumerate(row, 1)]
    drawn = landscape(places, [(10, "attention"), (15, "extreme")], "importance", "today")
    assert drawn.led
    assert not drawn.unnamed
    spots = [Box(x - SPOT, y - SPOT, x + SPOT, y + SPOT) for x, y in (s.at for s in drawn.spots)]
    assert all(spot.within(drawn.plot) for spot in spots)
    for name in drawn.led:
        assert name.label.lines[0].text[0].isdigit()
        assert sum(box.overlaps(spot) for box in [name.label.box] for spot in spots) == 0


# -- small ones


def test_a_track_marks_its_value_and_its_norm() -> None:
    """From one end to the other, notched at whole numbers; no mark where nothing is known."""
    drawn = track(2.5, 0, 4, 2)
    assert (drawn.mark, drawn.norm) == (LENGTH * 2.5 / 4, LENGTH / 2)
    assert drawn.notches == (0, 25, 50, 75, 100)
    assert track(None, 1, 5).mark is None


def test_pictures_side_by_side_do_not_touch() -> None:
    """Each in its own room, under its own title, on one middle line."""
    views = [Box(-10, -10, 10, 10), Box(-30, -5, 10, 15)]
    placed = strip(views, ["one", "two"])
    left, right = placed.places
    assert left.origin.x + views[0].right < right.origin.x + views[1].left
    assert right.origin.x + views[1].right == placed.width
    assert left.title is not None
    assert left.origin.y + views[0].top > left.title.at.y
    assert strip(views).places[0].title is None


# -- the wheel in miniature


def _dots(lines: list[list[braille.Cell]]) -> int:
    """All dots that are drawn."""
    blank = ord(braille.BLANK)
    return sum((ord(cell.character) - blank).bit_count() for line in lines for cell in line)


WEDGES = st.lists(
    st.builds(braille.Wedge, st.floats(0, 1), st.integers(0, 3), st.booleans()),
    min_size=1, max_size=14,
)  # fmt: skip


@given(WEDGES, st.integers(4, 15))
def test_a_miniature_is_twice_as_wide_as_high_and_made_of_braille(
    wedges: list[braille.Wedge], rows: int
) -> None:
    """Any wheel fills its square of a screen, and colours only what belongs to a wedge."""
    lines = braille.miniature(wedges, rows)
    assert [len(line) for line in lines] == [2 * rows] * rows
    for cell in (cell for line in lines for cell in line):
        assert 0x2800 <= ord(cell.character) <= 0x28FF
        assert cell.group is None or cell.group in {wedge.group for wedge in wedges}


@given(WEDGES, st.data())
def test_a_step_that_reaches_further_or_bears_the_weight_is_never_drawn_with_fewer_dots(
    wedges: list[braille.Wedge], data: st.DataObject
) -> None:
    """More opportunity and more emphasis are both more ink."""
    place = data.draw(st.integers(0, len(wedges) - 1))
    wedge = wedges[place]
    more = wedge._replace(reach=data.draw(st.floats(wedge.reach, 1)), marked=True)
    raised = [*wedges[:place], more, *wedges[place + 1 :]]
    assert _dots(braille.miniature(raised, 9)) >= _dots(braille.miniature(wedges, 9))


@given(st.integers(1, 14))
def test_a_miniature_runs_clockwise_from_the_top(steps: int) -> None:
    """A step alone on the wheel lies in its own direction, as on the wheel of a report."""
    for place in range(steps):
        wedges = [braille.Wedge(float(n == place), n, True) for n in range(steps)]
        turn = 2 * pi * (place + 0.5) / steps
        lines = braille.miniature(wedges, 15)
        row, column = 7 - 4.5 * cos(turn), 14.5 + 9 * sin(turn)
        assert lines[round(row)][round(column)].group == place


# -- dots and slopes


LANES = st.lists(
    st.tuples(NAMES, st.lists(st.integers(0, 100), max_size=7), SCORES | st.none()),
    min_size=1,
    max_size=4,
)


@settings(max_examples=15)
@given(LANES)
def test_every_dot_stands_at_its_value_and_hides_no_other(
    found: list[tuple[str, list[int], float | None]],
) -> None:
    """Left and right by the value alone; dots of all lanes apart, within the picture."""
    lanes = [
        Lane(name, n, tuple(Spot(value, "A") for value in values), middle)
        for n, (name, values, middle) in enumerate(found)
    ]
    drawn = dots(lanes, 100, (0, 50, 100))
    every = [dot.at for lane in drawn.lanes for dot in lane.dots]
    for lane, placed in zip(lanes, drawn.lanes, strict=True):
        wanted = [SCALE * spot.value / 100 for spot in lane.spots]
        assert [dot.at.x for dot in placed.dots] == pytest.approx(wanted, abs=0.01)
        assert (placed.middle is None) == (lane.middle is None)
        assert placed.name.box.within(drawn.view)
        if wanted:
            heap = [dot.at.y for dot in placed.dots]
            assert placed.top < min(heap) <= placed.y + 0.01
            assert placed.bottom > max(heap) >= placed.y - 0.01
    for n, one in enumerate(every):
        spot = Box(*(c - drawn.radius for c in one), *(c + drawn.radius for c in one))
        assert spot.within(drawn.view)
        assert all(dist(one, other) >= 2 * drawn.radius for other in every[:n])


def test_many_dots_are_small_and_have_no_sign() -> None:
    """What cannot be read is not written."""
    few, many = (
        dots([Lane("a", 0, tuple(Spot(n, "A") for n in range(count)))], 100, ())
        for count in (12, 60)
    )
    assert few.radius > many.radius
    assert {dot.sign.text for dot in few.lanes[0].dots} == {"A"}
    assert {dot.sign.text for dot in many.lanes[0].dots} == {""}


@settings(max_examples=15)
@given(st.lists(st.tuples(NAMES, SCORES, SCORES), min_size=1, max_size=8))
def test_a_slope_ends_at_its_values_and_no_name_hides_another(
    found: list[tuple[str, float, float]],
) -> None:
    """Higher is more, on both sides; every figure and name has its own place in the picture."""
    changes = [
        Change(name, n, before, after, ("12.3", "45.6"))
        for n, (name, before, after) in enumerate(found)
    ]
    drawn = slope(changes, ("2025-06-30", "2026-06-30"), 100)
    assert drawn.height >= DOWN
    for change, line in zip(changes, drawn.lines, strict=True):
        assert (line.start.x, line.end.x) == (0, ACROSS)
        assert isclose(line.start.y, drawn.height * (1 - change.before / 100), abs_tol=0.01)
        assert isclose(line.end.y, drawn.height * (1 - change.after / 100), abs_tol=0.01)
    for labels in ([x.before for x in drawn.lines], [x.after for x in drawn.lines]):
        boxes = [label.box for label in (*labels, *drawn.heads)]
        assert all(box.within(drawn.view) for box in boxes)
        middles = sorted((box.top + box.bottom) / 2 for box in boxes[: len(labels)])
        assert all(b - a > 11.5 for a, b in pairwise(middles))
