"""What the page Cơ quan và đơn vị shows, read in one go in the worker thread."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.agency_records import Agency
from cchc_desktop.domain.lessons import Lesson, NameMeaning
from cchc_desktop.domain.tasks import Task
from cchc_desktop.services.agencies import OldName, UnknownName
from cchc_desktop.services.task_queries import Role, TaskQuery
from ui.models.agency_tree import Body, mentions
from ui.models.task_list import AgencyMatch

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App


@dataclass(frozen=True, slots=True)
class Facts:
    """The directory, what the office made of it, and the tasks that use it."""

    directory: Directory
    today: date
    tasks: Mapping[int, Task]
    """All stored tasks by id."""
    listed: tuple[Task, ...]
    """Those that the page Nhiệm vụ lists: of the working year, else of all plans."""
    named: Mapping[str, int]
    """How many of the listed tasks name a body or group, by key."""
    own: frozenset[str]
    taught: Mapping[str, tuple[Lesson, ...]]
    """Names that the office taught, by the key they mean."""
    unknown: tuple[UnknownName, ...]
    old: tuple[OldName, ...]

    def bodies(self) -> tuple[Body, ...]:
        """Return all bodies and groups."""
        return (*self.directory.agencies, *self.directory.groups)

    def body(self, key: str) -> Body | None:
        """Return a body or group by its key; None when it is not there (any more)."""
        return next((body for body in self.bodies() if body.key == key), None)

    def body_named(self, name: str) -> Body | None:
        """Return a body or group by its name as written in the directory."""
        return next((body for body in self.bodies() if body.name == name), None)

    def parts(self, body: Body) -> dict[Role, int]:
        """Count the listed tasks that a body leads, and those it only co-ordinates, groups included."""
        match = AgencyMatch(self.directory, body.name, self.today)
        leads = {task.id for task in self.listed if match.leads(task)}
        others = {task.id for task in self.listed if match.coordinates(task)}
        return {Role.LEAD: len(leads), Role.COORDINATING: len(others)}

    def listed_of(self, ids: Iterable[int]) -> list[int]:
        """Return those of some tasks that the page Nhiệm vụ lists."""
        shown = {task.id for task in self.listed}
        return [each for each in ids if each in shown]


def load(app: "App") -> Facts:
    """Read everything; runs in the worker thread."""
    directory = app.agencies.directory()
    directory.find("")  # the index is built here, not on the GUI thread
    stored = app.tasks.list()
    listed = app.tasks.list(TaskQuery(year=app.offices.year())) or stored
    taught: dict[str, list[Lesson]] = {}
    for lesson in app.lessons.all():
        if isinstance(lesson.meaning, NameMeaning):
            taught.setdefault(lesson.meaning.key, []).append(lesson)
    return Facts(
        directory=directory,
        today=app.clock.now().date(),
        tasks={task.id: task for task in stored},
        listed=listed,
        named=mentions(listed),
        own=app.agencies.own.keys(),
        taught={key: tuple(lessons) for key, lessons in taught.items()},
        unknown=app.agencies.unknown_names(),
        old=app.agencies.old_names(),
    )


def task_line(task: Task) -> str:
    """Return a task as one line: where it stands, and what it says.

    Used where a name is shown with the tasks that use it.
    """
    place = ".".join(part for part in (task.section, task.number) if part)
    return f"{task.plan_year} · {place}  {task.content}".replace("·   ", "·  ")


def is_current(body: Body, today: date) -> bool:
    """Tell whether a body or group exists on a day."""
    begun = not isinstance(body, Agency) or body.valid_from is None or body.valid_from <= today
    return begun and (body.valid_to is None or today <= body.valid_to)
