"""tasks, set, history, stats."""

from argparse import Namespace

from cchc_desktop.bootstrap import App
from cchc_desktop.cli.answers import Answer, day, table
from cchc_desktop.cli.records import cells_json, task_json
from cchc_desktop.domain.tasks import FourCells, Task
from cchc_desktop.services.result_entry import UNSET, ResultEntry
from cchc_desktop.services.task_queries import Role, TaskQuery
from cchc_desktop.words import STATUS_WORDS


def query_of(args: Namespace) -> TaskQuery:
    """Return the query that the task filters of a command describe."""
    return TaskQuery(
        plan_id=args.plan,
        agency=args.agency,
        role=Role(args.role),
        field=args.field,
        status=args.status,
        search=args.search,
        due_from=args.due_from,
        due_to=args.due_to,
    )


def filtered(args: Namespace, app: App) -> tuple[Task, ...]:
    """Return the tasks a command's filters leave; a plan that does not exist is refused."""
    if args.plan is not None:
        app.plans.get(args.plan)
    return app.tasks.list(query_of(args))


def tasks(args: Namespace, app: App) -> Answer:
    """List tasks."""
    found = filtered(args, app)
    statuses = app.tasks.statuses(found)
    rows = [
        (
            str(task.id),
            f"{task.section}.{task.number}",
            task.content,
            task.lead,
            task.deadline,
            STATUS_WORDS[status],
        )
        for task, status in zip(found, statuses, strict=True)
    ]
    text = table(("Mã", "Mục", "Nội dung", "Chủ trì", "Thời gian", "Tình trạng"), rows)
    data = [task_json(task, status) for task, status in zip(found, statuses, strict=True)]
    return Answer(data, f"{text}\n\n{len(rows)} nhiệm vụ." if rows else "Không có nhiệm vụ nào khớp.")


def record(args: Namespace, app: App) -> Answer:
    """Record a result of a task."""
    entry = ResultEntry(
        progress=args.status,
        completed_on=UNSET if args.completed is None else args.completed,
        document=args.document,
        document_date=UNSET if args.document_date is None else args.document_date,
        note=args.note,
        own_due=UNSET if args.own_due is None else args.own_due,
        agency=args.agency,
    )
    task = app.tasks.record(args.task, entry).task
    status = app.tasks.status(task)
    lines = [f"{task.section}.{task.number} {task.content}", f"Tình trạng: {STATUS_WORDS[status]}"]
    if task.completed_on:
        lines.append(f"Ngày hoàn thành: {day(task.completed_on)}")
    return Answer(task_json(task, status), "\n".join(lines))


def history(args: Namespace, app: App) -> Answer:
    """Show who changed what of a task, and when."""
    lines = app.history.of_task(args.task)
    data = [
        {
            "at": line.at.isoformat(timespec="seconds"),
            "actor": line.actor,
            "change": line.sentence,
            "source": line.source,
        }
        for line in lines
    ]
    text = "\n".join(
        f"{line.at:%d/%m/%Y %H:%M}  {line.actor}: {line.sentence}"
        + (f" (từ {line.source})" if line.source else "")
        for line in lines
    )
    return Answer(data, text)


def stats(args: Namespace, app: App) -> Answer:
    """Show the official four cells as of a day."""
    if args.plan is not None:
        app.plans.get(args.plan)
    as_of = args.as_of or app.clock.now().date()
    total = app.statistics.cells(args.plan, as_of)
    data: dict[str, object] = {"as_of": as_of, **cells_json(total)}
    rows = [("Tất cả", total)]
    if args.by:
        by = app.statistics.by_field if args.by == "field" else app.statistics.by_agency
        groups = by(args.plan, as_of)
        data[f"by_{args.by}"] = [{"name": name, **cells_json(cells)} for name, cells in groups]
        rows += groups
    headings = ("", "Tổng", "HT đúng hạn", "HT quá hạn", "Chưa HT, trong hạn", "Chưa HT, quá hạn",
                "Thường xuyên", "Chưa có thời hạn", "Dừng, hủy")  # fmt: skip
    text = f"Số liệu đến hết ngày {day(as_of)}\n" + table(
        headings, [_cells_row(name, cells) for name, cells in rows]
    )
    return Answer(data, text)


def _cells_row(name: str, cells: FourCells) -> tuple[str, ...]:
    counts = (
        cells.total, cells.completed_on_time, cells.completed_late, cells.open_in_time, cells.open_overdue,
        cells.continuous, cells.undated, cells.stopped,
    )  # fmt: skip
    return (name, *(str(count) for count in counts))
