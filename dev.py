#!/usr/bin/env python3
"""Set up, run, test, check and measure, with nothing installed but Python 3.11 or newer.

    python3 dev.py setup            make .venv from requirements/dev.txt
    python3 dev.py run [ARG ...]    open the counter; where there is no screen, play the demo visit into demo/
    python3 dev.py test [ARG ...]   all tests; arguments go to pytest
    python3 dev.py check            format, ruff, mypy, import contracts, content
    python3 dev.py bench [NAME ...] benchmarks/bench_NAME.py, or all of them
    python3 dev.py build            dist/counter-app: the program as one folder that needs no Python
    python3 dev.py lock [ARG ...]   rebuild requirements/*.txt; arguments go to uv

All but setup and lock set up first when the environment is missing or its lock has changed.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets this sentence instead of a traceback
    sys.exit("dev.py needs Python 3.11 or newer, this is " + sys.version.split()[0])

ROOT = Path(__file__).resolve().parent

# What Qt's offscreen platform loads, and where Debian and Ubuntu keep it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}


class Refusal(Exception):
    """A command cannot go on; the text says what to do."""


def say(text: str) -> None:
    """Tell what happens now, at once even when the output is a file."""
    print(f"dev.py: {text}", flush=True)


def call(*command: str | Path, **variables: str) -> int:
    """Run a command in the checkout, with extra environment variables; gives back its exit code."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment made from one lock, with this checkout installed in it."""

    folder: Path
    lock: Path

    @property
    def stamp(self) -> Path:
        """Holds the fingerprint the environment was made from; written last, so a broken setup never looks fresh."""
        return self.folder / "made-from"

    def tool(self, name: str) -> str:
        """The path of a program in the environment.

        Raises:
            Refusal: it is not there.
        """
        scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        if (path := shutil.which(name, path=scripts)) is None:
            raise Refusal(f"{name} is missing in {self.folder.name}; run: python3 dev.py setup")
        return path

    def fingerprint(self) -> str:
        """Changes whenever the environment has to be made again."""
        parts = (self.lock, ROOT / "pyproject.toml")
        return hashlib.sha256(b"\0".join(part.read_bytes() for part in parts)).hexdigest()

    def is_fresh(self) -> bool:
        """Whether the environment is complete and fits today's lock."""
        return self.stamp.is_file() and self.stamp.read_text(encoding="utf-8") == self.fingerprint()

    def make(self) -> None:
        """Make the environment from scratch, so that nothing stays that the lock no longer names.

        Raises:
            Refusal: a step failed; its own words are on the terminal.
        """
        provide_system_packages()
        say(f"making {self.folder.name} from {self.lock.name}")
        if call(sys.executable, "-m", "venv", "--clear", self.folder):
            raise Refusal(f"could not make {self.folder.name}")
        pip = (self.tool("python"), "-m", "pip", "--disable-pip-version-check", "--quiet", "install")
        if call(*pip, "--require-hashes", "--requirement", self.lock):
            raise Refusal(f"could not install {self.lock.name}")
        if call(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT):
            raise Refusal("could not install the checkout itself")
        self.stamp.write_text(self.fingerprint(), encoding="utf-8")

    def made_fresh(self) -> "Environment":
        """This environment, made first when it is missing or stale."""
        if not self.is_fresh():
            self.make()
        return self


DEV = Environment(ROOT / ".venv", ROOT / "requirements" / "dev.txt")
BENCH = Environment(ROOT / ".venv-bench", ROOT / "requirements" / "bench.txt")


def loads(library: str) -> bool:
    """Whether the machine has a shared library; asking the loader needs neither a compiler nor ldconfig."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_for_venv() -> list[str]:
    """The Debian package that this Python lacks to make environments, if any."""
    has_ensurepip = importlib.util.find_spec("ensurepip") is not None
    return [] if has_ensurepip else [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def missing_for_qt() -> list[str]:
    """The Debian packages that Qt lacks to run without a screen; Qt brings all it needs on other systems."""
    return [package for library, package in QT_LIBRARIES.items() if sys.platform == "linux" and not loads(library)]


def root_prefix() -> list[str] | None:
    """What to put before a command that only root may run; None when this user would be asked for a password."""
    if sys.platform == "win32" or os.geteuid() == 0:
        return []
    can_sudo = shutil.which("sudo") is not None and call("sudo", "-n", "true") == 0
    return ["sudo", "-n"] if can_sudo else None


def provide_system_packages() -> None:
    """Install what Debian or Ubuntu lacks where that is allowed, else say how.

    Raises:
        Refusal: environments cannot be made. Missing Qt libraries are only told: most tests run without them.
    """
    packages = missing_for_venv() + missing_for_qt()
    prefix = root_prefix() if packages and shutil.which("apt-get") else None
    if prefix is not None:
        say(f"installing {' '.join(packages)}")
        apt = (*prefix, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120")
        call(*apt, "update")
        call(*apt, "install", "-y", "--no-install-recommends", *packages, DEBIAN_FRONTEND="noninteractive")
        packages = missing_for_venv() + missing_for_qt()
    if packages:
        advice = f"this machine lacks libraries; on Debian or Ubuntu: sudo apt-get install {' '.join(packages)}"
        if missing_for_venv():
            raise Refusal(advice)
        say(advice)


def setup(_: Sequence[str]) -> int:
    """Make the development environment, even when it is fresh."""
    DEV.make()
    return 0


def has_screen() -> bool:
    """Whether windows can be opened and seen; only Linux runs without."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: Sequence[str]) -> int:
    """Open the counter, or play the demo visit where nobody could see it."""
    program = DEV.made_fresh().tool("counter-app")
    if has_screen():
        return call(program, *arguments)
    say("there is no screen here: playing the demo visit")
    return call(program, "demo", *arguments)


def test(arguments: Sequence[str]) -> int:
    """Run the tests without a screen, whatever the desktop says."""
    return call(DEV.made_fresh().tool("python"), "-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen")


def check(_: Sequence[str]) -> int:
    """Run every check, also after one has failed, and name those that did."""
    environment = DEV.made_fresh()
    checks = {
        "format": ("ruff", "format", "--check"),
        "ruff": ("ruff", "check"),
        "mypy": ("mypy",),
        "imports": ("lint-imports", "--no-logo"),
        "content": ("counter-app", "content", "check"),
    }
    failed = []
    for name, (tool, *arguments) in checks.items():
        say(name)
        if call(environment.tool(tool), *arguments):
            failed.append(name)
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def bench(names: Sequence[str]) -> int:
    """Run the benchmarks one after the other, so that they do not disturb each other.

    Raises:
        Refusal: a name that is no benchmark.
    """
    known = {path.stem.removeprefix("bench_"): path for path in sorted((ROOT / "benchmarks").glob("bench_*.py"))}
    if unknown := [name for name in names if name not in known]:
        raise Refusal(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known) or 'none'}")
    python = BENCH.made_fresh().tool("python")
    results = [call(python, known[name], QT_QPA_PLATFORM="offscreen") for name in names or known]
    return 1 if any(results) else 0


def build(_: Sequence[str]) -> int:
    """Build the program for the system this runs on; what stood in dist/ before is replaced."""
    python = DEV.made_fresh().tool("python")
    say("building dist/counter-app")
    return call(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "build_installer.spec")


def lock(arguments: Sequence[str]) -> int:
    """Write the three locks for all platforms; dev and bench keep to the versions of run.

    Raises:
        Refusal: uv is missing or finds no solution.
    """
    if (uv := shutil.which("uv")) is None:
        raise Refusal("lock needs uv on the PATH")
    shared = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--quiet", *arguments)
    on_top_of_run = ("--constraint", "requirements/run.txt", "--group")
    for name, extra in {"run": (), "dev": (*on_top_of_run, "dev"), "bench": (*on_top_of_run, "bench")}.items():
        say(f"locking {name}")
        if call(uv, "pip", "compile", "pyproject.toml", *shared, *extra, "--output-file", f"requirements/{name}.txt"):
            raise Refusal(f"requirements/{name}.txt was not rebuilt")
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "setup": setup,
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "build": build,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; exit code 2 and the list of commands when there is no such one."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Refusal as refusal:
        say(str(refusal))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
