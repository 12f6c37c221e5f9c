"""reports, submit, remind."""

from argparse import Namespace

from cchc_desktop.bootstrap import App
from cchc_desktop.cli.answers import Answer, day, table
from cchc_desktop.cli.records import raised_json, reminder_json, report_json, summary_json
from cchc_desktop.domain.periods import ReportFamily
from cchc_desktop.domain.reports import Report
from cchc_desktop.words import REPORT_STATE_WORDS


def reports(args: Namespace, app: App) -> Answer:
    """List the report obligations of a year, or add one that was asked for and show it."""
    if args.add is not None:
        return _added(args, app)
    if args.on is not None or args.off is not None:
        app.report_kinds.switch(args.off if args.on is None else args.on, on=args.on is not None)
    calendar = app.calendar.work_calendar()
    found = app.reports.of_year(args.year or app.offices.year())
    summaries = app.units.summaries(found)
    with_units = any(summary.lines for summary in summaries)
    rows = [
        (
            report.period.key,
            report.period.name,
            _window(report),
            _own_due(report),
            day(calendar.on_or_before(report.period.own_due)),
            day(report.period.ministry_due) if report.period.goes_to_ministry else "",
            REPORT_STATE_WORDS[report.state],
            *([f"{summary.received}/{summary.total}"] if with_units else []),
        )
        for report, summary in zip(found, summaries, strict=True)
    ]
    headings = (
        "Mã",
        "Báo cáo",
        "Kỳ số liệu",
        "Hạn của đơn vị",
        "Nên gửi trước",
        "Hạn Bộ Nội vụ",
        "Tình trạng",
        *(["Đơn vị đã gửi"] if with_units else []),
    )
    data = [
        report_json(report, calendar) | {"units": summary_json(summary)}
        for report, summary in zip(found, summaries, strict=True)
    ]
    return Answer(data, table(headings, rows))


def _added(args: Namespace, app: App) -> Answer:
    family = ReportFamily.THEMATIC if args.thematic else ReportFamily.AD_HOC
    report, _ = app.reports.add(args.add, args.due, family=family, due_time=args.time, basis=args.basis)
    text = f"Đã thêm: {report.period.name}, hạn gửi {_own_due(report)}, mã {report.period.key}."
    return Answer(report_json(report, app.calendar.work_calendar()), text)


def _window(report: Report) -> str:
    period = report.period
    return f"{day(period.window_start)}–{day(period.cutoff)}" if period.has_window else "không có"


def _own_due(report: Report) -> str:
    """Return the own due date, with the time of a request and the date of the document where it was moved."""
    period = report.period
    words = f"{period.due_time:%H:%M} {day(period.own_due)}" if period.due_time else day(period.own_due)
    return f"{words} (văn bản: {day(period.nominal_due)})" if period.nominal_due else words


def submit(args: Namespace, app: App) -> Answer:
    """Mark a report as sent."""
    report, _ = app.reports.submit(
        args.report, args.on, args.document, document_date=args.document_date, file=args.file
    )
    text = f"Đã ghi: {report.period.name} gửi ngày {day(report.sent_on)}, số {report.document}. Đã tắt nhắc việc."
    return Answer(report_json(report, app.calendar.work_calendar()), text)


def remind(args: Namespace, app: App) -> Answer:
    """Do one reminder pass; safe to repeat."""
    told_the_time = args.at is not None or args.today is not None
    result = app.reminders.run(trusted_clock=told_the_time, is_rehearsal=told_the_time)
    if result.raised:
        app.reminders.mark_shown([reminder.key for reminder in result.raised], "cli")
    data = {
        "raised": [raised_json(each) for each in result.raised]
        + [reminder_json(each) for each in result.woken],
        "open": [reminder_json(each) for each in result.open],
    }
    if result.held:
        data["held"] = [{"message": result.held}]
    lines = [result.held] if result.held else []
    lines += [f"• {each.title}\n  {each.text}" for each in result.raised]
    lines.append(f"{len(result.raised)} nhắc việc mới, {len(result.open)} chưa xử lý.")
    return Answer(data, "\n".join(lines))
