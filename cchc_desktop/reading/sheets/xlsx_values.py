"""Values of a workbook as a Vietnamese Excel shows them: dates day first, thousands with dots, words of the format kept."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from fractions import Fraction

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|(?P<space>_.|\*.)|(?P<other>.)', re.DOTALL
)
_SPLIT = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[]|["\\\[])*?)(?:;|$)', re.DOTALL)
_CLOCK = re.compile(r"am/pm|a/p", re.IGNORECASE)
_CURRENCY = re.compile(r"\$([^-\]]*)")
_CONDITION = re.compile(r"[<>=]+\s*-?[\d.]+")
_DATE_CODES = re.compile(r"[dmyhsDMYHS]+")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_GENERAL = "general"
_LONGEST_FORMAT = 255
"""Characters of a number format, as Excel limits it."""
_LAST_DAY = 2_958_466
"""Day number of the first day that Excel cannot show: 1 January 10000."""
_LARGEST = 1e15
"""Larger numbers lose digits in a workbook anyway."""
_FIRST_LEAP = 60
"""Excel's 29 February 1900, a day that never was."""


def printed(value: object, number_format: str) -> str:
    """Return the text that a cell shows.

    >>> from datetime import datetime
    >>> printed(datetime(2024, 3, 1), "mmm-yy"), printed(45000000, "#,##0"), printed(0.985, "0.0%")
    ('03/2024', '45.000.000', '98,5%')
    >>> printed(3, '"Quý "0'), printed(datetime(2024, 4, 15), '"Trước "mm/dd/yyyy')
    ('Quý 3', 'Trước 15/04/2024')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    sections = _sections(number_format[:_LONGEST_FORMAT])
    if isinstance(value, datetime):
        return _date(value.date(), value.time(), _literals(sections[0]))
    if isinstance(value, date):
        return _date(value, time(), _literals(sections[0]))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return _signed(value, sections)
    return _text(str(value), sections)


def is_date_format(number_format: str) -> bool:
    """Tell whether a format shows a number as a date or a time of day.

    >>> is_date_format("dd/mm/yyyy"), is_date_format('0" day"'), is_date_format("[Red]#,##0")
    (True, False, False)
    """
    section = _sections(number_format[:_LONGEST_FORMAT])[0]
    if section.strip().lower().startswith(_GENERAL):
        return False
    return any(not quoted and _DATE_CODES.search(piece) for quoted, piece in _literals(section))


def moment(serial: float, *, from_1904: bool = False) -> datetime | None:
    """Return the day and time that a day number of Excel stands for; None when it stands for none.

    >>> moment(45352), moment(61), moment(-1)
    (datetime.datetime(2024, 3, 1, 0, 0), datetime.datetime(1900, 3, 1, 0, 0), None)
    """
    day = serial + 1462 if from_1904 else serial
    if not 1 <= day < _LAST_DAY:
        return None
    start = datetime(1899, 12, 30 if day >= _FIRST_LEAP else 31)  # noqa: DTZ001 - workbooks know no time zones
    seconds = round((day % 1) * 86_400)
    return start + timedelta(days=int(day), seconds=seconds)


def show_number(value: float, number_format: str, *, from_1904: bool = False) -> str:
    """Return the text that a cell with a number shows, also when the number stands for a day.

    >>> show_number(45352, "d/m/yyyy"), show_number(0.5, "hh:mm"), show_number(7, "General")
    ('1/3/2024', '12:00', '7')
    """
    if not is_date_format(number_format):
        return printed(value, number_format)
    if 0 <= value < 1:
        seconds = round(value * 86_400) % 86_400
        return printed(time(seconds // 3600, seconds // 60 % 60, seconds % 60), number_format)
    found = moment(value, from_1904=from_1904)
    return printed(found, number_format) if found is not None else _general(value)


def _sections(number_format: str) -> list[str]:
    """Split a format at its semicolons: positive; negative; zero; text."""
    sections = [found[1] for found in _SPLIT.finditer(number_format)]
    if number_format and not number_format.endswith(";") and len(sections) > 1 and not sections[-1]:
        sections.pop()
    return sections[:4] or [""]


def _literals(section: str) -> list[tuple[bool, str]]:
    """Cut a section into words that are shown as they are (True) and codes (False)."""
    pieces: list[tuple[bool, str]] = []
    for found in _TOKEN.finditer(section):
        if found["space"]:
            pieces.append((True, " "))
        elif found["bracket"] is not None:
            currency = _CURRENCY.match(found["bracket"])
            if currency:
                pieces.append((True, currency[1]))
            elif re.fullmatch(r"[hmsHMS]+", found["bracket"]):
                pieces.append((False, found["bracket"]))
        elif found["quoted"] is not None or found["escaped"]:
            pieces.append((True, found["quoted"] or found["escaped"] or ""))
        elif pieces and not pieces[-1][0]:
            pieces[-1] = (False, pieces[-1][1] + found["other"])
        else:
            pieces.append((False, found["other"]))
    return pieces


def _date(day: date, clock: time, pieces: Sequence[tuple[bool, str]]) -> str:
    """Show a day; words around the date stay, words within it keep the order of the format."""
    codes = [at for at, (quoted, piece) in enumerate(pieces) if not quoted and _DATE_CODES.search(piece)]
    if not codes:
        return f"{day.day:02d}/{day.month:02d}/{day.year}"
    first, last = codes[0], codes[-1]
    before = "".join(piece for _, piece in pieces[:first])
    after = "".join(piece for _, piece in pieces[last + 1 :])
    core = pieces[first : last + 1]
    if any(quoted and _WORDS.search(piece) for quoted, piece in core):
        middle = "".join(piece if quoted else _coded(day, clock, piece) for quoted, piece in core)
    else:
        middle = _plain_date(day, "".join(piece for _, piece in core).lower(), clock)
    before = before if _WORDS.search(before) else ""
    after = after if _WORDS.search(after.replace("@", "")) else ""
    return re.sub(r"\s+", " ", f"{before}{middle}{after}").strip()


def _coded(day: date, clock: time, codes: str) -> str:
    def show(found: re.Match[str]) -> str:
        code = found[0].lower()
        letter, long = code[0], len(code)
        if letter == "d":
            return "" if long > 2 else f"{day.day:0{long}d}"
        if letter == "m":
            return f"{day.month:02d}" if long > 1 else f"{day.month}"
        if letter == "y":
            return f"{day.year}"
        return f"{clock.hour:02d}" if letter == "h" else f"{clock.second:02d}"

    return re.sub(r"d+|m+|y+|h+|s+", show, codes, flags=re.IGNORECASE)


def _plain_date(day: date, form: str, clock: time) -> str:
    form = _CLOCK.sub("", form)
    has_day, has_year = re.search(r"(?<!d)d{1,2}(?!d)", form) is not None, "y" in form
    has_month = "m" in re.sub(r"h+:m+|m+:s+", "", form)
    hours = f"{clock:%H:%M}" if "h" in form and clock != time() else ""
    if "h" in form and not (has_day or has_year):
        return f"{clock:%H:%M}"
    if has_day and has_month and not has_year:
        text = f"{day.day:02d}/{day.month:02d}" if "dd" in form else f"{day.day}/{day.month}"
    elif has_month and has_year and not has_day:
        text = f"{day.month:02d}/{day.year}"
    elif has_year and not has_day:
        text = f"{day.year}"
    elif re.match(r"d/m/y", form):
        text = f"{day.day}/{day.month}/{day.year}"
    else:
        text = f"{day.day:02d}/{day.month:02d}/{day.year}"
    return f"{text} {hours}".strip()


def _signed(value: float, sections: Sequence[str]) -> str:
    """Show a number by the section for its sign; a section of its own for negative numbers writes no minus."""
    if len(sections) < 2 or _CONDITION.search(sections[0]):
        return _number(value, sections[0])
    if value < 0:
        return _number(-value, sections[1])
    if value == 0 and len(sections) > 2:
        return _number(value, sections[2])
    return _number(value, sections[0])


def _text(text: str, sections: Sequence[str]) -> str:
    section = sections[3] if len(sections) == 4 else sections[0] if "@" in sections[0] else "@"
    if len(sections) == 4 and not section:
        return text
    shown = "".join(piece.replace("@", text) if not quoted else piece for quoted, piece in _literals(section))
    return shown.strip() if text in shown else text


def _number(value: float, section: str) -> str:
    if not section.strip() or section.strip().lower() in {_GENERAL, "@"}:
        return _general(value)
    pieces = _literals(section)
    codes = [
        at
        for at, (quoted, piece) in enumerate(pieces)
        if not quoted and re.search(r"[0#?@]|general", piece, re.IGNORECASE)
    ]
    if not codes:
        return "".join(piece for _, piece in pieces).strip()
    before = "".join(piece for _, piece in pieces[: codes[0]])
    after = "".join(piece for _, piece in pieces[codes[-1] + 1 :])
    core = "".join(piece for quoted, piece in pieces[codes[0] : codes[-1] + 1] if not quoted)
    return f"{before}{_digits(value, core, percent='%' in before + after)}{after}".strip()


def _digits(value: float, form: str, *, percent: bool) -> str:
    left, right = re.match(r"[^0#?]*", form), re.search(r"[^0#?]*$", form)
    lead, tail = (left[0] if left else ""), (right[0] if right else "")
    core = form[len(lead) : len(form) - len(tail)] if lead != form else ""
    if "general" in form.lower() or not core:
        return _general(value)
    if "/" in core:
        return _fraction(value, core)
    if value == 0 and "0" not in core:
        return f"{lead}{tail}"
    if abs(value) >= _LARGEST:
        return _general(value)
    if "%" in lead + tail or percent:
        value *= 100
    whole, _, decimals = core.partition(".")
    places = len(re.sub(r"[^0#?]", "", decimals.partition("E")[0]))
    thousands = re.search(r"[0#?],[0#?]", whole) is not None
    scale = len(tail) - len(tail.lstrip(","))
    value /= 1000**scale
    shown = _rounded(value, places, re.sub(r"[^0]", "", whole), thousands=thousands)
    if re.search(r"[#?]", decimals):
        kept = places - len(re.search(r"[#?]*$", decimals)[0])  # type: ignore[index]  # matches always
        shown = _without_zeros(shown, places, kept)
    comma = thousands or "%" in lead + tail or percent
    shown = shown.translate(str.maketrans(",.", ".,")) if comma else shown
    return f"{lead}{shown}{tail.lstrip(',')}"


def _rounded(value: float, places: int, zeros: str, *, thousands: bool) -> str:
    """Round half away from zero, as spreadsheets do, on the decimal digits of the number."""
    exact = Fraction(f"{value:.15g}")
    scaled = int(abs(exact) * 10**places + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**places)
    digits = f"{whole:,}" if thousands else f"{whole:0{max(1, len(zeros))}d}"
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{digits}.{rest:0{places}d}" if places else f"{sign}{digits}"


def _without_zeros(shown: str, places: int, kept: int) -> str:
    whole, decimals = shown[: -places - 1], shown[-places:]
    decimals = decimals[:kept] + decimals[kept:].rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _fraction(value: float, core: str) -> str:
    under = core.rpartition("/")[2].strip()
    largest = int(under) if under.isdecimal() and int(under) else 10 ** max(1, len(under)) - 1
    near = Fraction(value).limit_denominator(min(largest, 999))
    whole, rest = divmod(abs(near), 1)
    parts = [str(whole)] if whole or not rest else []
    parts += [str(rest)] if rest else []
    return ("-" if value < 0 else "") + " ".join(parts)


def _general(value: float) -> str:
    if value == int(value) and abs(value) < _LARGEST:
        return str(int(value))
    return f"{value:.10g}"
