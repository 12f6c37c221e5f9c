import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

import cchc_desktop
from cchc_desktop.clock import VIETNAM
from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.integrity import check_requested
from cchc_desktop.storage.lock import LockedByOther, Purpose, acquire, holder_of
from cchc_desktop.storage.problems import ReadOnlyData

ROOT = Path(cchc_desktop.__file__).parents[1]
NOW = datetime(2026, 11, 22, 8, 42, tzinfo=VIETNAM)
HOLDER = """
import sys, time
from datetime import datetime
from pathlib import Path
from cchc_desktop.clock import VIETNAM
from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.lock import Purpose, acquire
now = datetime(2026, 11, 22, 8, 42, tzinfo=VIETNAM)
folder, purpose, wait, stay = Path(sys.argv[1]), Purpose(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
try:
    with acquire(DataFolder(folder), "Lê Thị Hoa", "PC-VANTHU", now, purpose=purpose, wait=wait):
        print("held", flush=True)
        sys.stdin.readline() if stay == "until told" else time.sleep(float(stay))
except StorageProblem as problem:
    print(problem.message, flush=True)
"""
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts another program which takes the lock; ``first_line`` waits for its answer."""
    children: list[subprocess.Popen[str]] = []

    def begin(
        purpose: str = "window", wait: float = 0.0, stay: str = "until told"
    ) -> "subprocess.Popen[str]":
        child = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(tmp_path / "Dữ liệu"), purpose, str(wait), stay],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        children.append(child)
        return child

    yield begin
    for child in children:
        child.kill()
        child.communicate()


@pytest.fixture
def place(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "Dữ liệu")


def first_line(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def tell_to_end(child: "subprocess.Popen[str]") -> None:
    child.communicate("\n")


def test_the_second_opener_learns_who_has_the_data(start: Start, place: DataFolder) -> None:
    assert first_line(start()) == "held"
    with pytest.raises(LockedByOther) as caught:
        acquire(place, "Trần Văn An", "PC-2", NOW)
    assert caught.value.message.startswith(
        "Dữ liệu đang được mở trên máy PC-VANTHU (Lê Thị Hoa). Bạn có thể xem, chưa sửa được."
    )
    assert caught.value.holder is not None
    assert caught.value.holder.since == "2026-11-22T08:42:00+07:00"
    assert caught.value.holder.purpose is Purpose.WINDOW


def test_a_second_program_is_refused_the_same_way(start: Start) -> None:
    assert first_line(start()) == "held"
    assert "PC-VANTHU (Lê Thị Hoa)" in first_line(start())


def test_one_program_cannot_take_it_twice(place: DataFolder) -> None:
    with acquire(place, "An", "PC-1", NOW), pytest.raises(LockedByOther, match=r"PC-1 \(An\)"):
        acquire(place, "An", "PC-1", NOW)
    acquire(place, "An", "PC-1", NOW).release()


def test_a_released_lock_leaves_no_name_and_asks_for_no_check(start: Start, place: DataFolder) -> None:
    child = start()
    assert first_line(child) == "held"
    tell_to_end(child)
    assert not (place.root / "cchc.lock.json").exists()
    with acquire(place, "An", "PC-1", NOW):
        assert not check_requested(place.database)
        assert holder_of(place) is not None
    assert holder_of(place) is None


def test_a_killed_holder_gives_way_and_a_check_is_asked_for(start: Start, place: DataFolder) -> None:
    child = start()
    assert first_line(child) == "held"
    child.kill()
    child.wait()
    assert (place.root / "cchc.lock.json").exists()
    with acquire(place, "An", "PC-1", NOW):
        assert check_requested(place.database)
        holder = holder_of(place)
        assert holder is not None
        assert (holder.user, holder.host) == ("An", "PC-1")


def test_of_several_starters_one_wins(start: Start) -> None:
    children = [start() for _ in range(4)]
    answers = [first_line(child) for child in children]
    assert answers.count("held") == 1
    assert all(answer == "held" or "PC-VANTHU" in answer or "máy khác" in answer for answer in answers)


def test_a_command_waits_for_a_command(start: Start, place: DataFolder) -> None:
    assert first_line(start("command", stay="0.3")) == "held"
    with acquire(place, "An", "PC-1", NOW, purpose=Purpose.COMMAND, wait=30):
        pass


def test_a_command_waits_only_so_long(start: Start, place: DataFolder) -> None:
    assert first_line(start("command")) == "held"
    with pytest.raises(LockedByOther, match="PC-VANTHU"):
        acquire(place, "An", "PC-1", NOW, purpose=Purpose.COMMAND, wait=0.1)


def test_nobody_waits_for_a_window(start: Start) -> None:
    assert first_line(start("window")) == "held"
    answer, _ = start("command", wait=100_000).communicate(timeout=60)
    assert "PC-VANTHU" in answer


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"\xff\xfe",
        b"[1]",
        b'{"user": "An"}',
        b'{"user":"","host":"","pid":"x","since":"","purpose":"window"}',
    ],
)
def test_an_unreadable_name_says_elsewhere(start: Start, place: DataFolder, note: bytes) -> None:
    assert first_line(start()) == "held"
    (place.root / "cchc.lock.json").write_bytes(note)
    with pytest.raises(LockedByOther, match="ở một cửa sổ hoặc máy khác") as caught:
        acquire(place, "An", "PC-1", NOW)
    assert caught.value.holder is None


def test_names_are_tidied(place: DataFolder) -> None:
    with acquire(place, "  Lê\nThị  Hoa\0", "", NOW):
        stored = json.loads((place.root / "cchc.lock.json").read_text(encoding="utf-8"))
        assert (stored["user"], stored["host"]) == ("Lê Thị Hoa", "không rõ")


def test_a_folder_that_cannot_be_written_is_said_so(
    folder: DataFolder, read_only_place: Callable[[Path], Path]
) -> None:
    with pytest.raises(ReadOnlyData, match="chỉ cho phép đọc"):
        acquire(DataFolder(read_only_place(folder.root)), "An", "PC-1", NOW)


def test_a_full_disk_keeps_nobody_out(small_disk: Callable[[int], Path]) -> None:
    place = DataFolder(small_disk(1))
    (place.root / "cchc.lock").touch()
    with (place.root / "filler").open("ab", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(b"x" * 4096)
    with acquire(place, "An", "PC-1", NOW), pytest.raises(LockedByOther):
        acquire(place, "Bình", "PC-2", NOW)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tệp").touch()
    with pytest.raises(StorageProblem, match="là một tệp"):
        acquire(DataFolder(tmp_path / "tệp"), "An", "PC-1", NOW)


def test_releasing_twice_is_harmless(place: DataFolder) -> None:
    lock = acquire(place, "An", "PC-1", NOW)
    lock.release()
    with acquire(place, "Bình", "PC-2", NOW):
        lock.release()
        with pytest.raises(LockedByOther, match="Bình"):
            acquire(place, "An", "PC-1", NOW)
