"""Entry: the command line first; the window's side is imported only where it is needed."""

import sys


def main(argv: list[str] | None = None) -> int:
    """Run a command, or open the window when there is none; return the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["_read"]:  # a frozen program reads foreign files in a child of itself
        from cchc_desktop.reading import child

        return child.main(arguments[1:])
    from cchc_desktop.cli.main import run

    return run(arguments, _face)


def _face():  # type: ignore[no-untyped-def]  # typed by the caller; naming the window's type here would import Qt
    from ui import app

    return app


if __name__ == "__main__":
    sys.exit(main())
