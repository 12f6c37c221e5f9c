"""The arguments of every command."""

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from cchc_desktop import __version__
from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.tasks import Progress, Status
from cchc_desktop.text import fold
from cchc_desktop.words import PROGRESS_WORDS, STATUS_WORDS

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - no public name


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole program."""
    parser = argparse.ArgumentParser(
        prog="cchc-desktop", description="Theo dõi nhiệm vụ cải cách hành chính. Không có lệnh: mở cửa sổ."
    )
    parser.add_argument("--version", action="version", version=f"CCHC Desktop {__version__}")
    parser.add_argument("--data", type=Path, metavar="THƯ_MỤC", help="thư mục dữ liệu")
    parser.add_argument("--minimized", action="store_true", help="mở thu nhỏ ở khay hệ thống")
    common = _common_options()
    commands = parser.add_subparsers(dest="command", metavar="LỆNH")
    for add in (_add_reading, _add_plans, _add_tasks, _add_reports, _add_output, _add_care):
        add(commands, common)
    return parser


def _common_options() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="in đúng một tài liệu JSON")
    common.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    clock = common.add_mutually_exclusive_group()
    clock.add_argument(
        "--today", type=_day, metavar="NGÀY", help="coi ngày này là hôm nay (2023-02-28 hoặc 28/02/2023)"
    )
    clock.add_argument("--at", type=_moment, metavar="LÚC", help="coi lúc này là bây giờ (2023-02-28T08:30)")
    return common


def _add_reading(commands: _Commands, common: argparse.ArgumentParser) -> None:
    read = commands.add_parser("read", parents=[common], help="đọc thử một kế hoạch, không lưu")
    read.add_argument("file", metavar="TỆP", help="tệp kế hoạch, hoặc - để đọc văn bản dán vào")
    read.add_argument("--year", type=_year)
    deadline = commands.add_parser("deadline", parents=[common], help="xem cách hiểu một cụm thời gian")
    deadline.add_argument("phrase", nargs="?", metavar="CỤM_TỪ")
    deadline.add_argument("--year", type=_year)
    deadline.add_argument("--file", type=Path, metavar="TSV", help="mỗi dòng: cụm từ, dấu tab, năm")
    parties = commands.add_parser("parties", parents=[common], help="xem cách tách một ô cơ quan")
    parties.add_argument("text", nargs="?", metavar="Ô")
    parties.add_argument("--file", type=Path, metavar="TXT", help="mỗi dòng một ô")


def _add_plans(commands: _Commands, common: argparse.ArgumentParser) -> None:
    load = commands.add_parser("import", parents=[common], help="nhập kế hoạch")
    load.add_argument("file", metavar="TỆP")
    load.add_argument("--year", type=_year)
    load.add_argument("--title", default="")
    commands.add_parser("sample", parents=[common], help="nạp kế hoạch mẫu")
    commands.add_parser("plans", parents=[common], help="các kế hoạch đã lưu")
    agencies = commands.add_parser("agencies", parents=[common], help="danh mục cơ quan")
    agencies.add_argument("--search", default="", metavar="CHỮ")


def _add_tasks(commands: _Commands, common: argparse.ArgumentParser) -> None:
    commands.add_parser("tasks", parents=[common, _task_filters()], help="danh sách nhiệm vụ")
    record = commands.add_parser("set", parents=[common], help="ghi kết quả một nhiệm vụ")
    record.add_argument("task", type=int, metavar="NHIỆM_VỤ")
    record.add_argument("--status", type=_progress, metavar="TÌNH_TRẠNG")
    record.add_argument("--completed", type=_day, metavar="NGÀY")
    record.add_argument("--document", metavar="SỐ")
    record.add_argument("--document-date", type=_day, metavar="NGÀY")
    record.add_argument("--own-due", type=_day, metavar="NGÀY")
    record.add_argument("--note")
    record.add_argument("--agency", default="", metavar="CƠ_QUAN")
    history = commands.add_parser("history", parents=[common], help="ai sửa gì, khi nào")
    history.add_argument("task", type=int, metavar="NHIỆM_VỤ")
    stats = commands.add_parser("stats", parents=[common], help="số liệu bốn ô")
    stats.add_argument("--plan", type=int)
    stats.add_argument("--as-of", type=_day, metavar="NGÀY")
    stats.add_argument("--by", choices=("field", "agency"))


def _task_filters() -> argparse.ArgumentParser:
    filters = argparse.ArgumentParser(add_help=False)
    filters.add_argument("--plan", type=int)
    filters.add_argument("--agency", default="")
    filters.add_argument("--role", choices=("lead", "coordinating", "any"), default="any")
    filters.add_argument("--field", default="")
    filters.add_argument("--status", type=_status)
    filters.add_argument("--search", default="")
    filters.add_argument("--due-from", type=_day)
    filters.add_argument("--due-to", type=_day)
    return filters


def _add_reports(commands: _Commands, common: argparse.ArgumentParser) -> None:
    reports = commands.add_parser("reports", parents=[common], help="các báo cáo phải gửi")
    reports.add_argument("--year", type=_year)
    submit = commands.add_parser("submit", parents=[common], help="đánh dấu báo cáo đã gửi")
    submit.add_argument("report", metavar="BÁO_CÁO")
    submit.add_argument("--on", type=_day, required=True, metavar="NGÀY")
    submit.add_argument("--document", required=True, metavar="SỐ")
    commands.add_parser("remind", parents=[common], help="chạy một lượt nhắc việc")


def _add_output(commands: _Commands, common: argparse.ArgumentParser) -> None:
    export = commands.add_parser("export", parents=[common, _task_filters()], help="xuất Excel")
    export.add_argument("file", type=Path, metavar="TỆP.xlsx")
    export.add_argument("--layout", choices=("appendix",), default="appendix")
    pages = commands.add_parser("print", parents=[common, _task_filters()], help="in ra PDF")
    pages.add_argument("file", type=Path, metavar="TỆP.pdf")


def _add_care(commands: _Commands, common: argparse.ArgumentParser) -> None:
    backup = commands.add_parser("backup", parents=[common], help="sao lưu")
    backup.add_argument("file", type=Path, nargs="?", metavar="TỆP")
    restore = commands.add_parser("restore", parents=[common], help="khôi phục từ bản sao lưu")
    restore.add_argument("file", type=Path, metavar="TỆP")
    commands.add_parser("check", parents=[common], help="kiểm tra dữ liệu")
    commands.add_parser("self-test", parents=[common], help="tự kiểm tra phần mềm trên thư mục tạm")
    window = commands.add_parser("gui", parents=[common], help="mở cửa sổ")
    window.add_argument("--minimized", action="store_true", default=argparse.SUPPRESS)


def _day(text: str) -> date:
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - only the day is kept
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"“{text}” không phải là ngày; viết 2023-02-28 hoặc 28/02/2023")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải là ngày giờ; viết 2023-02-28T08:30") from None
    return moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)


def _year(text: str) -> int:
    if text.isdigit() and 1990 <= int(text) <= 2100:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” không phải là năm từ 1990 đến 2100")


def _progress(text: str) -> Progress:
    for progress, words in PROGRESS_WORDS.items():
        if fold(text).replace("-", "_") in (progress.value, fold(words)):
            return progress
    raise argparse.ArgumentTypeError(_choices(text, [progress.value for progress in PROGRESS_WORDS]))


def _status(text: str) -> Status:
    for status, words in STATUS_WORDS.items():
        if fold(text).replace("-", "_") in (status.value, fold(words)):
            return status
    raise argparse.ArgumentTypeError(_choices(text, [status.value for status in STATUS_WORDS]))


def _choices(text: str, values: list[str]) -> str:
    return f"“{text}” không phải là tình trạng; chọn một trong: {', '.join(values)}"
