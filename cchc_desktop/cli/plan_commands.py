"""import, sample, plans, agencies."""

from argparse import Namespace

from cchc_desktop.bootstrap import App
from cchc_desktop.cli.answers import Answer, day, table
from cchc_desktop.cli.records import agency_json, import_json, plan_json
from cchc_desktop.domain.agency_records import AgencyGroup
from cchc_desktop.services.imports import ImportResult
from cchc_desktop.words import LEVEL_WORDS


def load(args: Namespace, app: App) -> Answer:
    """Read and store a plan."""
    source = app.imports.open_source(args.file)
    return _imported(app.imports.store(app.imports.draft(source, year=args.year), title=args.title))


def sample(args: Namespace, app: App) -> Answer:  # noqa: ARG001 - every command has the same signature
    """Store the bundled sample plan."""
    return _imported(app.imports.sample())


def _imported(result: ImportResult) -> Answer:
    lines = [
        (
            f"Kế hoạch {result.plan_id}: thêm {result.added}, thay đổi {result.changed}, "
            f"không đổi {result.unchanged}, không còn trong văn bản {result.gone} nhiệm vụ."
        )
    ]
    if result.problems:
        lines.append(f"Cần kiểm tra {len(result.problems)} chỗ:")
        lines += [f"  {row or 'Văn bản'}: {problem.message}" for row, problem in result.problems]
    return Answer(import_json(result), "\n".join(lines))


def plans(args: Namespace, app: App) -> Answer:  # noqa: ARG001 - every command has the same signature
    """List the stored plans."""
    stored = app.plans.all()
    rows = [
        (str(plan.id), str(plan.year), plan.head.document_number, day(plan.head.document_date), str(plan.task_count),
         plan.head.title or plan.source_name)
        for plan in stored
    ]  # fmt: skip
    text = (
        table(("Mã", "Năm", "Số, ký hiệu", "Ngày", "Nhiệm vụ", "Tên"), rows)
        if rows
        else "Chưa có kế hoạch nào."
    )
    return Answer([plan_json(plan) for plan in stored], text)


def agencies(args: Namespace, app: App) -> Answer:
    """List the directory of agencies and groups."""
    directory = app.agencies.directory()
    found = app.agencies.search(args.search)
    today = app.clock.now().date()
    rows = [
        (body.name, "nhóm", "") if isinstance(body, AgencyGroup)
        else (body.name, LEVEL_WORDS[body.level], day(body.valid_to) and f"đến {day(body.valid_to)}")
        for body in found
    ]  # fmt: skip
    text = table(("Tên", "Cấp", "Hiệu lực"), rows) if rows else "Không có cơ quan nào khớp."
    return Answer([agency_json(body, directory, today) for body in found], text)
