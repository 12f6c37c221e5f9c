"""export, print."""

from argparse import Namespace

from cchc_desktop.bootstrap import App
from cchc_desktop.cli.answers import Answer
from cchc_desktop.cli.face import Face
from cchc_desktop.cli.task_commands import filtered
from cchc_desktop.errors import InvalidInput


def export(args: Namespace, app: App) -> Answer:
    """Write tasks to a workbook in the appendix layout."""
    if args.file.suffix.lower() != ".xlsx":
        raise InvalidInput(
            f"Tên tệp “{args.file.name}” phải kết thúc bằng .xlsx. Hãy đổi tên tệp rồi xuất lại."
        )
    rows = app.exports.appendix(args.file, filtered(args, app))
    return Answer({"file": str(args.file), "rows": rows}, f"Đã xuất {rows} nhiệm vụ ra {args.file}.")


def print_pages(args: Namespace, app: App, face: Face) -> Answer:
    """Draw the pages a printer would get into a PDF file."""
    if args.file.suffix.lower() != ".pdf":
        raise InvalidInput(f"Tên tệp “{args.file.name}” phải kết thúc bằng .pdf. Hãy đổi tên tệp rồi in lại.")
    document = app.exports.document(filtered(args, app))
    pages = face.print_pdf(document, args.file)
    return Answer({"file": str(args.file), "pages": pages}, f"Đã in {pages} trang ra {args.file}.")
