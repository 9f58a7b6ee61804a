"""Which language to speak: the one asked for, or the one of the locale."""

from collections.abc import Mapping

LANGUAGES = ("en", "nl")
"""The languages of the tool's own sentences; the first speaks where the locale names neither."""


def from_locale(environment: Mapping[str, str]) -> str:
    """The language that the locale variables name, in their order of precedence."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name, ""):
            language = value[:2].lower()
            return language if language in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]
