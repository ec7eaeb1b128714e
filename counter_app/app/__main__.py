"""The program as ``python -m counter_app.app``, and where the built program begins."""

from counter_app.app.cli import main

if __name__ == "__main__":
    main()
