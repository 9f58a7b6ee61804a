"""Where the command starts: `cd360`, or `python -m cd360_cli`."""

import gc


def main() -> None:
    """Run the command line and leave with its exit code."""
    # What is imported stays: looking through it for garbage takes a tenth of the time to start.
    gc.disable()
    from cd360_cli.cli import run

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
