"""Every way of writing a day, month, quarter or year, with every relation word, against dates worked out here."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind, read_deadline

ROMAN = ["", "I", "II", "III", "IV"]
ONE_DAY = timedelta(days=1)
YEARS = st.integers(2000, 2099)
MONTHS = st.integers(1, 12)
QUARTERS = st.integers(1, 4)

DAY_FORMS = [
    "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d:02}.{m:02}.{y}", "ngày {d}/{m}/{y}", "{d} / {m} / {y}",
    "ngày {d:02} tháng {m:02} năm {y}", "{y}-{m:02}-{d:02}", "ngày {d} tháng {m}/{y}", "{d} tháng {m} năm {y}",
    "NGÀY {d:02} THÁNG {m:02} NĂM {y}", "ngay {d} thang {m} nam {y}", "ngày {d}/{m}", "{d:02}/{m:02}", "ngày {d} tháng {m}",
    "ngày {d}/{m}, năm {y}", "ngày {d} tháng {m}, năm {y}", "ngày {d} của tháng {m} năm {y}",
]  # fmt: skip
MONTH_FORMS = [
    "tháng {m}/{y}", "Tháng {m:02} năm {y}", "T{m}/{y}", "T.{m}/{y}", "{m:02}/{y}", "tháng {m}", "tháng {m:02}", "tháng {m} - {y}",
    "tháng {m} /{y}", "THÁNG {m}/{y}", "thang {m} nam {y}", "tháng {m}, năm {y}", "tháng {m} của năm {y}", "tháng{m}/{y}",
]  # fmt: skip
QUARTER_FORMS = [
    "Quý {r}/{y}", "Quý {r} năm {y}", "quý {q}/{y}", "Quý {r}", "quý {q}", "Q{q}/{y}", "Q.{r}/{y}", "QÚY {r} NĂM {y}", "Quí {r}-{y}",
    "quy {r} nam {y}", "Quý {r}, năm {y}", "Quý {r} của năm {y}", "Quý{q}/{y}", "quý {r} {y}",
]  # fmt: skip
BEFORE = ["trước ", "Hoàn thành trước ", "xong trước ", "phấn đấu hoàn thành trước ", "Báo cáo trước "]
UNTIL = [
    "chậm nhất ",
    "đến ",
    "đến hết ",
    "hết ",
    "muộn nhất ",
    "không quá ",
    "chậm nhất là ",
    "hạn cuối: ",
    "kết thúc ",
]
WITHIN = ["", "trong ", "Hoàn thành trong ", "vào ", "thời gian: ", "Xong trong ", "ngay trong ", "dự kiến "]
JOINTS = [" - ", "-", " đến ", " – ", " đến hết ", " tới "]


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _check(
    reading: Deadline, kind: DeadlineKind, start: date | None, due: date, phrase: str, *, certain: bool = True
) -> None:
    got = (reading.kind, reading.start, reading.due, reading.certain)
    assert got == (kind, start, due, certain), f"{phrase!r}: {reading.explanation}"


@settings(max_examples=300)
@given(day=st.dates(date(2000, 1, 2), date(2099, 12, 31)), form=st.sampled_from(DAY_FORMS), data=st.data())
def test_days(day: date, form: str, data: st.DataObject) -> None:
    printed = form.format(d=day.day, m=day.month, y=day.year)
    before = data.draw(st.booleans())
    word = data.draw(st.sampled_from(BEFORE if before else ["", "Hạn: ", *UNTIL[:5]]))
    due = day - ONE_DAY if before else day
    lone = word + printed == "24/07"  # may also mean day and night
    left_behind = due.year < day.year
    reading = read_deadline(word + printed, day.year)
    _check(reading, DeadlineKind.DATE, None, due, word + printed, certain=not lone and not left_behind)


@settings(max_examples=300)
@given(month=MONTHS, year=YEARS, form=st.sampled_from(MONTH_FORMS), data=st.data())
def test_months(month: int, year: int, form: str, data: st.DataObject) -> None:
    _check_period(form.format(m=month, y=year), date(year, month, 1), _last(year, month), data)


@settings(max_examples=300)
@given(quarter=QUARTERS, year=YEARS, form=st.sampled_from(QUARTER_FORMS), data=st.data())
def test_quarters(quarter: int, year: int, form: str, data: st.DataObject) -> None:
    first, last = date(year, quarter * 3 - 2, 1), _last(year, quarter * 3)
    _check_period(form.format(q=quarter, r=ROMAN[quarter], y=year), first, last, data)


@settings(max_examples=100)
@given(
    year=YEARS, form=st.sampled_from(["năm {y}", "Năm {y}", "{y}", "cả năm {y}", "NĂM {y}"]), data=st.data()
)
def test_years(year: int, form: str, data: st.DataObject) -> None:
    _check_period(form.format(y=year), date(year, 1, 1), date(year, 12, 31), data)


def _check_period(printed: str, first: date, last: date, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["within", "until", "before", "end", "from"]))
    if kind == "within":
        phrase = data.draw(st.sampled_from(WITHIN)) + printed
        _check(read_deadline(phrase, first.year), DeadlineKind.WINDOW, first, last, phrase)
    elif kind == "from":
        reading = read_deadline("từ " + printed, first.year)
        assert (reading.start, reading.due, reading.certain) == (first, None, False)
        assert reading.suggested_due == date(first.year, 12, 31)
    elif kind == "before":
        phrase = data.draw(st.sampled_from(BEFORE)) + printed
        due = first - ONE_DAY
        _check(
            read_deadline(phrase, first.year),
            DeadlineKind.DATE,
            None,
            due,
            phrase,
            certain=due.year == first.year,
        )
    elif printed[:2].lower() != "cả" and not printed[0].isdigit():
        phrase = (data.draw(st.sampled_from(UNTIL)) if kind == "until" else "cuối ") + printed
        _check(read_deadline(phrase, first.year), DeadlineKind.DATE, None, last, phrase)


@settings(max_examples=300)
@given(year=YEARS, first=MONTHS, last=MONTHS, joint=st.sampled_from(JOINTS), data=st.data())
def test_month_ranges(year: int, first: int, last: int, joint: str, data: st.DataObject) -> None:
    first, last = min(first, last), max(first, last)
    if first == last:
        return
    left = data.draw(
        st.sampled_from([f"tháng {first}", f"Tháng {first:02}/{year}", f"T{first}", f"từ tháng {first}"])
    )
    right = data.draw(
        st.sampled_from(
            [f"tháng {last}", f"tháng {last}/{year}", f"tháng {last} năm {year}", f"{last:02}/{year}"]
        )
    )
    phrase = left + joint + right
    _check(read_deadline(phrase, year), DeadlineKind.WINDOW, date(year, first, 1), _last(year, last), phrase)


@settings(max_examples=300)
@given(
    day=st.dates(date(2001, 1, 1), date(2098, 12, 1)),
    length=st.integers(1, 300),
    joint=st.sampled_from(JOINTS),
)
def test_day_ranges_across_years(day: date, length: int, joint: str) -> None:
    end = day + timedelta(days=length)
    phrase = f"từ ngày {day.day}/{day.month}/{day.year}{joint}ngày {end.day}/{end.month}/{end.year}"
    _check(read_deadline(phrase, day.year), DeadlineKind.WINDOW, day, end, phrase)
    shortened = f"{day.day}/{day.month}{joint}{end.day}/{end.month}/{end.year}"
    _check(read_deadline(shortened, day.year), DeadlineKind.WINDOW, day, end, shortened)


@settings(max_examples=200)
@given(
    year=YEARS,
    months=st.sets(MONTHS, min_size=2, max_size=4),
    separator=st.sampled_from([", ", "; ", " và ", ","]),
)
def test_month_lists(year: int, months: set[int], separator: str) -> None:
    listed = sorted(months)
    phrase = separator.join(f"tháng {month}" for month in listed)
    reading = read_deadline(phrase, year)
    if listed[-1] - listed[0] == len(listed) - 1:
        _check(
            reading,
            DeadlineKind.WINDOW,
            date(year, listed[0], 1),
            _last(year, listed[-1]),
            phrase,
            certain=False,
        )
    else:
        assert (reading.kind, reading.certain) == (DeadlineKind.PERIODIC, True)
        assert reading.occurrences == tuple(_last(year, month) for month in listed)


@settings(max_examples=200)
@given(year=YEARS, day=st.integers(1, 28), before=st.booleans(), data=st.data())
def test_days_of_months_and_quarters(year: int, day: int, before: bool, data: st.DataObject) -> None:
    word = (
        "trước ngày"
        if before
        else data.draw(st.sampled_from(["ngày", "chậm nhất ngày", "vào ngày", "đến ngày"]))
    )
    every, months = data.draw(
        st.sampled_from([
            ("hàng tháng", range(1, 13)), ("hằng tháng", range(1, 13)), ("mỗi tháng", range(1, 13)),
            ("tháng cuối quý", (3, 6, 9, 12)), ("của tháng cuối mỗi quý", (3, 6, 9, 12)), ("tháng đầu quý", (1, 4, 7, 10)),
            ("của tháng cuối kỳ báo cáo", (3, 6, 9, 12)), ("các tháng 3, 6, 9, 12", (3, 6, 9, 12)), ("tháng 6 hằng năm", (6,)),
        ])
    )  # fmt: skip
    phrase = f"{word} {day:02} {every}"
    due = [date(year, month, day) - ONE_DAY * before for month in months]
    if (
        before and day == 1 and months[0] == 1
    ):  # 31/12 of the year before; this year's comes from next January
        due = [*due[1:], date(year, 12, 31)] if "các tháng" not in every else due[1:]
    reading = read_deadline(phrase, year)
    assert reading.kind is DeadlineKind.PERIODIC
    assert (reading.occurrences, reading.certain) == (tuple(due), True), phrase


@settings(max_examples=100)
@given(
    year=st.integers(2001, 2099),
    number=st.integers(1, 9999),
    day=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
)
def test_the_date_of_a_document_is_no_deadline(year: int, number: int, day: date) -> None:
    for noun, symbol in (("Kế hoạch", "KH-UBND"), ("Quyết định", "QĐ-TTg"), ("Nghị quyết", "NQ-CP")):
        phrase = f"Theo {noun} số {number}/{symbol} ngày {day.day:02}/{day.month:02}/{day.year} của cấp trên"
        reading = read_deadline(phrase, year)
        assert (reading.kind, reading.due, reading.certain) == (DeadlineKind.REFERENCE, None, True), phrase


@settings(max_examples=200)
@given(day=st.integers(29, 40), month=st.integers(1, 14), year=YEARS)
def test_days_that_do_not_exist_are_unknown(day: int, month: int, year: int) -> None:
    exists = month <= 12 and day <= monthrange(year, month)[1]
    for phrase in (
        f"{day}/{month}/{year}",
        f"trước ngày {day}/{month}",
        f"ngày {day} tháng {month} năm {year}",
    ):
        reading = read_deadline(phrase, year)
        assert (reading.kind is DeadlineKind.UNKNOWN) == (not exists), phrase
        assert reading.certain == exists, phrase
