"""What the list of published cases says."""

from cd360_cli.shape import Text

PUBLISHED = Text(en="published: {strategy} ({source})", nl="gepubliceerd: {strategy} ({source})")
FOUND = Text(
    en="cd360: {outcome}, {verdict}: {agreement}", nl="cd360: {outcome}, {verdict}: {agreement}"
)
AGREEMENT = {
    "agrees": Text(en="agrees", nl="stemt overeen"),
    "open": Text(en="left open", nl="laat het open"),
    "differs": Text(en="differs", nl="wijkt af"),
}
SUMMARY = Text(
    en=(
        "Of {undisputed} companies with one published label {verdicts} get a verdict, "
        "{agreeing} of them as published. Of {disputed} with several labels {among} get one of "
        "them or stay undecided."
    ),
    nl=(
        "Van {undisputed} bedrijven met één gepubliceerd label krijgen er {verdicts} een oordeel, "
        "waarvan {agreeing} zoals gepubliceerd. Van {disputed} met meer labels krijgen er {among} "
        "een daarvan of blijven onbeslist."
    ),
)
CODED = Text(
    en="Answers coded by this project from public facts, before the tool was run: data/cases/.",
    nl="De makers hebben de antwoorden uit openbare bronnen afgeleid voordat cd360 ze zag: data/cases/.",
)
