"""What the comparison of an assessment with a changed one says."""

from cd360_cli.shape import Text

ANSWER = Text(en="{question}: {after}, was {before}", nl="{question}: {after}, was {before}")
NO_ANSWER = Text(en="not asked yet", nl="nog niet gesteld")
WEIGHT = Text(
    en="Weight of lens {lens}: {after}, was {before}",
    nl="Gewicht van lens {lens}: {after}, was {before}",
)
NOTHING = Text(
    en="Nothing differs: the assessment says this already.",
    nl="Er verandert niets: dit is al zo ingevuld.",
)
OUTCOME = Text(en="What it comes to", nl="Waar het op uitkomt")
BEFORE = Text(en="before", nl="eerst")
AFTER = Text(en="after", nl="nu")
CHANGED = Text(en="changed", nl="anders")
VERDICT = Text(en="verdict", nl="oordeel")
STRATEGY = Text(en="strategy", nl="strategie")
EMPHASIS = Text(
    en="Steps of the journey that gain or lose emphasis",
    nl="Stappen van de klantreis die nadruk krijgen of verliezen",
)
GAINED = Text(en="gained", nl="erbij")
LOST = Text(en="lost", nl="vervalt")
EMPHASIS_NOTE = Text(
    en="{mark} emphasised; where several strategies may lead, by all of them.",
    nl="{mark} krijgt nadruk; zijn er meer kandidaten, dan bij elk daarvan.",
)
NO_EMPHASIS = Text(
    en="The same steps of the journey are emphasised.",
    nl="Dezelfde stappen van de klantreis krijgen nadruk.",
)
SAVED = Text(
    en="{file} written, with the changed answers.",
    nl="{file} geschreven, met de gewijzigde antwoorden.",
)
WEIGHTS_NOT_SAVED = Text(
    en="The lens weights are not saved: they belong to a framework, not to an assessment.",
    nl="De gewichten van de lenzen zijn niet bewaard: ze horen bij een framework, niet bij antwoorden.",
)
