"""What is exported or printed: the filtered tasks, the selected ones, or all of them."""

from dataclasses import dataclass

from cchc_desktop.domain.tasks import Task


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice of tasks, in plan order as shown."""

    key: str
    """filtered, selected or all."""
    name: str
    """For people: "Đang lọc"."""
    tasks: tuple[Task, ...]
    words: str = ""
    """The filter in words, for a line under the title of a print; may be empty."""

    @property
    def label(self) -> str:
        """Name with the number of tasks: "Đang lọc (15)"."""
        return f"{self.name} ({len(self.tasks)})"
