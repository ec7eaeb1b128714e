"""Network drives are known by what the system says of its mounts."""

from pathlib import Path

import pytest

from counter_app.store.disks import is_on_network, is_on_network_mount

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /srv tmpfs rw 0 0
//server/amt /mnt/amt cifs rw,vers=3.0 0 0
server:/home /home nfs4 rw 0 0
/dev/sda2 /home/local ext4 rw 0 0
frau@server:/ /mnt/sicher\\040und\\040fern fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
C: /mnt/c 9p rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
/dev/sdb1 /mnt/stick ext4 rw 0 0
//server/stick /mnt/stick smb3 rw 0 0
"""


@pytest.mark.parametrize(
    "path",
    [
        "/mnt/amt",
        "/mnt/amt/daten/store.sqlite3",
        "/home/frau/.local/share/x",
        "/mnt/sicher und fern/x",
        "/run/user/1000/gvfs/smb-share:server=s/x",
        "/mnt/c/Users/x",
        "/mnt/stick/x",
    ],
)
def test_a_folder_on_another_machine_is_known(path: str) -> None:
    assert is_on_network_mount(Path(path), MOUNTS)


@pytest.mark.parametrize(
    "path", ["/", "/mnt", "/mnt/amtsblatt/x", "/home/local/x", "/srv/x", "/run/user/1000/doc/x", "/mnt/sicher/x"]
)
def test_a_folder_of_this_machine_is_none(path: str) -> None:
    assert not is_on_network_mount(Path(path), MOUNTS)


def test_the_folder_of_a_test_is_on_this_machine(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path / "not" / "there yet")
