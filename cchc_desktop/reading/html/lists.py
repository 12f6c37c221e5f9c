"""Numbers and bullets of HTML lists: they stand in no text of the page and are counted here."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_desktop.reading.html.looks import Style
from cchc_desktop.reading.list_numbers import numbered


@dataclass(slots=True)
class List:
    """An open list."""

    form: str
    """1, a, A, i, I; "-" for bullets, empty for no marks."""
    next: int = 1

    def mark(self, attributes: Mapping[str, str]) -> str:
        """Return the mark of the next item, with a space."""
        value = attributes.get("value", "").strip()
        if value.isdecimal() and len(value) < 6:
            self.next = int(value)
        number, self.next = self.next, self.next + 1
        if self.form in {"", "-"}:
            return f"{self.form} ".lstrip()
        return f"{numbered(number, self.form)}. "


def begin_list(tag: str, attributes: Mapping[str, str], style: Style) -> List:
    """Open a list."""
    form = "-" if tag == "ul" else attributes.get("type", "1").strip() or "1"
    if style.unnumbered:
        form = ""
    start = attributes.get("start", "1").strip()
    return List(form, int(start) if start.isdecimal() and len(start) < 6 else 1)
