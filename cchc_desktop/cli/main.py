"""Runs one command: opens the data, answers, and turns every refusal into one sentence."""

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cchc_desktop.cli.answers import Answer, as_json
from cchc_desktop.cli.face import Face
from cchc_desktop.cli.parser import build_parser
from cchc_desktop.clock import Clock, SetClock, SystemClock, at
from cchc_desktop.errors import UserError
from cchc_desktop.logs import start_log, stop_log
from cchc_desktop.paths import DataFolder, default_data_folder

_NO_DISPLAY = (
    "Máy này không có màn hình nên không mở được cửa sổ. "
    "Các lệnh dùng được khi không có màn hình: read, import, sample, plans, agencies, tasks, set, history, stats, "
    "deadline, parties, reports, submit, remind, export, print, backup, restore, check, self-test; "
    "gõ cchc-desktop --help để xem."
)
_DEFECT = "Phần mềm gặp lỗi ngoài dự kiến; dữ liệu đã lưu không bị ảnh hưởng. Hãy gửi tệp nhật ký cho người hỗ trợ: {log}"
_DEFECT_STATUS = 3
_READERS = frozenset(
    {"plans", "agencies", "tasks", "history", "stats", "reports", "export", "print", "check", "backup"}
)


def run(arguments: list[str], face: Callable[[], Face]) -> int:
    """Run the command of the arguments; return 0 done, 1 refused, 2 wrong usage."""
    _speak_utf8()
    args = build_parser().parse_args(arguments)
    folder = Path(args.data) if args.data else default_data_folder()
    try:
        if args.command in (None, "gui"):
            return _open_window(args, folder, face)
        answer = _answer(args, folder, face)
    except UserError as refusal:
        print(refusal.message, file=sys.stderr)
        return 1
    except Exception:  # a defect of ours: never a traceback for the person, all of it for the log
        log = start_log(DataFolder(folder).logs)
        logging.getLogger(__name__).exception("command %s", args.command)
        stop_log()
        print(_DEFECT.format(log=log or "không ghi được"), file=sys.stderr)
        return _DEFECT_STATUS
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return 1
    return _print(as_json(answer.data) if args.json else answer.text, ok=answer.ok)


def _print(text: str, *, ok: bool) -> int:
    try:
        print(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if ok else 1


def _speak_utf8() -> None:
    """Print UTF-8 whatever the console's code page: Vietnamese does not fit into the others."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _open_window(args: Namespace, folder: Path, face: Callable[[], Face]) -> int:
    if not _has_display():
        print(_NO_DISPLAY, file=sys.stderr)
        return 1
    return face().open_window(folder, _clock(args), minimized=bool(args.minimized))


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _clock(args: Namespace) -> Clock:
    moment: datetime | None = getattr(args, "at", None)
    if moment is not None:
        return SetClock(moment)
    today = getattr(args, "today", None)
    return SystemClock() if today is None else SetClock(at(today, 12))


def _answer(args: Namespace, folder: Path, face: Callable[[], Face]) -> Answer:
    from cchc_desktop.cli import (
        care_commands,
        output_commands,
        plan_commands,
        reading_commands,
        report_commands,
        task_commands,
    )

    without_data = {
        "read": lambda: reading_commands.read(args, folder),
        "deadline": lambda: reading_commands.deadline(args, folder),
        "parties": lambda: reading_commands.parties(args, folder),
        "restore": lambda: care_commands.restore(args, folder, _clock(args)),
        "check": lambda: care_commands.check(args, folder),
        "self-test": lambda: care_commands.self_test(args, face),
    }
    if args.command in without_data:
        return without_data[args.command]()
    with_data = {
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
    from cchc_desktop.bootstrap import open_app

    app = open_app(folder, _clock(args), may_only_read=args.command in _READERS)
    try:
        return with_data[args.command](args, app)
    finally:
        app.close()
