"""The kinds of report: what the program ships with, what the office entered, and which are switched on."""

from cchc_desktop.domain.periods import ReportKind, kinds_in_force
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.report_checks import checked_kind
from cchc_desktop.services.store import Store
from cchc_desktop.storage.history import change, note_created
from cchc_desktop.storage.report_kinds import add_kind, keys_of_code, kind_is_stored, kind_key, kind_values
from cchc_desktop.storage.reports import stored_reports
from cchc_desktop.text import squash

_TOUCHED = frozenset({Kind.CALENDAR, Kind.REPORTS, Kind.REMINDERS})


class ReportKinds:
    """Use cases around kinds of report."""

    def __init__(self, store: Store, calendars: Calendars) -> None:
        self._store = store
        self._calendars = calendars

    def all(self) -> tuple[ReportKind, ...]:
        """Return every kind of every circular, bundled and own."""
        return self._calendars.report_kinds()

    def in_force(self, year: int) -> tuple[ReportKind, ...]:
        """Return the kind of each code that counts in a year, switched on or not."""
        return kinds_in_force(year, self.all())

    def save(self, *kinds: ReportKind, instead_of: ReportKind | None = None, action: str = "") -> Changes:
        """Enter kinds of the office's own, all of a new circular in one step; one undo for all.

        A kind with the code of another stands above it from its first year on; the same code and first year again
        replace what was entered before. ``instead_of`` is an own kind that goes when the new ones come.
        Raises InvalidInput when one makes no sound obligations.
        """
        others = self.all()
        checked = [checked_kind(kind, others) for kind in kinds]
        if not checked:
            raise InvalidInput("Chưa chọn loại báo cáo nào để lưu. Hãy nhập ít nhất một loại báo cáo.")
        names = f"Lưu loại báo cáo {checked[0].name}" if len(checked) == 1 else "Lưu các loại báo cáo"
        gone = {kind_key(instead_of)} if instead_of is not None and instead_of.is_own else set()
        gone -= {kind_key(kind) for kind in checked}
        with self._store.writing(action or names) as (session, stamp):
            changed = len(gone)
            for key in gone:
                change(session, stamp, "report_kind", key, {"deleted_at": stamp.at})
            for kind in checked:
                key = kind_key(kind)
                if kind_is_stored(session, key):
                    values = {name: value for name, value in kind_values(kind).items() if name != "key"}
                    values |= {"switched": None, "deleted_at": None}
                    changed += change(session, stamp, "report_kind", key, values)
                else:
                    note_created(session, stamp, "report_kind", [add_kind(session, kind)])
                    changed += 1
        self._calendars.forget()
        return Changes(_TOUCHED, stamp.action, stamp.batch if changed else "")

    def switch(self, code: str, *, on: bool) -> Changes:
        """Switch all kinds of a code on or off; obligations that were worked on stay in sight.

        Raises NotFound for an unknown code.
        """
        kinds = [kind for kind in self.all() if kind.code == squash(code).upper()]
        if not kinds:
            raise _unknown(code)
        action = f"{'Bật' if on else 'Tắt'} {kinds[-1].name}"
        with self._store.writing(action) as (session, stamp):
            keys = keys_of_code(session, kinds[0].code)
            changed = sum(change(session, stamp, "report_kind", key, {"switched": on}) for key in keys)
        self._calendars.forget()
        return Changes(_TOUCHED, action, stamp.batch if changed else "")

    def remove(self, kind: ReportKind) -> Changes:
        """Remove a kind that the office entered; a bundled one of the same code counts again.

        Raises InvalidInput for a bundled kind, and for one whose reports were worked on when nothing else has its code.
        """
        if not kind.is_own:
            raise InvalidInput(
                f"{kind.name} là loại báo cáo kèm theo phần mềm nên không xóa được. Hãy tắt loại báo cáo này."
            )
        others = [each for each in self.all() if each.code == kind.code and each != kind]
        with self._store.writing(f"Xóa loại báo cáo {kind.name}") as (session, stamp):
            if not others and any(
                stored.is_worked_on and stored.key.partition("-")[2].startswith(kind.code)
                for stored in stored_reports(session).values()
            ):
                raise InvalidInput(
                    f"{kind.name} đã có báo cáo được lập nên không xóa được. Hãy tắt loại báo cáo này."
                )
            key = kind_key(kind)
            if not kind_is_stored(session, key):
                raise _unknown(kind.code)
            changed = change(session, stamp, "report_kind", key, {"deleted_at": stamp.at})
        self._calendars.forget()
        return Changes(_TOUCHED, stamp.action, stamp.batch if changed else "")


def _unknown(code: str) -> NotFound:
    return NotFound(f"Không có loại báo cáo “{squash(code)[:30]}”. Hãy mở lại danh sách loại báo cáo.")
