"""What a report says around the sentences of the result."""

from collections.abc import Mapping

from cd360_cli.shape import Text

# the page
TITLE = Text(en="{company}: value strategy", nl="{company}: waardestrategie")
KICKER = Text(en="On which value strategy to lead", nl="Met welke waardestrategie voorop")
CONTENTS = Text(en="Contents", nl="Inhoud")
SKIP = Text(en="Skip to the contents", nl="Naar de inhoud")
REPAIR = Text(en="Repair first", nl="Eerst herstellen")
EMPHASISED = Text(en="emphasised", nl="nadruk")
WRITTEN = Text(en="{file} written.", nl="{file} geschreven.")

# the journey wheel
WHEEL = Text(en="The journey wheel", nl="Het wiel van de klantreis")
WHEEL_OF = Text(
    en="The journey wheel for {strategy}", nl="Het wiel van de klantreis bij {strategy}"
)
WHEEL_SHARED = Text(
    en="The journey wheel: what the candidates share",
    nl="Het wiel van de klantreis: wat de kandidaten delen",
)
WHEEL_READS = Text(
    en="The further a step reaches, the larger its opportunity (0-20). Full colour and a pointer: put the weight here.",
    nl="Hoe verder een stap reikt, hoe groter de verbeterruimte (0-20). Volle kleur met een pijl: leg hier het gewicht.",
)
WHEEL_RINGS = Text(
    en="The circles are at {limits}: {names}.", nl="De cirkels staan op {limits}: {names}."
)
WHEEL_UNKNOWN = Text(
    en="Dashed: today is not known; it reaches as far as the step is important.",
    nl="Gestippeld: vandaag is niet bekend; de stap reikt zo ver als het belang.",
)
WHEEL_HOME = Text(
    en="{discipline} is lit: {strategy} is at home there.",
    nl="{discipline} is uitgelicht: daar is {strategy} thuis.",
)
WHEEL_ALT = Text(
    en="The steps of the journey in a circle, clockwise, with their opportunity: {steps}.",
    nl="De stappen van de klantreis in een kring, met de klok mee, met hun verbeterruimte: {steps}.",
)
WEIGHT_HERE = Text(en="Put the weight on {steps}.", nl="Leg het gewicht bij {steps}.")
NO_WEIGHT = Text(en="No step stands out.", nl="Geen stap springt eruit.")
JOURNEY_TABLE = Text(en="The journey, step by step", nl="De klantreis, stap voor stap")
STEP = Text(en="Step", nl="Stap")
PRIORITY = Text(en="priority", nl="prioriteit")

# the strategy field
FIELD = Text(en="The strategy field", nl="Het strategieveld")
FIELD_READS = Text(
    en="Each strategy pulls as hard as it scores; the wider its line, the harder. The disc is the overall score, the open marks are the lenses.",
    nl="Elke strategie trekt zo hard als haar score; hoe breder de lijn, hoe harder. De schijf is de totaalscore, de open tekens zijn de lenzen.",
)
FIELD_SHARED = Text(
    en="What falls on one place, or nearly, is one mark with all its names.",
    nl="Wat op één plek valt, of bijna, is één teken met alle namen erbij.",
)
FIELD_ALT = Text(
    en="Scores as places between the strategies. {scores}.",
    nl="Scores als plaatsen tussen de strategieën. {scores}.",
)
FIELD_EMPTY = Text(
    en="No strategy question has been answered yet, so there is nothing to place.",
    nl="Er is nog geen strategievraag beantwoord; er valt dus niets te plaatsen.",
)
WHOLE = Text(en="overall", nl="totaal")
SCORES_TABLE = Text(en="Scores of the value strategies", nl="Scores van de waardestrategieën")
STRATEGY = Text(en="Strategy", nl="Strategie")
TENSIONS_TABLE = Text(
    en="Where the business model stands in each tension",
    nl="Waar het bedrijfsmodel staat in elke spanning",
)
LEFT = Text(en="far left (1)", nl="uiterst links (1)")
PLACE = Text(en="place", nl="plaats")
RIGHT = Text(en="far right (5)", nl="uiterst rechts (5)")

# traits
RADAR = Text(en="The trait radar", nl="De radar van kenmerken")
RADAR_READS = Text(
    en="From the middle (0) to the edge (10). {series}; dashed: today.",
    nl="Van het midden (0) tot de rand (10). {series}; gestreept: vandaag.",
)
RADAR_SERIES = Text(en="{mark}: importance for {strategy}", nl="{mark}: belang voor {strategy}")
RADAR_SHARED = Text(
    en="{mark}: least importance for a candidate",
    nl="{mark}: kleinste belang voor een kandidaat",
)
RADAR_LINES = (
    Text(en="Full line", nl="Doorgetrokken lijn"),
    Text(en="dotted line", nl="stippellijn"),
)
RADAR_ALT = Text(
    en="Importance and today of each trait, 0-10: {traits}.",
    nl="Belang en vandaag van elk kenmerk, 0-10: {traits}.",
)
TRAIT = Text(en="Trait", nl="Kenmerk")
TRAITS_TABLE = Text(en="The traits, one by one", nl="De kenmerken, een voor een")
TRAITS_NOTE = Text(
    en="{mark} where that candidate would put the weight. Figures are opportunities, 0-20.",
    nl="{mark} waar die kandidaat het gewicht zou leggen. De cijfers zijn de verbeterruimte, 0-20.",
)

# the landscape
LANDSCAPE = Text(en="What matters, and how it goes today", nl="Wat telt, en hoe het vandaag gaat")
LANDSCAPE_OF = Text(
    en="The opportunity landscape for {strategy}", nl="De verbeterruimte in kaart bij {strategy}"
)
LANDSCAPE_SHARED = Text(
    en="The opportunity landscape: what the candidates share",
    nl="De verbeterruimte in kaart: wat de kandidaten delen",
)
LANDSCAPE_ONE = Text(en="The opportunity landscape", nl="De verbeterruimte in kaart")
LANDSCAPE_READS = Text(
    en="The further down and to the right, the more there is to gain. A number is the step's place in the journey; full colour: put the weight here. Above the dashed line, today is at least as good as the step is important.",
    nl="Hoe verder naar rechtsonder, hoe meer er te winnen is. Een nummer is de plaats van de stap in de klantreis; volle kleur: leg hier het gewicht. Boven de stippellijn gaat het vandaag ten minste zo goed als de stap belangrijk is.",
)
LANDSCAPE_ALT = Text(
    en="Steps by importance and today, each 0-10: {steps}.",
    nl="Stappen naar belang en vandaag, elk 0-10: {steps}.",
)
LANDSCAPE_EMPTY = Text(
    en="Today is not known of any step, so there is nothing to place.",
    nl="Van geen enkele stap is bekend hoe het vandaag gaat; er valt dus niets te plaatsen.",
)
LANDSCAPE_UNNAMED = Text(
    en="Without a name for lack of room: {steps}.",
    nl="Zonder naam, bij gebrek aan ruimte: {steps}.",
)
LANDSCAPE_UNKNOWN = Text(
    en="Not placed, as today is not known: {steps}.",
    nl="Niet geplaatst, want vandaag is niet bekend: {steps}.",
)
LANDSCAPE_ABSENT = Text(en="Not applicable here: {steps}.", nl="Hier niet van toepassing: {steps}.")
COORDINATES = Text(
    en="{name} {importance} and {satisfaction}", nl="{name} {importance} en {satisfaction}"
)
WITH_IMPORTANCE = Text(en="{name} (importance {importance})", nl="{name} (belang {importance})")

# thresholds, conditions, moves
THRESHOLD = Text(en="Threshold and conditions", nl="Drempel en voorwaarden")
STANDING_TABLE = Text(
    en="Level in each strategy against the market's norm of {norm}",
    nl="Niveau in elke strategie tegen de marktnorm van {norm}",
)
LEVEL = Text(en="level 0-4", nl="niveau 0-4")
NORM = Text(en="against the norm", nl="t.o.v. de norm")
MET = {
    True: Text(en="at or above the norm", nl="op of boven de norm"),
    False: Text(en="below the norm", nl="onder de norm"),
    None: Text(en="not known", nl="niet bekend"),
}

# answers
CONTRIBUTIONS = Text(en="What each strategy answer adds", nl="Wat elk strategieantwoord bijdraagt")
CONTRIBUTIONS_TABLE = Text(
    en="Points of score by strategy answer", nl="Scorepunten per strategieantwoord"
)
CONTRIBUTIONS_NOTE = Text(
    en="The points of all answers add up to the scores. ? is unknown and favours nobody.",
    nl="De punten van alle antwoorden tellen op tot de scores. ? is onbekend en bevoordeelt niemand.",
)
ANSWER = Text(en="Answer", nl="Antwoord")
ANSWERS = Text(en="All answers", nl="Alle antwoorden")
NOT_ASKED_ONE = Text(en="{n} question not asked yet.", nl="{n} vraag nog niet gesteld.")
NOT_ASKED_MANY = Text(en="{n} questions not asked yet.", nl="{n} vragen nog niet gesteld.")
LEVELLED = Text(en="{level}: {text}", nl="{level}: {text}")
SOURCE = Text(en="Source", nl="Bron")
NOTE = Text(en="Note", nl="Toelichting")

# method
METHOD = Text(en="Method and sources", nl="Methode en bronnen")
FRAMEWORK = Text(en="Framework", nl="Framework")
FRAMEWORK_IS = Text(en="{name} ({id} {version})", nl="{name} ({id} {version})")
DIGEST = Text(en="SHA-256", nl="SHA-256")
TOOL = Text(en="Tool", nl="Programma")
DATE = Text(en="Date of the answers", nl="Datum van de antwoorden")
HOW_SCORES = Text(
    en="Each strategy answer gives points; a score (0-100) is the part that a strategy got of what it could get, each lens by its weight: {weights}. Don't know gives the mean of the options, not applicable takes the question out.",
    nl="Elk strategieantwoord geeft punten; een score (0-100) is het deel dat een strategie kreeg van wat te krijgen was, elke lens naar haar gewicht: {weights}. Weet ik niet geeft het gemiddelde van de opties, niet van toepassing haalt de vraag eruit.",
)
HOW_WEIGHT = Text(en="{lens} {weight}", nl="{lens} {weight}")
HOW_SURE = Text(
    en="A verdict counts the answers that would have to change before another strategy draws level: from {clear} it is clear, from {leaning} leaning, below that undecided.",
    nl="Het oordeel telt hoeveel antwoorden anders moeten zijn voordat een andere strategie gelijkkomt: vanaf {clear} is het duidelijk, vanaf {leaning} een lichte voorkeur, daaronder onbeslist.",
)
HOW_OPPORTUNITY = Text(
    en="Opportunity (0-20) = importance + what today falls short of it (Ulwick): {bands}. Importance (0-10) is the strategy's affinity with a step, shifted by the business model. Today (0-10) = 2.5 x the level answered.",
    nl="Verbeterruimte (0-20) = belang + wat vandaag daaraan tekortkomt (Ulwick): {bands}. Belang (0-10) is de affiniteit van de strategie met een stap, verschoven door het bedrijfsmodel. Vandaag (0-10) = 2,5 x het ingevulde niveau.",
)
HOW_BAND = Text(en="from {limit} {name}", nl="vanaf {limit} {name}")
SOURCES = Text(en="Sources of the framework", nl="Bronnen van het framework")
CITED = Text(en="{author}, {title}, {year}. {where}.", nl="{author}, {title}, {year}. {where}.")
CITED_BY_TITLE = Text(en="{title}, {year}. {where}.", nl="{title}, {year}. {where}.")
CONSULTED: Mapping[str, Text] = {
    "whole": Text(en="Consulted in full.", nl="Geheel geraadpleegd."),
    "part": Text(en="Consulted in part.", nl="Deels geraadpleegd."),
    "recalled": Text(
        en="Not consulted directly; used from general knowledge of the field.",
        nl="Niet rechtstreeks geraadpleegd; gebruikt op grond van algemene vakkennis.",
    ),
}
"""By how much of a source was seen."""
