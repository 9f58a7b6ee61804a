"""What is said of several respondents together."""

from cd360_cli.shape import Text

PERIOD = Text(en="{first} to {last}", nl="{first} tot en met {last}")
RESPONDENTS = Text(en="{n} respondents", nl="{n} respondenten")
INTRODUCED = Text(en="{n} respondents: {names}", nl="{n} respondenten: {names}")
WITH_ROLE = Text(en="{name} ({role})", nl="{name} ({role})")
NUMBERED = Text(en="respondent {n}", nl="respondent {n}")
SAME_NAME = Text(en="{name} [{n}]", nl="{name} [{n}]")
SOME = Text(en="{n} of {all}", nl="{n} van de {all}")
SOMEBODY = Text(en="one certain respondent", nl="één bepaalde respondent")
ANYBODY = Text(en="any one of {n} certain respondents", nl="één van {n} bepaalde respondenten")
OUT = Text(
    en="{who} of the {all} strategy questions; each must answer {needed} to count for the strategies.",
    nl="{who} van de {all} strategievragen; ieder moet er {needed} beantwoorden om bij de strategieën mee te tellen.",
)
OUT_FIRST = Text(en="{name} answered {n}", nl="{name} beantwoordde {n}")
OUT_NEXT = Text(en="{name} {n}", nl="{name} {n}")
OUT_ANONYMOUS = Text(
    en="Too few answered by {some}: {numbers}", nl="Te weinig beantwoord door {some}: {numbers}"
)
NOTE = Text(en="Note", nl="Let op")
RESTS = Text(
    en="This rests on {n} of the {all} respondents.",
    nl="Dit berust op {n} van de {all} respondenten.",
)
FLIPS = Text(
    en="It stands unless the team answers {n} of {of} questions otherwise",
    nl="Het blijft zo, tenzij het team {n} van de {of} vragen anders beantwoordt",
)

# each alone, and all but one
EACH = Text(
    en="Each alone, and the team without one of them",
    nl="Ieder afzonderlijk, en het team zonder een van hen",
)
FIRST_FOR = Text(
    en="{strategies} comes first for {who}.", nl="{strategies} staat voorop bij {who}."
)
LEVEL_FOR = Text(
    en="{strategies} stand level for {who}.", nl="{strategies} staan gelijk bij {who}."
)
ABSENT_FIRST = Text(
    en="Without {who}, {strategies} would come first for the team.",
    nl="Zonder {who} zou bij het team {strategies} vooropstaan.",
)
ABSENT_LEVEL = Text(
    en="Without {who}, {strategies} would stand level for the team.",
    nl="Zonder {who} zouden bij het team {strategies} gelijk staan.",
)
ABSENT_OPEN = Text(
    en="Without {who}, the team would have no clear winner.",
    nl="Zonder {who} zou het team geen duidelijke winnaar hebben.",
)
ABSENT_THIN = Text(
    en="Without {who}, too little is left for a verdict.",
    nl="Zonder {who} blijft er te weinig over voor een oordeel.",
)
NO_ABSENCE = Text(
    en="Whoever is left out, the same strategy comes first for the team.",
    nl="Wie er ook wegvalt, bij het team staat dezelfde strategie voorop.",
)

# what to talk about
TOPICS = {
    0: Text(en="What to talk about first", nl="Wat eerst te bespreken"),
    1: Text(en="The question to talk about first", nl="De vraag om als eerste te bespreken"),
    2: Text(en="The two questions to talk about first", nl="De twee vragen om eerst te bespreken"),
    3: Text(
        en="The three questions to talk about first", nl="De drie vragen om eerst te bespreken"
    ),
}
NO_TOPICS = Text(
    en="Everybody who answered a question answered it alike.",
    nl="Wie een vraag beantwoordde, gaf hetzelfde antwoord als de anderen.",
)
NOT_COMPARED = Text(
    en="No question was answered by two respondents, so there is nothing to compare.",
    nl="Geen enkele vraag is door twee respondenten beantwoord, dus er valt niets te vergelijken.",
)
SAID = Text(en="{answer}: {who}", nl="{answer}: {who}")
DONT_KNOW = Text(en="don't know", nl="weet ik niet")
NOT_APPLICABLE = Text(en="not applicable", nl="niet van toepassing")
MARGIN_TURNS = Text(
    en="This can turn it: depending on the answer, {leader} goes from {high} points ahead of {rival} to {low}; now {now}.",
    nl="Dit kan het omdraaien: al naargelang het antwoord ligt {leader} tussen {high} punten voor op {rival} en {low}; nu {now}.",
)
MARGIN_MOVES = Text(
    en="Depending on the answer, {leader} goes from {high} points ahead of {rival} to {low}; now {now}.",
    nl="Al naargelang het antwoord ligt {leader} tussen {high} punten voor op {rival} en {low}; nu {now}.",
)
AHEAD = Text(en="{points} ahead", nl="{points} voor")
BEHIND = Text(en="{points} behind", nl="{points} achter")
LEVEL = Text(en="level", nl="gelijk")

# agreement
AGREEMENT = Text(en="How far the team agrees", nl="In hoeverre het team het eens is")
SAME = Text(
    en="On a strategy question two of the team give the same answer in {share} of cases.",
    nl="Op een strategievraag geven twee van het team in {share} van de gevallen hetzelfde antwoord.",
)
WHOLE = Text(en="Whole team ({n})", nl="Hele team ({n})")
ROLE = Text(en="{role} ({n})", nl="{role} ({n})")
FIGURES = {
    "same": Text(en="same", nl="gelijk"),
    "strategies": Text(en="strategy", nl="strategie"),
    "levels": Text(en="levels", nl="niveaus"),
    "positions": Text(en="model", nl="model"),
    "order": Text(en="order", nl="volgorde"),
}
ROLES_FIRST = Text(en="First by role: {parts}.", nl="Voorop per rol: {parts}.")
ROLE_FIRST = Text(en="{strategies} ({roles})", nl="{strategies} ({roles})")
AGREEMENT_NOTE = Text(
    en=(
        "Same: strategy answers that two share. Strategy, levels, model: Krippendorff's alpha, 1 all "
        "agree, 0 chance, firm from 0.80; low too where nearly all answers favour one strategy. Order: "
        "Kendall's W, 0 to 1; high too where only the last places agree."
    ),
    nl=(
        "Gelijk: strategieantwoorden die twee delen. Strategie, niveaus, model: Krippendorffs alfa, 1 "
        "allen eens, 0 toeval, stevig vanaf 0,80; ook laag als bijna alle antwoorden naar één strategie "
        "wijzen. Volgorde: Kendalls W, 0 tot 1; ook hoog als alleen de laatste plaatsen overeenkomen."
    ),
)

# where each stands
STRATEGIES = Text(en="Value strategies, score 0-100", nl="Waardestrategieën, score 0-100")
STEPS = Text(en="The customer journey, level 0-4", nl="De klantreis, niveau 0-4")
TEAM = Text(en="team", nl="team")
SPREAD = Text(en="spread", nl="spreiding")
STRATEGIES_NOTE = Text(
    en="Team: question by question the mean of those who answered.",
    nl="Team: per vraag het gemiddelde van wie antwoord gaf.",
)
STRATEGIES_NOTE_OUT = Text(
    en="Team: question by question the mean of those who answered and count.",
    nl="Team: per vraag het gemiddelde van wie antwoord gaf en meetelt.",
)
SORTED = Text(
    en="Each row from low to high: a column is not a person.",
    nl="Elke regel van laag naar hoog: een kolom is geen persoon.",
)
STEPS_NOTE = Text(
    en="{mark} where the team's answers put the weight; ? not known.",
    nl="{mark} waar de antwoorden van het team het gewicht leggen; ? niet bekend.",
)
STEPS_ALIKE = Text(
    en="At most one level apart, by the team's level: {steps}.",
    nl="Hooguit één niveau uiteen, met het niveau van het team: {steps}.",
)
STEP_LEVEL = Text(en="{step} {level}", nl="{step} {level}")
