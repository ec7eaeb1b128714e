"""Tells disks of this machine from network drives, on which SQLite can lose data."""

import sys
from pathlib import Path

_NETWORK = frozenset({"9p", "afs", "ceph", "cifs", "davfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"})
_NETWORK_FUSE = (
    "fuse.sshfs",
    "fuse.davfs",
    "fuse.gvfsd",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.smbnetfs",
    "fuse.s3fs",
)
_DRIVE_REMOTE = 4
_MOUNTS = Path("/proc/mounts")


def is_on_network(path: Path) -> bool:
    """Whether a file or folder, which need not exist yet, lies on another machine."""
    full = path.resolve()
    if str(full).startswith("\\\\"):
        return True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows asks it

        return bool(ctypes.windll.kernel32.GetDriveTypeW(full.anchor) == _DRIVE_REMOTE)
    return _MOUNTS.exists() and is_on_network_mount(full, _MOUNTS.read_text(encoding="utf-8"))


def is_on_network_mount(path: Path, mounts: str) -> bool:
    """Whether the nearest of these mounts around a path is a network drive.

    Args:
        path: absolute, without links.
        mounts: what ``/proc/mounts`` says; a later mount lies on top of an earlier one at the same place.
    """
    kind, depth = "", -1
    for line in mounts.splitlines():
        _, place, this_kind, *_ = line.split(" ")
        folder = Path(_unescaped(place))
        if path.is_relative_to(folder) and len(folder.parts) >= depth:
            kind, depth = this_kind, len(folder.parts)
    return kind in _NETWORK or kind.startswith(_NETWORK_FUSE)


def _unescaped(place: str) -> str:
    r"""A path as it is; the system writes blanks, tabs, line ends and backslashes as ``\040``."""
    for code in (0o40, 0o11, 0o12, 0o134):
        place = place.replace(f"\\{code:03o}", chr(code))
    return place
