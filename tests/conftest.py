"""What every test may count on."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a test run never opens windows on somebody's desk
