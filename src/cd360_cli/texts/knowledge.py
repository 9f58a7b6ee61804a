"""What stands around the framework's own texts: on the screen that shows it, and on paper."""

from cd360_cli.shape import Text

# the framework as a tree
GROUPS = {
    "strategies": Text(en="Value strategies", nl="Waardestrategieën"),
    "disciplines": Text(
        en="Disciplines and the steps of the journey",
        nl="Disciplines en de stappen van de klantreis",
    ),
    "traits": Text(
        en="Traits of experience disruptors", nl="Kenmerken van een vernieuwende klantbeleving"
    ),
    "tensions": Text(en="Tensions in the business model", nl="Spanningen in het bedrijfsmodel"),
    "conditions": Text(en="Conditions", nl="Voorwaarden"),
    "benchmarks": Text(en="Benchmarks", nl="Richtgetallen"),
    "concepts": Text(en="Concepts", nl="Begrippen"),
    "lenses": Text(en="Lenses", nl="Lenzen"),
    "blocks": Text(en="Blocks of questions", nl="Blokken met vragen"),
    "moves": Text(en="Next moves", nl="Volgende stappen"),
    "sources": Text(en="Sources", nl="Bronnen"),
}
COUNT = Text(en="{group}: {n}", nl="{group}: {n}")
QUESTIONS_ONE = Text(en="{n} question", nl="{n} vraag")
QUESTIONS_MANY = Text(en="{n} questions", nl="{n} vragen")

# one entry
KINDS = {
    "strategies": Text(en="Value strategy", nl="Waardestrategie"),
    "disciplines": Text(en="Discipline", nl="Discipline"),
    "steps": Text(en="Step of the customer journey", nl="Stap van de klantreis"),
    "traits": Text(
        en="Trait of experience disruptors", nl="Kenmerk van een vernieuwende klantbeleving"
    ),
    "tensions": Text(en="Tension in the business model", nl="Spanning in het bedrijfsmodel"),
    "conditions": Text(en="Condition", nl="Voorwaarde"),
    "benchmarks": Text(en="Benchmark", nl="Richtgetal"),
    "concepts": Text(en="Concept", nl="Begrip"),
    "moves": Text(en="Next move", nl="Volgende stap"),
    "questions": Text(en="Question", nl="Vraag"),
    "sources": Text(en="Source", nl="Bron"),
    "lenses": Text(en="Lens on the choice of strategy", nl="Lens op de keuze van een strategie"),
    "blocks": Text(en="Block of questions", nl="Blok met vragen"),
}
PUBLISHED = Text(en="published: {sources}", nl="gepubliceerd: {sources}")
INFERRED = Text(en="inferred", nl="afgeleid")
INFERRED_FROM = Text(en="inferred, see {sources}", nl="afgeleid, zie {sources}")

HOME = Text(en="At home in", nl="Thuis in")
PROMISE = Text(en="Promises", nl="Belooft")
PAYS_FOR = Text(en="Customers pay for", nl="Klanten betalen voor")
OPERATING_MODEL = Text(en="Works by", nl="Werkt met")
PITFALLS = Text(en="Pitfalls", nl="Valkuilen")
EXAMPLES = Text(en="Examples", nl="Voorbeelden")
NEEDS = Text(en="Needs", nl="Heeft nodig")
LIVES_BY_STEPS = Text(
    en="Lives by these steps (affinity 0-10)", nl="Leeft van deze stappen (affiniteit 0-10)"
)
LIVES_BY_TRAITS = Text(
    en="Lives by these traits (affinity 0-10)", nl="Leeft van deze kenmerken (affiniteit 0-10)"
)
AFFINITIES = Text(en="Affinity of each strategy (0-10)", nl="Affiniteit van elke strategie (0-10)")
PROCESS = Text(en="Process", nl="Proces")
STEPS = Text(en="Steps", nl="Stappen")
AT_HOME = Text(en="Strategies at home here", nl="Strategieën die hier thuis zijn")
DISCIPLINE = Text(en="Discipline", nl="Discipline")
LEFT = Text(en="Far left", nl="Uiterst links")
RIGHT = Text(en="Far right", nl="Uiterst rechts")
SHIFTS = Text(
    en="Added to importance at the far right, taken from it at the far left",
    nl="Komt uiterst rechts bij het belang, gaat er uiterst links van af",
)
SHIFTED = Text(
    en="Added to importance by these poles, taken from it by their opposites",
    nl="Deze polen doen dit bij het belang; hun tegenpolen halen het eraf",
)
STRATEGY = Text(en="Strategy", nl="Strategie")
MINIMUM = Text(en="Least level (0-4)", nl="Minimaal niveau (0-4)")
MET = Text(en="When met", nl="Als eraan is voldaan")
UNMET = Text(en="When not met", nl="Als er niet aan is voldaan")
STEP = Text(en="Step", nl="Stap")
RULES = Text(en="Yearly revenue for one person", nl="Jaaromzet per medewerker")
OCCASION = Text(en="Said when", nl="Wordt gezegd als")
OCCASIONS = {
    "standing": Text(
        en="the company is below the market's norm in {target}",
        nl="het bedrijf onder de marktnorm zit in {target}",
    ),
    "condition": Text(
        en="this condition applies and is not met: {target}",
        nl="deze voorwaarde geldt en er niet aan is voldaan: {target}",
    ),
    "step": Text(
        en="the weight goes on the step {target}", nl="het gewicht komt op de stap {target}"
    ),
    "trait": Text(
        en="the weight goes on the trait {target}", nl="het gewicht komt op het kenmerk {target}"
    ),
    "strategy": Text(en="the company leads on {target}", nl="het bedrijf kiest voor {target}"),
    "gap": Text(
        en="this lens points to another strategy: {target}",
        nl="deze lens op een andere strategie wijst: {target}",
    ),
}
BECAUSE = Text(en="Reason", nl="Reden")
BLOCK = Text(en="Block", nl="Blok")
WHY = Text(en="Why we ask", nl="Waarom we dit vragen")
MEASURES = Text(en="Measures", nl="Meet")
CHOICES = Text(en="Choices", nl="Keuzes")
CHOICES_WITH_POINTS = Text(
    en="Choices and the points they give", nl="Keuzes en de punten die ze geven"
)
AUTHOR = Text(en="Author", nl="Auteur")
YEAR = Text(en="Year", nl="Jaar")
WHERE = Text(en="Where", nl="Waar")
SEEN = Text(en="Seen by this project", nl="Gezien door dit project")
SEEN_PARTS = {
    "whole": Text(en="whole", nl="geheel"),
    "part": Text(en="in part", nl="deels"),
    "recalled": Text(en="not at hand, recalled", nl="niet bij de hand, uit herinnering"),
}
NAMED_BY = Text(en="Named by", nl="Genoemd bij")
WEIGHT = Text(en="Part in the score", nl="Aandeel in de score")
WEIGHT_OF = Text(en="{weight} of {of}", nl="{weight} van {of}")
BLOCKS = Text(en="Asked about in", nl="Gevraagd in")
ANSWERED_WITH = Text(en="Answered with", nl="Beantwoord met")
ANSWERS = {
    "choice": Text(en="an option", nl="een optie"),
    "ladder": Text(en="a level, 0-4", nl="een niveau, 0-4"),
    "spectrum": Text(
        en="a position between two poles, 1-5", nl="een positie tussen twee polen, 1-5"
    ),
}
LENS = Text(en="Lens", nl="Lens")
MEASURED = {
    "step": Text(en="steps of the customer journey", nl="stappen van de klantreis"),
    "trait": Text(
        en="traits of experience disruptors", nl="kenmerken van een vernieuwende klantbeleving"
    ),
    "condition": Text(en="conditions", nl="voorwaarden"),
    "strategy": Text(
        en="the level in each strategy against the market's norm",
        nl="het niveau in elke strategie tegen de marktnorm",
    ),
    "tension": Text(en="tensions in the business model", nl="spanningen in het bedrijfsmodel"),
}
QUESTIONS = Text(en="Questions", nl="Vragen")
MEASURED_BY = Text(en="Measured by", nl="Gemeten met")
MOVES = Text(en="Moves on its occasion", nl="Stappen die erbij horen")

# the questionnaire on paper
PAPER = Text(
    en="Questionnaire `{id}` {version}, {questions}.",
    nl="Vragenlijst `{id}` {version}, {questions}.",
)
PAPER_IDS = Text(
    en="Words set `like-this` are for whoever enters the answers.",
    nl="Woorden die `zo-gezet` zijn, zijn voor wie de antwoorden invoert.",
)
PAPER_ONE_OR_TWO = Text(
    en="Tick one box for each question, or two where two fit equally well.",
    nl="Kruis bij elke vraag één vakje aan, of twee als er twee even goed passen.",
)
PAPER_ONE = Text(en="Tick one box for each question.", nl="Kruis bij elke vraag één vakje aan.")
PAPER_FIELDS = (
    Text(en="Company", nl="Bedrijf"),
    Text(en="Date", nl="Datum"),
    Text(en="Filled in by", nl="Ingevuld door"),
    Text(en="Role", nl="Functie"),
)
