"""The pictures of a report: what is shown of a result, with its text alternative.

The pictures compute their geometry themselves; here they are only given names and numbers.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from cd360_cli.journey import MOST_IMPORTANCE, MOST_OPPORTUNITY, Emphasis
from cd360_cli.pictures.dots import Dots
from cd360_cli.pictures.field import Field, Pole, Pulled, field
from cd360_cli.pictures.landscape import Landscape, Place, landscape
from cd360_cli.pictures.radar import Axis, Radar, radar
from cd360_cli.pictures.slope import Slope
from cd360_cli.pictures.wheel import Step, Wheel, wheel
from cd360_cli.recommendation import StrategyResult
from cd360_cli.render.names import Names
from cd360_cli.render.report_table import opportunity
from cd360_cli.shape import Text
from cd360_cli.texts import report as say
from cd360_cli.texts import result as say_result
from cd360_cli.texts.wording import inner, listed, number

SIDE_BY_SIDE = 2
"""How many candidates are drawn each by itself; of more, what they share is drawn once."""


class Figure(NamedTuple):
    """A picture with its title, what it says to who does not see it, and how to read it.

    `series` are the colours of its lines, by place of discipline; None is nobody's.
    """

    id: str
    kind: Literal["wheel", "field", "radar", "landscape", "dots", "slope"]
    picture: Wheel | Field | Radar | Landscape | Dots | Slope
    title: str
    says: str
    reads: tuple[str, ...] = ()
    series: tuple[int | None, ...] = ()


class View(NamedTuple):
    """A journey to be drawn: of one strategy, or what several share (no strategy)."""

    strategy: str | None
    journey: tuple[Emphasis, ...]
    traits: tuple[Emphasis, ...]


def views(of: Names) -> tuple[View, ...]:
    """The journeys to draw: each candidate's where there are few, else what they share."""
    result = of.result
    if len(result.candidates) <= SIDE_BY_SIDE:
        return tuple(View(c.strategy, c.journey, c.traits) for c in result.candidate_journeys)
    return (View(None, result.journey, result.traits),)


def homes(of: Names) -> dict[str, int]:
    """The place of each strategy's home discipline: its colour."""
    places = {d.id: n for n, d in enumerate(of.framework.disciplines)}
    return {s.id: places[s.home.discipline] for s in of.framework.strategies}


def groups(of: Names) -> dict[str, int]:
    """The place of each step's discipline: its colour."""
    places = {d.id: n for n, d in enumerate(of.framework.disciplines)}
    return {s.id: places[s.discipline] for s in of.framework.steps}


def _titled(of: Names, view: View, one: Text, each: Text, shared: Text) -> str:
    if of.result.strategy:
        return of.say(one)
    if view.strategy is None:
        return of.say(shared)
    return of.say(each, strategy=of.in_sentence([view.strategy]))


# -- the journey wheel


def wheels(of: Names) -> tuple[Figure, ...]:
    """A wheel for each journey to be drawn."""
    return tuple(_wheel(of, view, n) for n, view in enumerate(views(of), 1))


def _wheel(of: Names, view: View, n: int) -> Figure:
    colours, bands = groups(of), of.framework.limits.bands
    steps = [
        Step(
            name=of.steps[e.id],
            figure=opportunity(of, e),
            group=colours[e.id],
            value=None if e.band == "not-applicable" else float(e.claim),
            known=e.opportunity is not None,
            marked=e.emphasise,
        )
        for e in view.journey
    ]
    names = [d.name.say(of.language) for d in of.framework.disciplines]
    lit = [homes(of)[view.strategy]] if view.strategy else []
    said = [f"{step.name} {step.figure}" for step in steps]
    marked = [inner(step.name) for step in steps if step.marked]
    weight = of.say(say.WEIGHT_HERE, steps=listed(marked, of.language))
    return Figure(
        id=f"wheel-{n}",
        kind="wheel",
        picture=wheel(steps, names, lit, MOST_OPPORTUNITY, [bands.attention, bands.extreme]),
        title=_titled(of, view, say.WHEEL, say.WHEEL_OF, say.WHEEL_SHARED),
        says=f"{of.say(say.WHEEL_ALT, steps=', '.join(said))} "
        + (weight if marked else of.say(say.NO_WEIGHT)),
        reads=(_home(of, view.strategy),) if view.strategy else (),
    )


def _home(of: Names, strategy: str) -> str:
    """Where on the rim a strategy is at home."""
    home = of.framework.disciplines[homes(of)[strategy]].name.say(of.language)
    return of.say(say.WHEEL_HOME, discipline=home, strategy=of.in_sentence([strategy]))


def wheels_read(of: Names) -> Iterator[str]:
    """How to read the wheels."""
    limits = of.framework.limits.bands
    yield of.say(say.WHEEL_READS)
    rings = [(limits.attention, "attention"), (limits.extreme, "extreme")]
    yield of.say(
        say.WHEEL_RINGS,
        limits=listed([str(limit) for limit, _ in rings], of.language),
        names=listed([of.say(say_result.BANDS[band]) for _, band in rings], of.language),
    )
    if any(e.band == "unknown" for e in of.result.journey):
        yield of.say(say.WHEEL_UNKNOWN)


# -- the strategy field


def strategy_field(of: Names) -> Figure | None:
    """The strategies with the company and its lenses between them; None before any answer."""
    answered = {c.lens for c in of.result.contributions if c.known}
    if not answered:
        return None
    found = sorted(of.result.strategies, key=lambda s: homes(of)[s.id])
    lenses = [x.lens for x in found[0].lenses if x.lens in answered]
    poles = [
        Pole(
            of.strategies[s.id],
            number(s.score, of.language, 1),
            homes(of)[s.id],
            float(s.score),
            s.id in of.result.candidates,
        )
        for s in found
    ]
    whole = Pulled(of.say(say.WHOLE), tuple(float(s.score) for s in found))
    parts = [Pulled(inner(of.lenses[lens]), _lens_scores(found, lens)) for lens in lenses]
    picture = field(poles, whole, parts)
    scores = [f"{pole.name} {pole.figure}" for pole in poles]
    reads = [of.say(say.FIELD_READS)]
    if picture.shared:
        reads.append(of.say(say.FIELD_SHARED))
    return Figure(
        id="field",
        kind="field",
        picture=picture,
        title=of.say(say.FIELD),
        says=of.say(say.FIELD_ALT, scores=", ".join(scores)),
        reads=tuple(reads),
    )


def _lens_scores(found: Sequence[StrategyResult], lens: str) -> tuple[float, ...]:
    return tuple(float(x.score) for s in found for x in s.lenses if x.lens == lens)


# -- traits


def trait_radar(of: Names) -> Figure | None:
    """Importance and today on an axis for each trait; None where there are too few."""
    shown = views(of)
    series = [[float(e.importance) for e in view.traits] for view in shown]
    today = [_known(e) for e in of.result.traits]
    axes = [Axis(of.traits[e.id], e.emphasise) for e in of.result.traits]
    picture = radar(axes, [*series, today], MOST_IMPORTANCE)
    if picture is None:
        return None
    said = [_at(of, of.traits[e.id], e) for e in of.result.traits]
    return Figure(
        id="radar",
        kind="radar",
        picture=picture,
        title=of.say(say.RADAR),
        says=of.say(say.RADAR_ALT, traits=", ".join(said)),
        reads=(of.say(say.RADAR_READS, series="; ".join(_series(of, shown))),),
        series=tuple(homes(of)[view.strategy] if view.strategy else None for view in shown),
    )


def _series(of: Names, shown: Sequence[View]) -> Iterator[str]:
    """What each line of the radar stands for."""
    for view, line in zip(shown, say.RADAR_LINES, strict=False):
        mark = of.say(line)
        if view.strategy:
            strategy = of.in_sentence([view.strategy])
            yield of.say(say.RADAR_SERIES, mark=mark, strategy=strategy)
        else:
            yield of.say(say.RADAR_SHARED, mark=mark)


def _known(emphasis: Emphasis) -> float | None:
    return None if emphasis.satisfaction is None else float(emphasis.satisfaction)


def _at(of: Names, name: str, emphasis: Emphasis) -> str:
    return of.say(
        say.COORDINATES,
        name=name,
        importance=of.number(emphasis.importance),
        satisfaction=of.number(emphasis.satisfaction),
    )


# -- the opportunity landscape


def landscapes(of: Names) -> tuple[Figure, ...]:
    """A landscape for each journey to be drawn; none where today is not known of any step."""
    if all(e.satisfaction is None for e in of.result.journey):
        return ()
    return tuple(_landscape(of, view, n) for n, view in enumerate(views(of), 1))


def _landscape(of: Names, view: View, n: int) -> Figure:
    colours, limits = groups(of), of.framework.limits.bands
    known = [(k, e) for k, e in enumerate(view.journey, 1) if e.satisfaction is not None]
    places = [
        Place(
            k,
            of.steps[e.id],
            colours[e.id],
            float(e.importance),
            float(e.satisfaction or 0),
            e.emphasise,
        )
        for k, e in known
    ]
    bands = [(limit, of.say(say_result.BANDS[name])) for name, limit in limits._asdict().items()][
        ::-1
    ]
    said = ", ".join(_at(of, of.steps[e.id], e) for _, e in known)
    picture = landscape(
        places, bands, of.say(say_result.IMPORTANCE), of.say(say_result.SATISFACTION)
    )
    unnamed = [
        f"{place.number} {place.name}" for place in places if place.number in picture.unnamed
    ]
    steps = listed(unnamed, of.language)
    return Figure(
        id=f"landscape-{n}",
        kind="landscape",
        picture=picture,
        title=_titled(of, view, say.LANDSCAPE_ONE, say.LANDSCAPE_OF, say.LANDSCAPE_SHARED),
        says=of.say(say.LANDSCAPE_ALT, steps=said),
        reads=(of.say(say.LANDSCAPE_UNNAMED, steps=steps),) if unnamed else (),
    )


def not_placed(of: Names) -> Iterator[str]:
    """The steps that the landscape leaves out, and why."""
    several = of.result.strategy is None
    unknown = [e for e in of.result.journey if e.band == "unknown"]
    absent = [of.steps[e.id] for e in of.result.journey if e.band == "not-applicable"]
    named: Callable[[Emphasis], str] = lambda e: (  # noqa: E731
        of.steps[e.id]
        if several
        else of.say(say.WITH_IMPORTANCE, name=of.steps[e.id], importance=of.number(e.importance))
    )
    if unknown:
        yield of.say(say.LANDSCAPE_UNKNOWN, steps=listed([named(e) for e in unknown], of.language))
    if absent:
        yield of.say(say.LANDSCAPE_ABSENT, steps=listed(absent, of.language))
