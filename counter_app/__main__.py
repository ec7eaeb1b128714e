"""``python -m counter_app``: the same as ``counter-app``."""

from counter_app.app.start import main

main()
