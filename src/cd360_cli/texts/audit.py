"""What the audit of a framework says."""

from cd360_cli.shape import Text

MEASURING = Text(
    en="Measuring with {n} random respondents: a few seconds.",
    nl="Meting met {n} willekeurige respondenten: enkele seconden.",
)
TITLE = Text(
    en="Fairness of framework {name} {version}", nl="Eerlijkheid van framework {name} {version}"
)
LEADS_EXACT = Text(
    en="Who leads over all possible sets of answers (exact; level leaders share):",
    nl="Wie leidt over alle mogelijke antwoorden (exact; gelijke leiders delen):",
)
LEADS_COUNTED = Text(
    en="Who leads over {n} random respondents (level leaders share):",
    nl="Wie leidt bij {n} willekeurige respondenten (gelijke leiders delen):",
)
LEVEL = Text(en="of which {share} with several level", nl="waarvan {share} met meer gelijken")
VERDICTS = Text(
    en="Verdicts over {n} random respondents who answer everything:",
    nl="Oordelen bij {n} willekeurige respondenten die alles beantwoorden:",
)
WEIGHTS = Text(en="Part of a question in the score:", nl="Aandeel van een vraag in de score:")
EACH_OF = Text(en="each of {n}: {lens}", nl="elk van {n}: {lens}")
REACH = Text(
    en="How often a step or trait is emphasised under each strategy, in % of {n} random respondents:",
    nl="Hoe vaak een stap of kenmerk nadruk krijgt bij elke strategie, in % van {n} willekeurige respondenten:",
)
MINUTES = Text(
    en="Reading and answering takes about {n} minutes ({language}).",
    nl="Lezen en beantwoorden duurt ongeveer {n} minuten ({language}).",
)
