"""Where the command starts: `cd360`, or `python -m cd360_cli`."""

import gc
import os
import sys
from collections.abc import Callable, Sequence


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        _run()
    except KeyboardInterrupt:
        # `ending` tells what there is to tell: this came before it, while modules were loading.
        from cd360_cli.streams import INTERRUPTED

        raise SystemExit(INTERRUPTED) from None


def _run() -> None:
    # What is imported stays: looking through it for garbage takes a tenth of the time to start.
    gc.disable()
    run = _straight(sys.argv[1:]) or _parsed()
    gc.freeze()
    # Commands import more; what they make in a run is small beside that.
    gc.set_threshold(100_000, 20, 20)
    gc.enable()
    run()


def _straight(words: Sequence[str]) -> Callable[[], None] | None:
    """What scripts run in loops, `--version` and `recommend FILE [--json]`, where it is just that.

    Such words need no parser, and to load one takes longer than all that they ask for.
    """
    from cd360_cli import streams

    if streams.COMPLETION in os.environ:
        return None
    match words:
        case ["--version"]:
            act = _version
        case ["recommend", file, *options] if _plain(file) and options in ([], ["--json"]):
            from cd360_cli.commands.recommend import run

            def act() -> None:
                run(file, framework=None, asked=None, as_json=bool(options))

        case _:
            return None
    from cd360_cli.ending import end

    return lambda: end(words, act)


def _plain(file: str) -> bool:
    return file == "-" or not file.startswith("-")


def _version() -> None:
    from cd360_cli import __version__, streams

    streams.result(f"cd360 {__version__}\n")


def _parsed() -> Callable[[], None]:
    """The command line with all its commands and options."""
    from cd360_cli.cli import run

    return run


if __name__ == "__main__":
    main()
