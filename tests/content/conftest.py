from pathlib import Path

import pytest

from counter_app.content.loader import ContentFolders, load_content
from counter_app.domain.content import Content
from counter_app.system.paths import content_folders
from tests.content.copies import copied_content


@pytest.fixture(scope="session")
def shipped() -> Content:
    """The shipped content, read once; it never changes."""
    return load_content(content_folders())


@pytest.fixture
def folders(tmp_path: Path) -> ContentFolders:
    """A copy of the shipped files for this test alone."""
    return copied_content(tmp_path)
