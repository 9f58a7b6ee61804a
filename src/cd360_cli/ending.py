"""How a run ends: its exit code, and one clear message where something stopped it."""

import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from cd360_cli import streams
from cd360_cli.language import Unspoken, of_command_line
from cd360_cli.problems import Refused


def end(words: Sequence[str], act: Callable[[], int | None]) -> NoReturn:
    """Do what the words typed ask for; leave with its exit code, or with that of what stopped it.

    Messages are in the language that the words ask for, else in that of what was refused, else in
    the locale's.
    """
    language = of_command_line(words)
    streams.prepare()
    try:
        code = act()
        sys.stdout.flush()
    except Unspoken as unspoken:
        from cd360_cli.render.misuse import not_spoken

        streams.tell(not_spoken(unspoken, language))
        code = streams.USAGE
    except Refused as refused:
        streams.refuse(refused, of_command_line(words, refused.language))
    except KeyboardInterrupt:
        code = streams.INTERRUPTED
    except BrokenPipeError:
        streams.reader_left()
    except SystemExit as leaving:
        # Rich and Typer leave with 1 of their own accord where the reader has gone.
        if isinstance(leaving.__context__, BrokenPipeError):
            streams.reader_left()
        raise
    except Exception as error:
        # Trouble with a file is refused where it is met, so this is where the result goes.
        if isinstance(error, OSError) and error.filename is None:
            streams.no_output(error, language)
        from cd360_cli.render.misuse import bug

        streams.tell(bug(language))
        code = streams.BUG
    raise SystemExit(code or streams.DONE)
