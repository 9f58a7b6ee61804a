"""What an explanation says."""

from cd360_cli.shape import Text

WHY = Text(
    en="Why {strategy}, and what would change it",
    nl="Waarom {strategy}, en waardoor dat anders zou worden",
)
WHY_NOT = Text(
    en="Why not {strategy}, and what would change it",
    nl="Waarom niet {strategy}, en waardoor dat anders zou worden",
)
WHY_OPEN = Text(
    en="{strategy} or {rival}? What speaks for each, and what would change it",
    nl="{strategy} of {rival}? Wat voor elk pleit, en waardoor dat anders zou worden",
)
PARAGRAPH = Text(
    en=(
        "{strategy} scores {score}, {rival_in} {rival_score} of 100. Of {known} known strategy answers "
        "{for_} speak for {strategy_in} and {against} for {rival_in}{both}. What weighs most: {questions}."
    ),
    nl=(
        "{strategy} scoort {score}, {rival_in} {rival_score} van 100. Van de {known} bekende "
        "strategieantwoorden spreken er {for_} voor {strategy_in} en {against} voor {rival_in}{both}. Het "
        "zwaarst wegen: {questions}."
    ),
)
PARAGRAPH_NONE = Text(
    en=(
        "{strategy} scores {score}, {rival_in} {rival_score} of 100. No known strategy answer tells "
        "them apart."
    ),
    nl=(
        "{strategy} scoort {score}, {rival_in} {rival_score} van 100. Geen enkel bekend "
        "strategieantwoord maakt verschil."
    ),
)
BOTH = Text(en=", {n} for both", nl=", {n} voor beide")
QUOTED = Text(en="“{answer}”", nl="“{answer}”")
EVIDENCE = Text(en="Answer by answer", nl="Antwoord voor antwoord")
EVIDENCE_NOTE = Text(
    en="Points of score that each answer gives; the difference decides. ? is unknown and favours nobody.",
    nl="Scorepunten die elk antwoord geeft; het verschil beslist. ? is onbekend en bevoordeelt niemand.",
)
DIFFERENCE = Text(en="difference", nl="verschil")
TOTAL = Text(en="Total", nl="Totaal")
FLIPS = Text(
    en="The answers that would change it", nl="Welke antwoorden de uitkomst zouden veranderen"
)
FLIPS_ONE = Text(
    en="If {n} answer were different, {rival} would draw level with {strategy} or pass it:",
    nl="Met {n} ander antwoord zou {rival} minstens even hoog uitkomen als {strategy}:",
)
FLIPS_MANY = Text(
    en="If {n} answers were different, {rival} would draw level with {strategy} or pass it:",
    nl="Met {n} andere antwoorden zou {rival} minstens even hoog uitkomen als {strategy}:",
)
FLIPS_NONE = Text(
    en="No other answers could bring {rival} level with {strategy}.",
    nl="Welke antwoorden ook anders zijn: {rival} komt niet even hoog uit als {strategy}.",
)
FLIPS_LEVEL = Text(
    en="Nothing needs to change: {rival} and {strategy} stand level.",
    nl="Er hoeft niets te veranderen: {rival} en {strategy} staan gelijk.",
)
AFTER_FLIPS_ONE = Text(en="{leaders} would then lead.", nl="{leaders} zou dan vooropstaan.")
AFTER_FLIPS_MANY = Text(en="{leaders} would then lead.", nl="{leaders} zouden dan vooropstaan.")
FLIP = Text(en="{ask} Then: “{to}”", nl="{ask} Dan: “{to}”")
WEIGHTS = Text(en="The weights", nl="De gewichten")
TOLERANCE = Text(
    en=(
        "Every question could weigh up to {share} more or less, each its own way and all at once: "
        "{strategy} would stay ahead of {rival}."
    ),
    nl=(
        "Elke vraag mag tot {share} zwaarder of lichter wegen, elk een andere kant op, ook "
        "allemaal tegelijk: {strategy} blijft {rival} voor."
    ),
)
NO_ANSWER_FOR = Text(
    en="However the questions are weighed, {rival} cannot pass {strategy}: no answer favours it.",
    nl="Hoe zwaar de vragen ook wegen: {rival} kan niet langs {strategy}, want geen antwoord pleit ervoor.",
)
WEIGHTS_LEVEL = Text(
    en="They stand level: the smallest shift in what a question weighs decides.",
    nl="Ze staan gelijk: de kleinste verschuiving in wat een vraag weegt, beslist.",
)
SHARE = Text(
    en="{strategy} leads alone in {share} of all ways to divide the weight over the lenses in steps of {step}.",
    nl="{strategy} staat als enige voorop bij {share} van alle verdelingen van het gewicht over de lenzen in stappen van {step}.",
)
TURNING_UP = Text(
    en="{lens} would have to count for {at} (now {now}) before {rival} leads.",
    nl="{lens} zou voor {at} moeten tellen (nu {now}) voordat {rival} vooropstaat.",
)
TURNING_DOWN = Text(
    en="{lens} would have to count for less than {at} (now {now}) before {rival} leads.",
    nl="{lens} zou voor minder dan {at} moeten tellen (nu {now}) voordat {rival} vooropstaat.",
)
TURNING_NONE = Text(
    en="No weight of a single lens puts {rival} ahead.",
    nl="Geen gewicht van één lens zet {rival} voorop.",
)
LENSES = Text(en="The lenses", nl="De lenzen")
LENS = Text(
    en="{lens}: {strategy} {score}, {rival} {rival_score}.",
    nl="{lens}: {strategy} {score}, {rival} {rival_score}.",
)
LEFT_OUT = Text(en="Without one question", nl="Zonder één vraag")
LEFT_OUT_SAME = Text(
    en="Leave out any single question: the leader and the verdict stay the same.",
    nl="Laat één willekeurige vraag weg: de leider en het oordeel blijven gelijk.",
)
LEFT_OUT_LEADER = Text(
    en="Without “{ask}” {leaders} would stand highest; verdict: {verdict}.",
    nl="Zonder “{ask}” zou {leaders} het hoogst staan; oordeel: {verdict}.",
)
LEFT_OUT_VERDICT = Text(
    en="Without “{ask}” the verdict would be: {verdict}.",
    nl="Zonder “{ask}” zou het oordeel zijn: {verdict}.",
)
LEFT_OUT_MANY = Text(
    en="For each of {n} questions: without it, {leaders} would stand highest; verdict: {verdict}.",
    nl="Bij elk van {n} vragen geldt: zonder die vraag zou {leaders} het hoogst staan; oordeel: {verdict}.",
)
LEFT_OUT_VERDICT_MANY = Text(
    en="For each of {n} questions: without it, the verdict would be: {verdict}.",
    nl="Bij elk van {n} vragen geldt: zonder die vraag zou het oordeel zijn: {verdict}.",
)
UNKNOWN = Text(en="What is not known yet", nl="Wat nog niet bekend is")
RANGE = Text(
    en="{strategy} can still end between {low} and {high}.",
    nl="{strategy} kan nog uitkomen tussen {low} en {high}.",
)
FIND_OUT = Text(en="Worth finding out first: {ask}", nl="Zoek dit het eerst uit: {ask}")
FIND_OUT_CAN = Text(
    en="{n} of its {of} options would change who leads.",
    nl="Bij {n} van de {of} opties verandert wie vooropstaat.",
)
FIND_OUT_CANNOT = Text(
    en="It can move the difference by {spread} points; by itself it changes nobody's lead.",
    nl="Het antwoord kan het verschil met {spread} punten veranderen; op zichzelf verandert het niet wie vooropstaat.",
)
ALL_KNOWN = Text(en="Every strategy question is answered.", nl="Elke strategievraag is beantwoord.")
EFFECTS = Text(en="What one level more would do", nl="Wat één niveau hoger zou doen")
EFFECT_STEP = Text(
    en="{step}, from level {level}: opportunity {points} lower. {move}",
    nl="{step}, vanaf niveau {level}: verbeterruimte {points} kleiner. {move}",
)
EFFECT_STANDING = Text(
    en="{strategy}, from level {level} against a norm of {norm}. {move}",
    nl="{strategy}, vanaf niveau {level} bij een norm van {norm}. {move}",
)
PATH = Text(en="The shortest way to the norm", nl="De kortste weg naar de norm")
PATH_RISE = Text(
    en="{strategy}: from level {low}, “{start}”, to level {high}, “{end}”.",
    nl="{strategy}: van niveau {low}, “{start}”, naar niveau {high}, “{end}”.",
)
PATH_NONE = Text(
    en="No strategy stands below the market's norm, as far as it was answered.",
    nl="Geen enkele strategie staat onder de marktnorm, voor zover beantwoord.",
)
