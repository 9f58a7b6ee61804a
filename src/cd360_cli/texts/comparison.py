"""What a comparison of assessments says."""

from collections.abc import Mapping

from cd360_cli.shape import Text

ONE_FILE = Text(
    en="One assessment is too few to compare: name two or more. For one: {command} recommend {file}",
    nl="Eén meting is te weinig om te vergelijken: noem er twee of meer. Voor één: {command} recommend {file}",
)

# what is compared, and with what
OVER_TIME = Text(
    en="{company}: {n} assessments in order of date, each compared with the one before.",
    nl="{company}: {n} metingen op volgorde van datum, elk vergeleken met de vorige.",
)
BETWEEN = Text(
    en="{n} assessments in the order given, each compared with the first, {first}.",
    nl="{n} metingen in de opgegeven volgorde, elk vergeleken met de eerste, {first}.",
)
BELOW_NORM = Text(
    en="Below the market's norm: {strategies}. Repair this first.",
    nl="Onder de marktnorm: {strategies}. Herstel dit eerst.",
)
VERSIONS = Text(
    en="Versions of the questionnaire that was answered: {versions}; weighed by version {now}.",
    nl="Versies van de ingevulde vragenlijst: {versions}; gewogen met versie {now}.",
)
ALL_COMPARED = Text(
    en="All {all} questions are compared.", nl="Alle {all} vragen worden vergeleken."
)
SOME_COMPARED = Text(
    en=(
        "Compared: {n} of the {all} questions, those that stood in every version. A verdict can differ "
        "from that of `cd360 recommend`, which counts them all."
    ),
    nl=(
        "Vergeleken: {n} van de {all} vragen, de vragen die in elke versie stonden. Een oordeel kan "
        "afwijken van dat van `cd360 recommend`, dat alle vragen meetelt."
    ),
)
LEFT_OUT: Mapping[str, Text] = {
    "not-asked": Text(
        en="Left out, as they are new since version {version} or nobody answered them then:",
        nl="Weggelaten, want nieuw sinds versie {version} of toen door niemand beantwoord:",
    ),
    "no-answer": Text(
        en="Left out, as an answer from version {version} no longer fits:",
        nl="Weggelaten, want een antwoord uit versie {version} past niet meer:",
    ),
    "no-question": Text(
        en="Left out, as these questions of version {version} are no more:",
        nl="Weggelaten, want deze vragen uit versie {version} bestaan niet meer:",
    ),
}
"""By why questions are not compared."""
NOTHING = Text(
    en="No answer differs, so nothing else does.",
    nl="Geen enkel antwoord verschilt, en de rest dus ook niet.",
)
SURENESS = Text(en="How sure", nl="Hoe zeker")

# what moved
AGAINST = Text(en="{after} against {before}", nl="{after} tegenover {before}")
GAP = Text(
    en="In assessment {before}, {strategy} {was}; in assessment {after}, {now}.",
    nl="In meting {before} staat {strategy} {was}; in meting {after} {now}.",
)
AHEAD = Text(
    en="is {points} points ahead of {rival}",
    nl="{points} punten voor op {rival}",
)
BEHIND = Text(
    en="is {points} points behind {rival}",
    nl="{points} punten achter op {rival}",
)
LEVEL = Text(en="is level with {rival}", nl="gelijk met {rival}")
NOW_AHEAD = Text(en="it is {points} points ahead", nl="staat die {points} punten voor")
NOW_BEHIND = Text(en="it is {points} points behind", nl="staat die {points} punten achter")
NOW_LEVEL = Text(en="they are level", nl="staan ze gelijk")
MOVED = Text(
    en="What makes most of that difference, in points ({up} towards {strategy}):",
    nl="Wat daarin het meeste verschil maakt, in punten ({up} in de richting van {strategy}):",
)
NONE_MOVED = Text(
    en="No answer that differs changes that.",
    nl="Geen enkel antwoord dat verschilt, verandert daar iets aan.",
)
SAID = Text(en="{label}: {answer}", nl="{label}: {answer}")
REST = Text(en="The rest: {parts}.", nl="De rest: {parts}.")
REST_ONE = Text(
    en="{n} other answer that differs {points}", nl="{n} ander antwoord dat verschilt {points}"
)
REST_MANY = Text(
    en="{n} other answers that differ {points}", nl="{n} andere antwoorden die verschillen {points}"
)
REST_SAME = Text(
    en="answers that are the same but count for more or less {points}",
    nl="antwoorden die gelijk zijn maar zwaarder of lichter tellen {points}",
)
LENS = Text(
    en="{lens} points to {was} in assessment {before}, and to {now} in assessment {after}.",
    nl="{lens} wijst in meting {before} naar {was}, in meting {after} naar {now}.",
)
NOBODY = Text(en="no strategy", nl="geen strategie")
NORM = Text(
    en="{name}: {was} ({before}), {now} ({after}).", nl="{name}: {was} ({before}), {now} ({after})."
)
NORMS: Mapping[bool | None, Text] = {
    True: Text(en="at or above the market's norm", nl="op of boven de marktnorm"),
    False: Text(en="below the market's norm", nl="onder de marktnorm"),
    None: Text(en="level not known", nl="niveau niet bekend"),
}
"""By whether the threshold is met."""
CONDITION = Text(
    en="{name}, a condition for {strategy}: {was} ({before}), {now} ({after}).",
    nl="{name}, een voorwaarde voor {strategy}: {was} ({before}), {now} ({after}).",
)
CONDITIONS: Mapping[str, Text] = {
    "met": Text(en="met", nl="vervuld"),
    "unmet": Text(en="not met", nl="niet vervuld"),
    "unknown": Text(en="not known", nl="niet bekend"),
    "not-needed": Text(en="not needed", nl="niet nodig"),
}
"""By the state of a condition."""
ALIKE = Text(
    en="Answers known in both: {alike} the same, {other} different.",
    nl="Antwoorden die in beide bekend zijn: {alike} gelijk, {other} verschillend.",
)
ONLY: Mapping[str, Text] = {
    "known": Text(
        en="Known only in {label} ({n}): {asks}", nl="Alleen bekend bij {label} ({n}): {asks}"
    ),
    "applies": Text(
        en="Applies only in {label} ({n}): {asks}",
        nl="Alleen van toepassing bij {label} ({n}): {asks}",
    ),
}

# levels and the journey
LEVELS = Text(
    en="Level against the market's norm (0-4)", nl="Niveau ten opzichte van de marktnorm (0-4)"
)
LEVELS_NOTE = Text(
    en="{mark} below the norm of {norm}; ? not known.",
    nl="{mark} onder de norm van {norm}; ? niet bekend.",
)
JOURNEY = Text(
    en="Opportunity in the customer journey (0-20)", nl="Verbeterruimte in de klantreis (0-20)"
)
JOURNEY_NOTE = Text(
    en=(
        "{mark} emphasised. Where several strategies may lead, a step is marked only if each of them "
        "emphasises it, and its figure is the smallest opportunity among them."
    ),
    nl=(
        "{mark} krijgt nadruk. Zijn er meer kandidaten, dan staat het teken er alleen als de stap bij elk "
        "van hen nadruk krijgt; het cijfer is dan de kleinste verbeterruimte onder hen."
    ),
)
JOURNEY_ONE = Text(
    en="The other step differs less, or not at all.", nl="De andere stap verschilt minder of niet."
)
JOURNEY_MANY = Text(
    en="The other {n} steps differ less, or not at all.",
    nl="De andere {n} stappen verschillen minder of niet.",
)
JOURNEY_SAME = Text(
    en="No step has another opportunity.", nl="Bij geen enkele stap verschilt de verbeterruimte."
)
OTHER_STRATEGY = Text(
    en="Opportunities differ also because another strategy asks other things of the journey.",
    nl="De verbeterruimte verschilt ook doordat een andere strategie andere eisen aan de klantreis stelt.",
)
SERVED_BETTER = Text(
    en="Customers served better in assessment {after} than in {before} (today, 0-10): {steps}.",
    nl="Klanten beter bediend in meting {after} dan in meting {before} (vandaag, 0-10): {steps}.",
)
SERVED_WORSE = Text(
    en="Customers served worse in assessment {after} than in {before} (today, 0-10): {steps}.",
    nl="Klanten slechter bediend in meting {after} dan in meting {before} (vandaag, 0-10): {steps}.",
)
SERVED: Mapping[bool, Text] = {
    True: Text(en="{step} from {before} to {after}", nl="{step} van {before} naar {after}"),
    False: Text(en="{step} {after} against {before}", nl="{step} {after} tegenover {before}"),
}
"""By whether assessments of one company follow each other in time."""
