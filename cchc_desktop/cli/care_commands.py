"""backup, restore, check, self-test."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from cchc_desktop.bootstrap import App, check_folder, restore_folder
from cchc_desktop.cli.answers import Answer
from cchc_desktop.cli.face import Face
from cchc_desktop.clock import Clock


def backup(args: Namespace, app: App) -> Answer:
    """Make a verified copy of the data file."""
    made = app.backups.create(args.file)
    return Answer({"file": str(made), "size": made.stat().st_size}, f"Đã sao lưu ra {made}.")


def restore(args: Namespace, folder: Path, clock: Clock) -> Answer:
    """Bring a copy back; the present file is set aside."""
    aside = restore_folder(folder, args.file, clock)
    kept = f" Dữ liệu trước đó được giữ tại {aside}." if aside else ""
    return Answer(
        {"restored": str(args.file), "kept": str(aside) if aside else None},
        f"Đã khôi phục từ {args.file}.{kept}",
    )


def check(folder: Path) -> Answer:
    """Check the data file and say what was found."""
    report = check_folder(folder)
    data = {
        "ok": report.ok,
        "findings": list(report.findings),
        "orphans": [
            {"table": table, "parent": parent, "rows": rows} for table, parent, rows in report.orphans
        ],
        "revision": report.revision,
        "newest_revision": report.newest_revision,
        "size": report.size,
        "free_megabytes": report.free_megabytes,
        "counts": dict(report.counts),
        "last_backup": str(report.last_backup.path) if report.last_backup else None,
        "sqlite": report.sqlite_version,
    }
    if report.ok:
        tasks = dict(report.counts).get("task", 0)
        return Answer(data, f"Dữ liệu tốt: {tasks} nhiệm vụ, {report.size / 1_000_000:.1f} MB.")
    newest = f" Bản sao lưu gần nhất: {report.last_backup.path}." if report.last_backup else ""
    refusal = f"Kiểm tra dữ liệu phát hiện lỗi. Hãy khôi phục từ một bản sao lưu tốt.{newest}"
    orphans = [f"{rows} dòng của {table} mất dòng gốc ở {parent}" for table, parent, rows in report.orphans]
    return Answer(data, "\n".join((*report.findings, *orphans)), refusal)


def self_test(face: Callable[[], Face]) -> Answer:
    """Try the whole program on a temporary folder."""
    from cchc_desktop.cli.self_test import run_self_test

    steps = run_self_test(face)
    ok = all(step.ok for step in steps)
    lines = [f"{'✓' if step.ok else '✗'} {step.name}: {step.detail}" for step in steps]
    failed = ", ".join(step.name for step in steps if not step.ok)
    refusal = (
        ""
        if ok
        else f"Phần mềm chưa chạy đúng trên máy này ({failed}). Hãy gửi kết quả này cho người hỗ trợ."
    )
    return Answer({"ok": ok, "steps": [asdict(step) for step in steps]}, "\n".join(lines), refusal)
