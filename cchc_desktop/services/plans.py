"""Use cases around stored plans."""

from cchc_desktop.domain.plans import Amendment, Plan
from cchc_desktop.errors import NotFound
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.store import Store
from cchc_desktop.storage import plans as stored
from cchc_desktop.storage.amendments import amendments
from cchc_desktop.storage.history import change

_TOUCHED = frozenset({Kind.PLANS, Kind.TASKS, Kind.REMINDERS})


class Plans:
    """Lists and removes plans; they come in through the imports."""

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
