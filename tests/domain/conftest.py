"""What the tests of the trade share."""

import pytest
from hypothesis import settings

from counter_app.content.loader import load_content
from counter_app.domain.content import Content
from counter_app.system.paths import content_folders

settings.register_profile("counter", deadline=None)  # a busy machine is no wrong answer
settings.load_profile("counter")


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped content."""
    return load_content(content_folders())
