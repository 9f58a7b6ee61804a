"""What the pages of a team and of a comparison say around the sentences of the results."""

from cd360_cli.shape import Text

# both pages
MADE = Text(en="How this page was made", nl="Hoe deze pagina tot stand kwam")
DATES = Text(en="Dates of the answers", nl="Datums van de antwoorden")

# a team
TEAM_TITLE = Text(en="{company}: the team", nl="{company}: het team")
TEAM_KICKER = Text(
    en="What a team comes to together, and where it is apart",
    nl="Waar een team samen op uitkomt, en waar het uiteenloopt",
)
GROUP = Text(en="Respondents", nl="Respondenten")
AGREEMENT_TABLE = Text(en="Agreement, in figures", nl="Overeenstemming, in cijfers")
LOW_TO_HIGH = Text(en="each, low to high", nl="ieder, van laag naar hoog")
STRATEGY_SPOTS = Text(
    en="Each respondent on every strategy", nl="Elke respondent op elke strategie"
)
STRATEGY_TABLE = Text(en="Scores of the team and of each", nl="Scores van het team en van ieder")
STEP_SPOTS = Text(
    en="Each respondent on every step of the journey",
    nl="Elke respondent op elke stap van de klantreis",
)
STEP_TABLE = Text(en="Levels of the team and of each", nl="Niveaus van het team en van ieder")
SPOTS_READ = Text(
    en="A dot is a respondent, the upright line the team. Dots at the same value part, up and down.",
    nl="Een stip is een respondent, de staande lijn het team. Stippen op dezelfde waarde wijken uit, omhoog en omlaag.",
)
SPOTS_ALT = Text(
    en="The team, with the lowest and the highest of its respondents: {names}.",
    nl="Het team, met de laagste en de hoogste van de respondenten: {names}.",
)
SPOT = Text(en="{name} {team} ({ends})", nl="{name} {team} ({ends})")

# a comparison
COMPARISON_TITLE = Text(en="{company}: compared", nl="{company}: vergeleken")
OVER_TIME_KICKER = Text(
    en="What changed, and what moved the recommendation",
    nl="Wat er veranderde, en wat het advies verschoof",
)
BETWEEN_KICKER = Text(
    en="Companies side by side, and what sets them apart",
    nl="Bedrijven naast elkaar, en wat hen onderscheidt",
)
SIDES = Text(en="What each comes to", nl="Waar elk op uitkomt")
COMPARED = Text(en="Which questions are compared", nl="Welke vragen vergeleken zijn")
SCORES_TABLE = Text(en="Scores of the value strategies", nl="Scores van de waardestrategieën")
SURENESS_TABLE = Text(en="Figures of how sure each result is", nl="Cijfers over hoe zeker elk is")
FIGURE = Text(en="Figure", nl="Cijfer")
LEVELS_TABLE = Text(en="Levels by strategy", nl="Niveaus per strategie")
STEPS_TABLE = Text(en="Opportunity by step", nl="Verbeterruimte per stap")
SLOPE = Text(en="Scores in {before} and {after}", nl="Scores bij {before} en {after}")
SLOPE_READS = Text(
    en="Each line is a strategy and its score (0-100). Thick: what may lead now, or there.",
    nl="Elke lijn is een strategie met haar score (0-100). Dik: wat nu of daar voorop kan staan.",
)
SLOPE_ALT = Text(
    en="Scores, {before} first and then {after}: {scores}.",
    nl="Scores, eerst {before} en dan {after}: {scores}.",
)
SLOPED = Text(en="{name} {before}, {after}", nl="{name} {before}, {after}")
STEP_CHANGES = Text(
    en="The steps that differ most, and those that are emphasised",
    nl="De stappen die het meest verschillen, en die met nadruk",
)
CHANGES_READ = Text(
    en="Where each stands on a scale of 0 to 20: {signs}.",
    nl="Waar elk staat op een schaal van 0 tot 20: {signs}.",
)
OPEN_SIGN = Text(en="{sign} {label} (open)", nl="{sign} {label} (open)")
SOLID_SIGN = Text(en="{sign} {label} (filled)", nl="{sign} {label} (gevuld)")
CHANGES_ALT = Text(
    en="Opportunity by step, in the order of the assessments: {steps}.",
    nl="Verbeterruimte per stap, in de volgorde van de metingen: {steps}.",
)
