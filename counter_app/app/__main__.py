"""The program as ``python -m counter_app.app``, and where the built program begins."""

from counter_app.app.start import main

if __name__ == "__main__":
    main()
