"""Screens plugged, resized and unplugged at run time: Qt's own offscreen platform is told to change its screens.

The platform takes a new configuration at run time, but only through its native interface, which PySide6 does not wrap.
Qt then behaves as with real screens: `QScreen` objects come and go, signals fire, windows of a lost screen move.
"""

import ctypes
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument

CAN_PLUG = sys.platform == "linux"
VIRTUAL_FUNCTIONS = 30  # more than a native interface has
OFFSET_TO_FIRST = 2  # a table of virtual functions starts with two other things


class PluggedScreen(NamedTuple):
    """A screen of the offscreen platform; the same name is the same screen."""

    name: str
    x: int
    y: int
    width: int
    height: int


USUAL = PluggedScreen("", 0, 0, 800, 800)


class _Returned(ctypes.Structure):
    """A C++ object handed back by value: larger than two registers, so that the caller's memory takes it."""

    _fields_ = (("parts", ctypes.c_void_p * 4),)


def plug(screens: Sequence[PluggedScreen]) -> None:
    """From now on exactly these screens are there."""
    interface = _library("Gui")["_ZN15QGuiApplication23platformNativeInterfaceEv"]
    interface.restype = ctypes.c_void_p
    native = interface()
    configuration = {"screens": [screen._asdict() for screen in screens]}
    document = QJsonDocument.fromJson(QByteArray(json.dumps(configuration).encode()))
    as_object = _library("Core")["_ZNK13QJsonDocument6objectEv"]
    as_object.restype, as_object.argtypes = _Returned, (ctypes.c_void_p,)
    json_object = as_object(_address(document))
    change = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(_resource(native, b"setConfiguration"))
    change(ctypes.addressof(json_object), native)


@contextmanager
def plugged(*screens: PluggedScreen) -> Iterator[None]:
    """These screens are there for a while, afterwards the usual single one."""
    plug(screens)
    try:
        yield
    finally:
        plug([USUAL])


def _resource(native: int, name: bytes) -> int:
    """What the platform knows under a name: ``QPlatformNativeInterface::nativeResourceForIntegration``."""
    functions = ctypes.cast(ctypes.c_void_p.from_address(native).value or 0, ctypes.POINTER(ctypes.c_void_p))
    look_up = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(functions[_look_up_position()])
    key = QByteArray(name)
    found = look_up(native, _address(key))
    assert isinstance(found, int), "this platform's screens cannot be changed"
    return found


@cache
def _look_up_position() -> int:
    gui = _library("Gui")
    table = (ctypes.c_void_p * VIRTUAL_FUNCTIONS).in_dll(gui, "_ZTV24QPlatformNativeInterface")
    base = gui["_ZN24QPlatformNativeInterface28nativeResourceForIntegrationERK10QByteArray"]
    return list(table).index(ctypes.cast(base, ctypes.c_void_p).value) - OFFSET_TO_FIRST


@cache
def _library(name: str) -> ctypes.CDLL:
    return ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / f"libQt6{name}.so.6"))


def _address(wrapped: QByteArray | QJsonDocument) -> int:
    (address,) = shiboken6.getCppPointer(wrapped)
    return int(address)
