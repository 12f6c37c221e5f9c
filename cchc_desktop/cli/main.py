"""Runs one command: opens the data, answers, and turns every refusal into one sentence."""

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.cli.answers import Answer, as_json
from cchc_desktop.cli.command_log import command_log
from cchc_desktop.cli.face import Face
from cchc_desktop.cli.parser import read_arguments
from cchc_desktop.cli.usage import one_line
from cchc_desktop.clock import Clock, SetClock, SystemClock, at
from cchc_desktop.errors import UserError
from cchc_desktop.paths import DataFolder, default_data_folder

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_NO_DISPLAY = (
    "Máy này không có màn hình nên không mở được cửa sổ. "
    "Các lệnh dùng được khi không có màn hình: read, import, sample, plans, agencies, tasks, set, history, stats, "
    "deadline, parties, reports, submit, remind, export, print, backup, restore, check, self-test; "
    "gõ cchc-desktop --help để xem."
)
_DEFECT = "Phần mềm gặp lỗi ngoài dự kiến; dữ liệu đã lưu không bị ảnh hưởng. Hãy gửi tệp nhật ký cho người hỗ trợ: {log}"
_NOT_PRINTED = "Không in được kết quả ra màn hình hoặc tệp đã chọn. Lệnh đã chạy xong; hãy kiểm tra chỗ trống và quyền ghi."
_DEFECT_STATUS = 3
_READERS = frozenset(
    {"plans", "agencies", "tasks", "history", "stats", "reports", "export", "print", "check", "backup"}
)


def run(arguments: list[str], face: Callable[[], Face]) -> int:
    """Run the command of the arguments; return 0 done, 1 refused, 2 wrong usage."""
    _speak_utf8()
    args = read_arguments(arguments)
    folder = args.data or default_data_folder()
    with command_log(DataFolder(folder).logs) as log:
        try:
            if args.command in (None, "gui"):
                return _open_window(args, folder, face)
            return _print(_answer(args, folder, face), as_document=args.json)
        except UserError as refusal:
            return _refuse(refusal.message)
        except KeyboardInterrupt:
            return _refuse("Đã dừng theo yêu cầu; việc chưa xong không được lưu.")
        except Exception:  # a defect of ours: never a traceback for the person, all of it for the log
            logging.getLogger(__name__).exception("command %s", args.command)
            _refuse(_DEFECT.format(log=log.file or "không ghi được"))
            return _DEFECT_STATUS


def _print(answer: Answer, *, as_document: bool) -> int:
    """Print the answer; a windowed program has no standard output, and a pipe or disk may be unable to take it."""
    if sys.stdout is not None:
        try:
            print(as_json(answer.data) if as_document else answer.text)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader of a pipe has seen enough
            _print_no_more()
        except OSError:
            _print_no_more()
            return _refuse(_NOT_PRINTED)
    return _refuse(answer.refusal) if answer.refusal else 0


def _print_no_more() -> None:
    """Let what is still waiting to be printed go nowhere, or leaving the program fails on it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(message: str) -> int:
    if sys.stderr is not None:  # a windowed program has no console
        with suppress(OSError):
            print(one_line(message), file=sys.stderr)
    return 1


def _speak_utf8() -> None:
    """Print UTF-8 whatever the console's code page: Vietnamese does not fit into the others."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _open_window(args: Namespace, folder: Path, face: Callable[[], Face]) -> int:
    if not _has_display():
        return _refuse(_NO_DISPLAY)
    return face().open_window(folder, _clock(args), minimized=bool(args.minimized))


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _clock(args: Namespace) -> Clock:
    if args.at is not None:
        return SetClock(args.at)
    return SystemClock() if args.today is None else SetClock(at(args.today, 12))


def _answer(args: Namespace, folder: Path, face: Callable[[], Face]) -> Answer:
    """Answer a command; only the modules of its family are loaded, for most of a short command is loading."""
    if args.command in {"read", "deadline", "parties"}:
        from cchc_desktop.cli import reading_commands

        alone = {
            "read": reading_commands.read,
            "deadline": reading_commands.deadline,
            "parties": reading_commands.parties,
        }
        return alone[args.command](args, folder)
    if args.command in {"restore", "check", "self-test"}:
        from cchc_desktop.cli import care_commands

        if args.command == "self-test":
            return care_commands.self_test(face)
        return (
            care_commands.check(folder)
            if args.command == "check"
            else care_commands.restore(args, folder, _clock(args))
        )
    from cchc_desktop.bootstrap import open_app

    app = open_app(folder, _clock(args), may_only_read=args.command in _READERS)
    try:
        return _answer_from(app, args, face)
    finally:
        app.close()


def _answer_from(app: "App", args: Namespace, face: Callable[[], Face]) -> Answer:
    from cchc_desktop.cli import (
        care_commands,
        output_commands,
        plan_commands,
        report_commands,
        task_commands,
    )

    commands = {
        "import": plan_commands.load,
        "sample": plan_commands.sample,
        "plans": plan_commands.plans,
        "agencies": plan_commands.agencies,
        "tasks": task_commands.tasks,
        "set": task_commands.record,
        "history": task_commands.history,
        "stats": task_commands.stats,
        "reports": report_commands.reports,
        "submit": report_commands.submit,
        "remind": report_commands.remind,
        "export": output_commands.export,
        "print": lambda args, app: output_commands.print_pages(args, app, face()),
        "backup": care_commands.backup,
    }
    return commands[args.command](args, app)
