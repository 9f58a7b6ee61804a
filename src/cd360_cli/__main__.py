"""Where the command starts: `cd360`, or `python -m cd360_cli`."""

import gc
import sys

from cd360_cli import __version__


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Asked by scripts and by people in a hurry: it needs none of what follows.
        print(f"cd360 {__version__}")
        return
    # What is imported stays: looking through it for garbage takes a tenth of the time to start.
    gc.disable()
    from cd360_cli.cli import run

    gc.freeze()
    # Commands import more; what they make in a run is small beside that.
    gc.set_threshold(100_000, 20, 20)
    gc.enable()
    run()


if __name__ == "__main__":
    main()
