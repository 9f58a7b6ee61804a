"""What the `framework` commands say."""

from cd360_cli.shape import Text

ERRORS = Text(
    en="Errors ({n}): the framework cannot be used.",
    nl="Fouten ({n}): het framework is zo niet te gebruiken.",
)
WARNINGS = Text(
    en="Warnings ({n}): worth a second look.", nl="Waarschuwingen ({n}): kijk hier nog eens naar."
)
SOUND = Text(en="{file}: no errors, no warnings.", nl="{file}: geen fouten, geen waarschuwingen.")
WRITTEN = Text(
    en="{file} written. Edit it, then: cd360 framework check {file}",
    nl="{file} geschreven. Pas het aan en daarna: cd360 framework check {file}",
)
