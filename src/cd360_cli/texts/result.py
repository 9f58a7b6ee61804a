"""What the recommendation says on a screen."""

from cd360_cli.shape import Text

LEAD = Text(en="Lead on {strategy}", nl="Kies {strategy} als leidende strategie")
VERDICTS = {
    "clear": Text(en="a clear lead", nl="een duidelijke voorsprong"),
    "leaning": Text(
        en="a lean, not yet a clear lead", nl="een lichte voorkeur, nog geen duidelijke voorsprong"
    ),
}
VERDICT_NAMES = {
    "clear": Text(en="clear", nl="duidelijk"),
    "leaning": Text(en="leaning", nl="lichte voorkeur"),
    "undecided": Text(en="undecided", nl="onbeslist"),
    "insufficient": Text(en="too few answers", nl="te weinig antwoorden"),
}
UNDECIDED = Text(en="No clear winner: {candidates}", nl="Geen duidelijke winnaar: {candidates}")
LEVEL = Text(
    en="They stand level: the answers point to no winner yet.",
    nl="Ze staan gelijk: de antwoorden wijzen nog geen winnaar aan.",
)
CLOSE = Text(
    en="One other answer can change their order: the answers point to no winner yet.",
    nl="Eén ander antwoord kan de volgorde veranderen: de antwoorden wijzen nog geen winnaar aan.",
)
TALK = Text(
    en="Talk the choice through: as long as it stays open, a company may get stuck in the middle.",
    nl="Bespreek de keuze met elkaar: zolang die open blijft, kan een bedrijf tussen wal en schip raken.",
)
FIND_OUT = Text(
    en="Find out what is still unknown, then talk the choice through.",
    nl="Zoek uit wat nog niet bekend is en bespreek dan de keuze met elkaar.",
)
INSUFFICIENT = Text(en="Too few answers for a verdict", nl="Te weinig antwoorden voor een oordeel")
INSUFFICIENT_WHY = Text(
    en="{answered} of the {all} strategy questions answered; {needed} are needed. Still possible: {candidates}.",
    nl="{answered} van de {all} strategievragen beantwoord; er zijn er {needed} nodig. Nog mogelijk: {candidates}.",
)
FLIPS_ONE = Text(
    en="It stands unless {n} of {of} answers changes",
    nl="Het blijft zo, tenzij {n} van de {of} antwoorden anders uitvalt",
)
FLIPS_MANY = Text(
    en="It stands unless {n} of {of} answers change",
    nl="Het blijft zo, tenzij {n} van de {of} antwoorden anders uitvallen",
)
NO_FLIPS = Text(en="No change of answers overturns it", nl="Geen enkel ander antwoord keert het om")
TOLERANCE = Text(
    en="question weights may be off by {share}",
    nl="de gewichten van de vragen mogen er {share} naast zitten",
)
SHARE = Text(
    en="it leads in {share} of lens weightings",
    nl="bij {share} van de verdelingen over de lenzen staat deze strategie bovenaan",
)
STILL_OPEN = Text(
    en="The answers still unknown could by themselves bring {rivals} level.",
    nl="De antwoorden die nog ontbreken, kunnen {rivals} op gelijke hoogte brengen.",
)
BELOW_NORM = Text(
    en="Below the market's norm in {strategy}: level {level}, the norm is {norm}. Repair this first.",
    nl="Onder de marktnorm in {strategy}: niveau {level}, de norm is {norm}. Herstel dit eerst.",
)
LEADER_BELOW = Text(
    en=(
        "{strategy} is to lead, yet stands below the market's norm: level {level}, the norm is "
        "{norm}. No one leads from there; repair this first."
    ),
    nl=(
        "{strategy} moet voorop, maar staat onder de marktnorm: niveau {level}, de norm is {norm}. "
        "Van daaruit leidt niemand; herstel dit eerst."
    ),
)
STRATEGIES = Text(en="Value strategies", nl="Waardestrategieën")
SCORE = Text(en="score", nl="score")
STANDING = Text(en="level", nl="niveau")
STANDING_NOTE = Text(
    en="Scores 0-100, in all and by lens; * is highest. Level 0-4; the market's norm is {norm}.",
    nl="Scores 0-100, in totaal en per lens; * is hoogste. Niveau 0-4; de marktnorm is {norm}.",
)
RANGES = Text(
    en="With {unknown} still unknown: {ranges}. An unknown answer counts for each strategy alike.",
    nl="Met {unknown} nog onbekend: {ranges}. Een onbekend antwoord telt voor elke strategie even zwaar mee.",
)
RANGE = Text(en="{strategy} {low}-{high}", nl="{strategy} {low}-{high}")
UNKNOWN_ONE = Text(en="{n} strategy answer", nl="{n} strategieantwoord")
UNKNOWN_MANY = Text(en="{n} strategy answers", nl="{n} strategieantwoorden")
GAP = Text(
    en="{lens} points elsewhere: to {leaders}.",
    nl="{lens} wijst een andere kant op, naar {leaders}.",
)
LENSES_PART = Text(
    en="The lenses point different ways: {lenses}.",
    nl="De lenzen wijzen verschillende kanten op: {lenses}.",
)
LENSES_TO = Text(en="{lenses} to {leaders}", nl="{lenses} naar {leaders}")
LENSES_AGREE = Text(en="{lenses} agree.", nl="{lenses} wijzen dezelfde kant op.")
JOURNEY = Text(
    en="Where to put the weight in the customer journey",
    nl="Waar het gewicht in de klantreis moet liggen",
)
JOURNEY_SHARED = Text(
    en="The customer journey: opportunity for each candidate",
    nl="De klantreis: verbeterruimte bij elke kandidaat",
)
IMPORTANCE = Text(en="importance", nl="belang")
SATISFACTION = Text(en="today", nl="vandaag")
OPPORTUNITY = Text(en="opportunity", nl="verbeterruimte")
JOURNEY_NOTE = Text(
    en=(
        "{mark} the highest opportunities: put the weight here. Opportunity (0-20) = importance + "
        "what today falls short of it. Today (0-10) = 2.5 x the level answered."
    ),
    nl=(
        "{mark} de grootste verbeterruimte: leg hier het gewicht. Verbeterruimte (0-20) = belang + "
        "wat vandaag daaraan tekortkomt. Vandaag (0-10) = 2,5 x het ingevulde niveau."
    ),
)
JOURNEY_NOTE_SHARED = Text(
    en=(
        "{mark} where that candidate would put the weight. Opportunity 0-20; today (0-10) = 2.5 x the "
        "level answered; ? not known."
    ),
    nl=(
        "{mark} waar die kandidaat het gewicht zou leggen. Verbeterruimte 0-20; vandaag (0-10) = 2,5 x "
        "het ingevulde niveau; ? niet bekend."
    ),
)
JOURNEY_UNKNOWN = Text(
    en="No step of the journey has a level yet, so no opportunity can be given.",
    nl="Nog van geen enkele stap is het niveau bekend, dus de verbeterruimte ook niet.",
)
LEGEND = Text(en="{letter} is {strategy}", nl="{letter} is {strategy}")
CIRCLE = Text(
    en="{last} feeds {first}: the journey is a circle.",
    nl="{last} voedt {first}: de klantreis is een kringloop.",
)
SHARED = Text(
    en="Whichever leads, put weight on {steps}.",
    nl="Welke strategie het ook wordt: leg gewicht bij {steps}.",
)
NONE_SHARED = Text(
    en="No step is emphasised by every candidate: the choice decides where the weight goes.",
    nl="Geen enkele stap krijgt nadruk bij alle kandidaten: de keuze bepaalt waar het gewicht komt.",
)
BANDS = {
    "extreme": Text(en="extreme", nl="extreem"),
    "high": Text(en="high", nl="hoog"),
    "attention": Text(en="worth attention", nl="let op"),
    "served": Text(en="no priority", nl="geen prioriteit"),
    "unknown": Text(en="unknown", nl="onbekend"),
    "not-applicable": Text(en="not here", nl="n.v.t."),
}
REASONS = Text(
    en="{step}: importance {importance} ({parts})", nl="{step}: belang {importance} ({parts})"
)
AFFINITY = Text(en="{points} for {strategy}", nl="{points} voor {strategy}")
TENSION = Text(en="{points} for {pole}", nl="{points} voor {pole}")
SATISFACTION_IS = Text(en=", today {points}.", nl=", vandaag {points}.")
AT_MOST = Text(en="{points} at most", nl="hooguit {points}")
AT_LEAST = Text(en="{points} at least", nl="minstens {points}")
SATISFACTION_UNKNOWN = Text(en=", today not known.", nl=", vandaag niet bekend.")
TRAITS = Text(en="Experience-disruptor traits", nl="Kenmerken van een vernieuwende klantbeleving")
CONDITIONS = Text(en="Conditions", nl="Voorwaarden")
CONDITION = Text(
    en="{name} (level {level}, needs {minimum}): {said}",
    nl="{name} (niveau {level}, nodig {minimum}): {said}",
)
CONDITION_UNKNOWN = Text(
    en="{name}: not answered, so it cannot be said whether this condition is met.",
    nl="{name}: niet beantwoord, dus niet te zeggen of hieraan is voldaan.",
)
CONDITION_ELSEWHERE = Text(
    en="{name} (level {level}, needs {minimum}): counts only for {strategy}.",
    nl="{name} (niveau {level}, nodig {minimum}): telt alleen mee bij {strategy}.",
)
CLOSEST = Text(en="Closest published companies", nl="Meest vergelijkbare bedrijven uit publicaties")
NEIGHBOUR = Text(
    en="{company}, {period} ({outcome}): {distance} apart",
    nl="{company}, {period} ({outcome}): verschil {distance}",
)
CLOSEST_NOTE = Text(
    en=(
        "Apart by their strategy scores, 0-100. The makers derived the answers of these companies "
        "from public facts."
    ),
    nl=(
        "Verschil in strategiescores, op een schaal van 0-100. De antwoorden van deze bedrijven "
        "hebben de makers uit openbare bronnen afgeleid."
    ),
)
CONTRADICTIONS = Text(en="Hard to reconcile", nl="Moeilijk te rijmen")
MOVES = Text(en="Next moves", nl="Volgende stappen")
STAFFING = Text(en="{name}: {people} ({rule}).", nl="{name}: {people} ({rule}).")
COVERAGE = Text(
    en="Answered: {answered} of {all} questions.", nl="Beantwoord: {answered} van {all} vragen."
)
COVERAGE_REST = {
    "dont_know": Text(en="{n} don't know", nl="{n} weet ik niet"),
    "not_applicable": Text(en="{n} not applicable", nl="{n} niet van toepassing"),
    "open": Text(en="{n} not asked yet", nl="{n} nog niet gesteld"),
}
BASIS = Text(
    en="Affinities and weights are the makers' own reading, except where a source is named.",
    nl="Verbanden en gewichten zijn een inschatting van de makers, behalve waar een bron vermeld staat.",
)
