"""``python -m counter_app``, and where the built program begins: the same as ``counter-app``."""

from counter_app.app.start import main

if __name__ == "__main__":
    main()
