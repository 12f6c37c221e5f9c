"""Use cases around stored plans."""

from dataclasses import replace

from cchc_desktop.domain.plans import Amendment, Plan, PlanHead
from cchc_desktop.errors import NotFound
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.plan_heads import HeadEdited, checked_head, put_head
from cchc_desktop.services.plan_records import PlanRecord, plan_record
from cchc_desktop.services.store import Store
from cchc_desktop.storage import plans as stored
from cchc_desktop.storage.amendments import amendments
from cchc_desktop.storage.history import change
from cchc_desktop.storage.plan_records import plan_of_amendment

_TOUCHED = frozenset({Kind.PLANS, Kind.TASKS, Kind.REMINDERS})


class Plans:
    """Lists, corrects and removes plans; they come in through the imports."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Plan, ...]:
        """Return the stored plans, newest year first."""
        with self._store.reading() as session:
            return stored.plans(session)

    def get(self, plan_id: int) -> Plan:
        """Return one plan. Raises NotFound when there is none."""
        found = next((plan for plan in self.all() if plan.id == plan_id), None)
        if found is None:
            raise NotFound(
                "Không tìm thấy kế hoạch này; có thể kế hoạch đã bị xóa. Hãy mở lại danh sách kế hoạch."
            )
        return found

    def amendments(self, plan_id: int) -> tuple[Amendment, ...]:
        """Return the documents that changed some rows of a plan, in the order they were imported."""
        with self._store.reading() as session:
            return amendments(session, plan_id)

    def records(self) -> tuple[PlanRecord, ...]:
        """Return the stored plans with their files, imports, amendments and rows to check, newest year first."""
        with self._store.reading() as session:
            return tuple(plan_record(session, plan) for plan in stored.plans(session))

    def record(self, plan_id: int) -> PlanRecord:
        """Return one plan with everything known of it. Raises NotFound when there is none."""
        plan = self.get(plan_id)
        with self._store.reading() as session:
            return plan_record(session, plan)

    def edit_head(self, plan_id: int, head: PlanHead) -> HeadEdited:
        """Correct what a plan's document is called; another year reads the time phrases again.

        Readings that a person chose stay. Raises InvalidInput for what cannot be, NotFound without the plan.
        """
        plan, head = self.get(plan_id), checked_head(head)
        with self._store.writing("Sửa thông tin văn bản") as (session, stamp):
            changed, reread, own = put_head(session, stamp, plan, head)
        return HeadEdited(Changes(_TOUCHED, stamp.action, stamp.batch if changed else ""), reread, own)

    def edit_amendment_head(self, amendment_id: int, head: PlanHead) -> HeadEdited:
        """Correct what an amending document is called; its year is the plan's. Raises InvalidInput, NotFound."""
        head = checked_head(replace(head, year=None))
        with self._store.writing("Sửa thông tin văn bản điều chỉnh") as (session, stamp):
            if plan_of_amendment(session, amendment_id) is None:
                raise NotFound(
                    "Không tìm thấy văn bản điều chỉnh này; có thể lần nhập đã được hoàn tác. Hãy mở lại danh sách."
                )
            values = {
                "title": head.title,
                "document_number": head.document_number,
                "document_date": head.document_date,
                "issuer": head.issuer,
            }
            changed = change(session, stamp, "amendment", amendment_id, values)
        return HeadEdited(Changes(frozenset({Kind.PLANS}), stamp.action, stamp.batch if changed else ""))

    def remove(self, plan_id: int) -> Changes:
        """Delete a plan with its tasks and results; it can be brought back by undoing."""
        plan = self.get(plan_id)
        return self._remove((plan,), f"Xóa kế hoạch “{plan.head.title or plan.source_name}”")

    def remove_sample(self) -> Changes:
        """Delete the bundled sample plan, if it is there."""
        return self._remove(tuple(plan for plan in self.all() if plan.is_sample), "Xóa dữ liệu mẫu")

    def _remove(self, plans: tuple[Plan, ...], action: str) -> Changes:
        with self._store.writing(action) as (session, stamp):
            for plan in plans:
                change(session, stamp, "plan", plan.id, {"deleted_at": stamp.at})
        return Changes(_TOUCHED, action, stamp.batch if plans else "")
