"""Who may know whom, and how large a room may grow."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE = sorted((ROOT / "cchc_desktop").rglob("*.py"))
WINDOW = sorted((ROOT / "ui").rglob("*.py"))
STANDARD = frozenset(__import__("sys").stdlib_module_names)

OWN_ROOMS = {
    "domain": {"cchc_desktop.domain", "cchc_desktop.text"},
    "reading": {
        "cchc_desktop.reading",
        "cchc_desktop.domain",
        "cchc_desktop.columns",
        "cchc_desktop.text",
        "cchc_desktop.errors",
    },
    "writing": {
        "cchc_desktop.writing",
        "cchc_desktop.domain",
        "cchc_desktop.columns",
        "cchc_desktop.text",
        "cchc_desktop.errors",
        "cchc_desktop.paths",
    },
}
LIBRARIES = {"domain": set(), "reading": {"defusedxml", "pdfminer"}, "writing": {"openpyxl"}}
ONLY_IN_STORAGE = {"sqlalchemy", "alembic", "sqlite3"}
NEVER_IN_WINDOW = ("sqlalchemy", "alembic", "apscheduler", "openpyxl", "sqlite3", "cchc_desktop.storage")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {path}"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inside(module: str, allowed: set[str]) -> bool:
    return any(module == room or module.startswith(room + ".") for room in allowed)


@pytest.mark.parametrize("room", sorted(OWN_ROOMS))
def test_a_pure_room_knows_only_what_lies_below(room: str) -> None:
    for path in (ROOT / "cchc_desktop" / room).rglob("*.py"):
        for module in imports_of(path):
            top = module.split(".")[0]
            if top == "cchc_desktop":
                assert module == "cchc_desktop" or inside(module, OWN_ROOMS[room]), (
                    f"{path.name} imports {module}"
                )
            else:
                assert top in STANDARD or top in LIBRARIES[room], f"{path.name} imports {module}"


def test_only_storage_knows_the_database() -> None:
    for path in CORE:
        room = path.relative_to(ROOT / "cchc_desktop").parts[0]
        for module in imports_of(path):
            if room != "storage":
                assert module.split(".")[0] not in ONLY_IN_STORAGE, f"{path.name} imports {module}"


def test_the_core_never_imports_the_window() -> None:
    for path in CORE:
        found = [module for module in imports_of(path) if module.split(".")[0] in {"PySide6", "ui"}]
        allowed = {"ui", "ui.app"} if path.name == "__main__.py" else set()
        assert set(found) <= allowed, f"{path.name} imports {found}"


def test_the_window_never_imports_storage_or_its_libraries() -> None:
    for path in WINDOW:
        for module in imports_of(path):
            assert not inside(module, set(NEVER_IN_WINDOW)), f"{path.relative_to(ROOT)} imports {module}"


def test_services_do_not_know_their_faces() -> None:
    for room in ("services", "storage", "reminders"):
        for path in (ROOT / "cchc_desktop" / room).rglob("*.py"):
            for module in imports_of(path):
                assert not inside(module, {"cchc_desktop.cli", "cchc_desktop.bootstrap"}), (
                    f"{path.name}: {module}"
                )


@pytest.mark.parametrize("path", [*CORE, *WINDOW], ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 400, f"{path.name} has {len(lines)} lines"
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{path.name}:{node.name} has {length} lines"


@pytest.mark.parametrize("path", [*CORE, *WINDOW], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_dumping_grounds(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "common", "misc", "manager"}
