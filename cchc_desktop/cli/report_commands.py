"""reports, submit, remind."""

from argparse import Namespace

from cchc_desktop.bootstrap import App
from cchc_desktop.cli.answers import Answer, day, table
from cchc_desktop.cli.records import raised_json, reminder_json, report_json
from cchc_desktop.words import REPORT_STATE_WORDS


def reports(args: Namespace, app: App) -> Answer:
    """List the report obligations of a year."""
    calendar = app.calendar.work_calendar()
    found = app.reports.of_year(args.year or app.offices.year())
    rows = [
        (
            report.period.key,
            report.period.name,
            f"{day(report.period.window_start)}–{day(report.period.cutoff)}",
            day(report.period.own_due),
            day(calendar.on_or_before(report.period.own_due)),
            day(report.period.ministry_due),
            REPORT_STATE_WORDS[report.state],
        )
        for report in found
    ]
    headings = (
        "Mã",
        "Báo cáo",
        "Kỳ số liệu",
        "Hạn của đơn vị",
        "Nên gửi trước",
        "Hạn Bộ Nội vụ",
        "Tình trạng",
    )
    return Answer([report_json(report, calendar) for report in found], table(headings, rows))


def submit(args: Namespace, app: App) -> Answer:
    """Mark a report as sent."""
    report, _ = app.reports.submit(args.report, args.on, args.document)
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
