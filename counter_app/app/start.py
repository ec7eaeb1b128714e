"""Where the program begins: straight to the windows, or to the command line when more is asked for."""

import gc
import sys
from pathlib import Path

DATA = "--data"


def main() -> None:
    """Open the counter for ``counter-app`` and ``counter-app --data DIR``; all else is a command."""
    match sys.argv[1:]:
        case []:
            _open(None)
        case [option, folder] if option == DATA and not folder.startswith("-"):
            _open(Path(folder))
        case _:
            # Loaded late: the windows open sooner without the command line.
            from counter_app.app.cli import main as command_line  # noqa: PLC0415

            command_line()


def _open(data: Path | None) -> None:
    gc.disable()  # nothing that is made while starting goes away again; `counter.run` puts it back on
    # First what needs no Qt: PySide looks into the source of every module that is loaded after it.
    from counter_app.app import opening  # noqa: F401, PLC0415
    from counter_app.app.counter import run  # noqa: PLC0415 - the commands do without windows
    from counter_app.domain.errors import CounterError  # noqa: PLC0415

    try:
        sys.exit(run(data))
    except CounterError as error:
        print(error, file=sys.stderr)  # noqa: T201 - expected trouble is one line for whoever started it
        sys.exit(2)
