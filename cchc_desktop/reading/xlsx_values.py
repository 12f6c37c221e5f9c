"""Values of a workbook as a Vietnamese Excel shows them: dates day first, thousands with dots."""

import re
from datetime import date, datetime, time

_QUOTED = re.compile(r'"[^"]*"|\[[^]]*\]|\\.|_.|\*.')


def printed(value: object, number_format: str) -> str:
    """Return the text that a cell shows.

    >>> from datetime import datetime
    >>> printed(datetime(2024, 3, 1), "mmm-yy"), printed(45000000, "#,##0"), printed(0.985, "0.0%")
    ('03/2024', '45.000.000', '98,5%')
    """
    plain = _QUOTED.sub("", number_format.split(";", maxsplit=1)[0]).lower()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return _date(value.date(), plain, value.time())
    if isinstance(value, date):
        return _date(value, plain, time())
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return _number(value, plain)
    return str(value)


def _date(day: date, form: str, clock: time) -> str:
    has_day, has_year = "d" in form, "y" in form
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


def _number(value: float, form: str) -> str:
    decimals = len(re.sub(r"[^0#?]", "", form.partition(".")[2].partition("%")[0])) if "." in form else 0
    if "%" in form:
        return f"{value * 100:.{decimals}f}%".replace(".", ",")
    if "#,##" in form or "0,0" in form:
        return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    if re.fullmatch(r"0+", form):
        return f"{value:0{len(form)}.0f}"
    if re.fullmatch(r"[#0]*\.0+", form):
        return f"{value:.{decimals}f}"
    return f"{value:.15g}"
