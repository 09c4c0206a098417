"""What holds the house together: the arrow, a core without a world, small files, and nothing undocumented."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from handlers.cli import app
from handlers.settings import variables

pytestmark = pytest.mark.unit

ROOT = Path(__file__).parent.parent
ARROW = {"bot": {"bot"}, "storage": {"bot", "storage"}, "handlers": {"bot", "storage", "handlers"}}
"""package -> which of our packages it may import."""
DOORBELL = ROOT / "bot" / "__main__.py"
"""The one named exception to the arrow (design.md §2)."""
PURE = {"babel", "fluent", "holidays", "phonenumbers", "rapidfuzz"}
"""Libraries the core may use: texts, calendars, fuzzy matching."""
WORLD = set(
    "asyncio concurrent ctypes fcntl glob http io locale logging mmap multiprocessing os platform queue random "
    "sched secrets select selectors shutil signal smtplib socket sqlite3 ssl subprocess sys tempfile threading "
    "time urllib uuid warnings".split()
)
"""Parts of the standard library that know a clock, a lot, a disk, a net or another thread."""
READERS = {"bot/cases/region.py", "bot/cases/rows.py", "bot/words/words.py"}
"""Modules of the core that read its own data files, once, at start."""
READING = {"open", "read_text", "read_bytes", "glob", "iterdir", "exists", "is_file", "stat"}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "touch"}
TELLING_TIME = {"now", "today", "utcnow"}
LONGEST = 300


def modules(*packages: str) -> Iterator[tuple[str, ast.Module]]:
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """The top-level name of everything a module imports, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield (node.module or "").partition(".")[0]


def called(tree: ast.Module) -> Iterator[str]:
    """The last name of everything a module calls: `open`, `now` of `datetime.now(…)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name


@pytest.mark.parametrize("package", ARROW)
def test_nothing_points_up(package: str) -> None:
    ours = set(ARROW)
    found = [
        f"{path} imports {name}"
        for path, tree in modules(package)
        for name in imported(tree)
        if name in ours - ARROW[package] and ROOT / path != DOORBELL
    ]
    assert found == []


def test_the_core_imports_only_what_is_pure() -> None:
    allowed = (sys.stdlib_module_names - WORLD) | PURE | {"bot"}
    found = [
        f"{path} imports {name}"
        for path, tree in modules("bot")
        for name in imported(tree)
        if name not in allowed and ROOT / path != DOORBELL
    ]
    assert found == []


def test_the_core_tells_no_time_waits_for_nothing_and_says_nothing_aloud() -> None:
    found = []
    for path, tree in modules("bot"):
        forbidden = TELLING_TIME | WRITING | {"print", "input", "exec", "eval", "breakpoint"}
        forbidden |= READING if path not in READERS else set()
        found += [f"{path} calls {name}" for name in called(tree) if name in forbidden]
        found += [
            f"{path}:{node.lineno} waits"
            for node in ast.walk(tree)
            if isinstance(node, ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith)
        ]
    assert found == []


def test_who_may_read_files_does_read_them() -> None:
    """A module that reads nothing any more loses its leave."""
    reading = {path for path, tree in modules("bot") if READING & set(called(tree))}
    assert reading == READERS


def test_the_core_knows_no_channel() -> None:
    found = [
        f"{path}:{getattr(node, 'lineno', '?')} {name}"
        for path, tree in modules("bot")
        for node in ast.walk(tree)
        for kind in ("id", "attr", "name", "arg", "module")
        for name in [getattr(node, kind, None)]
        if isinstance(name, str) and re.search(r"telegram|twilio|whatsapp", name, re.IGNORECASE)
    ]
    assert found == []


def test_storage_knows_no_service() -> None:
    found = [
        f"{path} imports {name}"
        for path, tree in modules("storage")
        for name in imported(tree)
        if name in {"telegram", "twilio", "fastapi", "starlette", "uvicorn", "typer", "structlog"}
    ]
    assert found == []


def test_a_package_holds_nothing_itself() -> None:
    inits = [path for package in (*ARROW, "tests") for path in (ROOT / package).rglob("__init__.py")]
    assert len(inits) > len(ARROW)
    assert [str(path) for path in inits if path.stat().st_size] == []


def test_there_is_no_further_package_on_top() -> None:
    found = {path.name for path in ROOT.iterdir() if path.is_dir() and list(path.glob("*.py"))}
    assert found <= {*ARROW, "tests", "scripts"}


def test_files_stay_small_enough_to_be_read() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for package in ARROW
        for path in sorted((ROOT / package).rglob("*.py"))
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    ]
    assert found == []


@pytest.mark.parametrize("file", ["README.md", ".env.example"])
def test_every_setting_is_documented_and_no_other(file: str) -> None:
    named = set(re.findall(r"\bSAKSI_[A-Z_]+\b", (ROOT / file).read_text("utf-8")))
    assert named == set(variables())


def test_every_command_is_documented() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = list(words(typer.main.get_command(app)))
    assert len(commands) > 5
    assert [command for command in commands if f"saksi {command}" not in readme] == []


def test_the_readme_tells_how_to_run_the_tests_and_ci_does_just_that() -> None:
    told = "make test"
    assert f"`{told}`" in (ROOT / "README.md").read_text("utf-8")
    assert told in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_lock_names_no_place_that_packages_come_from() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert lock.count("--hash=sha256:") > 100
    assert re.findall(r"https?://|--index|--extra-index|--find-links|file:", lock) == []


def words(command: object, before: str = "") -> Iterator[str]:
    """Every command as it is typed after `saksi`."""
    group: dict[str, object] = getattr(command, "commands", {})
    for name, held in group.items():
        typed = f"{before}{name}"
        if getattr(held, "commands", None):
            yield from words(held, f"{typed} ")
        else:
            yield typed
