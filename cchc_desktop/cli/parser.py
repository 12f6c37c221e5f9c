"""The arguments of every command."""

import argparse
from typing import TypeAlias

from cchc_desktop import __version__
from cchc_desktop.cli import values
from cchc_desktop.cli.usage import CommandParser

_Commands: TypeAlias = "argparse._SubParsersAction[CommandParser]"  # noqa: SLF001 - no public name


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    """Return the command and its options; a wrong command ends the program with status 2."""
    parser = build_parser()
    args = parser.parse_args(arguments)
    complaint = args.complaint(args) if "complaint" in args else ""
    if complaint:
        parser.error(complaint)
    if args.today is not None and args.at is not None:
        parser.error("argument --at: not allowed with argument --today")
    return args


def build_parser() -> CommandParser:
    """Return the parser of the whole program."""
    parser = CommandParser(
        prog="cchc-desktop", description="Theo dõi nhiệm vụ cải cách hành chính. Không có lệnh: mở cửa sổ."
    )
    parser.add_argument(
        "--version", action="version", version=f"CCHC Desktop {__version__}", help="xem phiên bản"
    )
    parser.add_argument("--minimized", action="store_true", help="mở thu nhỏ ở khay hệ thống")
    _add_common(parser, unset=None)
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", parser_class=CommandParser)
    for add in (_add_reading, _add_plans, _add_tasks, _add_reports, _add_output, _add_care):
        add(commands)
    return parser


def _add_common(parser: CommandParser, *, unset: str | None) -> None:
    """Add what may stand before or after the command; where it is not given the second time, the first stands."""
    parser.add_argument("--data", type=values.path, default=unset, metavar="THƯ_MỤC", help="thư mục dữ liệu")
    parser.add_argument(
        "--json", action="store_true", default=unset or False, help="in đúng một tài liệu JSON"
    )
    clock = parser.add_mutually_exclusive_group()
    clock.add_argument(
        "--today",
        type=values.today,
        default=unset,
        metavar="NGÀY",
        help="coi ngày này là hôm nay (2023-02-28 hoặc 28/02/2023)",
    )
    clock.add_argument(
        "--at",
        type=values.moment,
        default=unset,
        metavar="LÚC",
        help="coi lúc này là bây giờ (2023-02-28T08:30)",
    )


def _command(commands: _Commands, name: str, purpose: str) -> CommandParser:
    command = commands.add_parser(name, help=purpose, description=purpose)
    _add_common(command, unset=argparse.SUPPRESS)
    return command


def _add_reading(commands: _Commands) -> None:
    read = _command(commands, "read", "đọc thử một kế hoạch, không lưu")
    read.add_argument(
        "file", type=values.path, metavar="TỆP", help="tệp kế hoạch, hoặc - để đọc văn bản dán vào"
    )
    read.add_argument("--year", type=values.year)
    deadline = _command(commands, "deadline", "xem cách hiểu một cụm thời gian")
    deadline.add_argument("phrase", type=values.words, nargs="?", metavar="CỤM_TỪ")
    deadline.add_argument("--year", type=values.year)
    deadline.add_argument("--file", type=values.path, metavar="TSV", help="mỗi dòng: cụm từ, dấu tab, năm")
    deadline.set_defaults(complaint=_about_phrase)
    parties = _command(commands, "parties", "xem cách tách một ô cơ quan")
    parties.add_argument("text", type=values.words, nargs="?", metavar="Ô")
    parties.add_argument("--file", type=values.path, metavar="TXT", help="mỗi dòng một ô")
    parties.set_defaults(complaint=_about_cell)


def _about_phrase(args: argparse.Namespace) -> str:
    if args.file is not None:
        return (
            "" if args.phrase is None and args.year is None else "--file không dùng cùng với cụm từ và --year"
        )
    missing = args.phrase is None or args.year is None
    return (
        "cần một cụm thời gian và --year, hoặc --file với mỗi dòng: cụm từ, dấu tab, năm" if missing else ""
    )


def _about_cell(args: argparse.Namespace) -> str:
    if (args.text is None) == (args.file is None):
        return "cần nội dung một ô cơ quan, hoặc --file với mỗi dòng một ô"
    return ""


def _add_plans(commands: _Commands) -> None:
    load = _command(commands, "import", "nhập kế hoạch")
    load.add_argument("file", type=values.path, metavar="TỆP")
    load.add_argument("--year", type=values.year)
    load.add_argument("--title", type=values.words, default="")
    _command(commands, "sample", "nạp kế hoạch mẫu")
    _command(commands, "plans", "các kế hoạch đã lưu")
    agencies = _command(commands, "agencies", "danh mục cơ quan")
    agencies.add_argument("--search", type=values.words, default="", metavar="CHỮ")


def _add_tasks(commands: _Commands) -> None:
    _with_filters(_command(commands, "tasks", "danh sách nhiệm vụ"))
    record = _command(commands, "set", "ghi kết quả một nhiệm vụ")
    record.add_argument("task", type=values.number, metavar="NHIỆM_VỤ")
    record.add_argument("--status", type=values.progress, metavar="TÌNH_TRẠNG")
    record.add_argument("--completed", type=values.day, metavar="NGÀY")
    record.add_argument("--document", type=values.words, metavar="SỐ")
    record.add_argument("--document-date", type=values.day, metavar="NGÀY")
    record.add_argument("--own-due", type=values.day, metavar="NGÀY")
    record.add_argument("--note", type=values.words)
    record.add_argument("--agency", type=values.words, default="", metavar="CƠ_QUAN")
    history = _command(commands, "history", "ai sửa gì, khi nào")
    history.add_argument("task", type=values.number, metavar="NHIỆM_VỤ")
    stats = _command(commands, "stats", "số liệu bốn ô")
    stats.add_argument("--plan", type=values.number)
    stats.add_argument("--as-of", type=values.day, metavar="NGÀY")
    stats.add_argument("--by", choices=("field", "agency"))


def _with_filters(command: CommandParser) -> CommandParser:
    add = command.add_argument
    add("--plan", type=values.number, metavar="MÃ", help="chỉ kế hoạch này (lệnh plans liệt kê các mã)")
    add(
        "--agency",
        type=values.words,
        default="",
        metavar="CƠ_QUAN",
        help="kể cả nhiệm vụ giao qua nhóm cơ quan",
    )
    add(
        "--role", choices=("lead", "coordinating", "any"), default="any", help="chủ trì, phối hợp hoặc cả hai"
    )
    add(
        "--field", type=values.words, default="", metavar="LĨNH_VỰC", help="số mục hoặc một phần tên lĩnh vực"
    )
    add("--status", type=values.status, metavar="TÌNH_TRẠNG")
    add("--search", type=values.words, default="", metavar="CHỮ", help="không phân biệt dấu và chữ hoa")
    add("--due-from", type=values.day, metavar="NGÀY", help="hạn từ ngày này")
    add("--due-to", type=values.day, metavar="NGÀY", help="hạn đến hết ngày này")
    command.set_defaults(complaint=_about_dates)
    return command


def _about_dates(args: argparse.Namespace) -> str:
    if args.due_from is not None and args.due_to is not None and args.due_from > args.due_to:
        return "--due-from muộn hơn --due-to nên không nhiệm vụ nào khớp"
    return ""


def _add_reports(commands: _Commands) -> None:
    reports = _command(commands, "reports", "các báo cáo phải gửi")
    reports.add_argument("--year", type=values.year)
    reports.add_argument(
        "--add", type=values.words, metavar="TÊN", help="thêm một báo cáo đột xuất, cùng với --due"
    )
    reports.add_argument("--due", type=values.day, metavar="NGÀY", help="hạn gửi của báo cáo được thêm")
    reports.add_argument("--time", type=values.hour, metavar="GIỜ", help="giờ của hạn gửi, ví dụ 17:00")
    reports.add_argument("--thematic", action="store_true", help="báo cáo được thêm là báo cáo chuyên đề")
    reports.add_argument(
        "--basis", type=values.words, default="", metavar="SỐ", help="văn bản yêu cầu báo cáo"
    )
    switch = reports.add_mutually_exclusive_group()
    switch.add_argument("--on", type=values.words, metavar="MÃ", help="bật một loại báo cáo, ví dụ M, 9T, KH")
    switch.add_argument("--off", type=values.words, metavar="MÃ", help="tắt một loại báo cáo")
    reports.set_defaults(complaint=_about_request)
    submit = _command(commands, "submit", "đánh dấu báo cáo đã gửi")
    submit.add_argument("report", type=values.words, metavar="BÁO_CÁO")
    submit.add_argument("--on", type=values.day, required=True, metavar="NGÀY")
    submit.add_argument("--document", type=values.words, required=True, metavar="SỐ")
    submit.add_argument("--document-date", type=values.day, metavar="NGÀY", help="ngày của văn bản")
    submit.add_argument("--file", type=values.words, default="", metavar="TỆP", help="tệp báo cáo đã gửi")
    _command(commands, "remind", "chạy một lượt nhắc việc")


def _about_request(args: argparse.Namespace) -> str:
    if (args.add is None) != (args.due is None):
        return "thêm báo cáo cần cả --add và --due"
    if args.add is None and (args.time is not None or args.thematic or args.basis):
        return "--time, --thematic và --basis chỉ dùng cùng với --add"
    if args.add is not None and args.year is not None:
        return "--add không dùng cùng với --year; năm của báo cáo là năm của --due"
    return ""


def _add_output(commands: _Commands) -> None:
    export = _with_filters(_command(commands, "export", "xuất Excel"))
    export.add_argument("file", type=values.path, metavar="TỆP.xlsx")
    export.add_argument("--layout", choices=("appendix",), default="appendix")
    pages = _with_filters(_command(commands, "print", "in ra PDF"))
    pages.add_argument("file", type=values.path, metavar="TỆP.pdf")


def _add_care(commands: _Commands) -> None:
    backup = _command(commands, "backup", "sao lưu")
    backup.add_argument("file", type=values.path, nargs="?", metavar="TỆP")
    restore = _command(commands, "restore", "khôi phục từ bản sao lưu")
    restore.add_argument("file", type=values.path, metavar="TỆP")
    _command(commands, "check", "kiểm tra dữ liệu")
    _command(commands, "self-test", "tự kiểm tra phần mềm trên thư mục tạm")
    window = _command(commands, "gui", "mở cửa sổ")
    window.add_argument("--minimized", action="store_true", default=argparse.SUPPRESS)
