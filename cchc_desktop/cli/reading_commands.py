"""read, deadline, parties: how things are understood; nothing is stored."""

import sys
import tempfile
from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from cchc_desktop.bootstrap import directory_of
from cchc_desktop.cli import values
from cchc_desktop.cli.answers import Answer, day, table
from cchc_desktop.cli.records import deadline_json, party_json
from cchc_desktop.domain.agency_records import Party
from cchc_desktop.domain.deadlines import Deadline, read_deadline
from cchc_desktop.errors import FileProblem, InvalidInput
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.draft_json import draft_as_json
from cchc_desktop.reading.pipeline import draft_from, open_source
from cchc_desktop.text import nfc
from cchc_desktop.words import DEADLINE_KIND_WORDS, PARTY_KIND_WORDS

_MOST_PASTED = 20_000_000


def read(args: Namespace, folder: Path) -> Answer:
    """Read a plan file, or pasted text, and show the draft."""
    directory = directory_of(folder)
    if args.file == Path("-"):
        with tempfile.TemporaryDirectory() as place:
            pasted = Path(place) / "van-ban-dan.txt"
            pasted.write_text(_standard_input(), encoding="utf-8")
            source = open_source(pasted)
    else:
        source = open_source(args.file)
    draft = draft_from(source, directory, year=args.year)
    return Answer(draft_as_json(draft), _draft_text(draft))


def _standard_input() -> str:
    pasted = sys.stdin.buffer.read(_MOST_PASTED + 1)
    if len(pasted) > _MOST_PASTED:
        raise FileProblem("Văn bản dán vào dài quá 20 MB. Hãy lưu thành tệp rồi đọc tệp đó.")
    try:
        return pasted.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileProblem(
            "Văn bản dán vào không phải mã UTF-8 nên không đọc đúng dấu. Hãy lưu lại với mã UTF-8."
        ) from None


def _draft_text(draft: PlanDraft) -> str:
    rows = [
        (
            f"{task.section}.{task.number}".strip("."),
            task.content,
            task.lead,
            task.deadline,
            "; ".join(problem.message for problem in task.problems),
        )
        for task in draft.tasks
    ]
    head = [
        draft.head.title or draft.file,
        f"{draft.head.document_number} {day(draft.head.document_date)} {draft.head.issuer} – năm {draft.year}".strip(),
        f"{len(draft.tasks)} nhiệm vụ; "
        + ", ".join(f"{name}: {count}" for name, count in draft.repairs.items()),
        *(f"Cần xem: {problem.message}" for problem in draft.problems),
    ]
    tasks = table(("Mục", "Nội dung", "Chủ trì", "Thời gian", "Cần xem"), rows)
    return "\n".join([*head, "", tasks, *_targets_text(draft)])


def _targets_text(draft: PlanDraft) -> list[str]:
    if not draft.targets:
        return []
    rows = [
        (
            each.target.number,
            each.target.text,
            "; ".join(part.text for part in each.target.parts),
            "; ".join(problem.message for problem in each.problems),
        )
        for each in draft.targets
    ]
    title = f"{len(draft.targets)} chỉ tiêu"
    return ["", title, "", table(("Số", "Chỉ tiêu", "Mức phải đạt", "Cần xem"), rows)]


def deadline(args: Namespace, folder: Path) -> Answer:  # noqa: ARG001 - every command has the same signature
    """Show how a time phrase is understood, or every phrase of a file."""
    if args.file is None:
        reading = read_deadline(args.phrase, args.year)
        return Answer(deadline_json(reading), reading.explanation)
    lines = enumerate(_lines(args.file), start=1)
    readings = [_phrase_of_line(number, line) for number, line in lines if line.strip()]
    rows = [(phrase, DEADLINE_KIND_WORDS[reading.kind], reading.explanation) for phrase, reading in readings]
    return Answer(
        [deadline_json(reading) for _, reading in readings], table(("Cụm từ", "Loại", "Hiểu là"), rows)
    )


def _phrase_of_line(number: int, line: str) -> tuple[str, Deadline]:
    phrase, tab, year = line.rpartition("\t")
    try:
        return phrase, read_deadline(phrase, values.year(year.strip() if tab else ""))
    except ArgumentTypeError:
        raise InvalidInput(
            f"Dòng {number} không có dạng: cụm từ, dấu tab, năm. Hãy sửa dòng này rồi chạy lại."
        ) from None


def parties(args: Namespace, folder: Path) -> Answer:
    """Show how an agency cell is split, or every cell of a file."""
    directory = directory_of(folder)
    if args.file is not None:
        cells = [directory.split(line) for line in _lines(args.file)]
        return Answer(
            [[party_json(party) for party in cell] for cell in cells], "\n\n".join(map(_parties_text, cells))
        )
    cell = directory.split(args.text)
    return Answer([party_json(party) for party in cell], _parties_text(cell))


def _parties_text(cell: tuple[Party, ...]) -> str:
    rows = [(party.text, PARTY_KIND_WORDS[party.kind], party.name) for party in cell]
    return table(("Chữ trong ô", "Là", "Tên"), rows)


def _lines(path: Path) -> list[str]:
    """Return the lines of a file: answers stand in the order of its lines, so that blank ones inside count."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FileProblem(
            f"Tệp “{path.name}” không phải mã UTF-8. Hãy lưu lại với mã UTF-8 rồi chạy lại."
        ) from None
    except OSError:
        raise FileProblem(
            f"Không mở được tệp “{path.name}”. Hãy kiểm tra đường dẫn và quyền đọc tệp."
        ) from None
    lines = nfc(text).split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    return lines
