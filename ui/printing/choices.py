"""What an officer chose for printing: kept between two prints of the same view."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import date

from cchc_desktop.writing.arrangement import Arrangement, GroupBy
from cchc_desktop.writing.measures import DECREE_MARGINS, TABLE_SIZE, TABLE_SIZES, WIDE_MARGINS, Paper
from ui.printing.page_setup import PageSetup, Signature


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """The options beside the preview, but for the scope and the title, which belong to one print."""

    group_by: GroupBy = GroupBy.SECTION
    page_per_section: bool = False
    left_out: tuple[str, ...] = ()
    """Keys of the columns not printed."""
    paper: Paper = Paper.A4
    landscape: bool = True
    size: int = TABLE_SIZE
    wide_margins: bool = False
    print_date: bool = True
    page_totals: bool = False
    end_mark: bool = False
    signed: bool = False
    position: str = ""
    name: str = ""

    def arrangement(self, keys: tuple[str, ...]) -> Arrangement:
        """Return how to arrange a document that has these columns."""
        kept = tuple(key for key in keys if key not in self.left_out)
        per_section = self.page_per_section and self.group_by is not GroupBy.NONE
        return Arrangement(self.group_by, per_section, kept or None)

    def setup(self, title: str | None, today: date) -> PageSetup:
        """Return the page setup on a day; without a title the document keeps its own."""
        return PageSetup(
            paper=self.paper,
            landscape=self.landscape,
            size=self.size,
            margins=WIDE_MARGINS if self.wide_margins else DECREE_MARGINS,
            title=title,
            printed_on=today if self.print_date else None,
            signature=Signature(self.position, self.name) if self.signed else None,
            page_totals=self.page_totals,
        )

    def as_text(self) -> str:
        """Return the choices as text for the settings file."""
        return json.dumps(asdict(self), ensure_ascii=False)


def choices_from(text: str) -> PrintChoices:
    """Read choices back; whatever is missing or not understood keeps its default.

    >>> choices_from('{"size": 12, "paper": "B5"}').size, choices_from("?") == PrintChoices()
    (12, True)
    """
    try:
        stored = json.loads(text)
    except ValueError:
        return PrintChoices()
    if not isinstance(stored, dict):
        return PrintChoices()
    plain = PrintChoices()
    values: dict[str, object] = {}
    for field in fields(PrintChoices):
        default, value = getattr(plain, field.name), stored.get(field.name)
        if isinstance(default, GroupBy | Paper):
            known = {member.value: member for member in type(default)}
            values[field.name] = known.get(value, default) if isinstance(value, str) else default
        elif isinstance(default, tuple):
            values[field.name] = tuple(map(str, value)) if isinstance(value, list) else default
        else:
            values[field.name] = value if type(value) is type(default) else default
    if values["size"] not in TABLE_SIZES:
        values["size"] = plain.size
    return PrintChoices(**values)  # type: ignore[arg-type]  # each value has the type of its default
