"""What the officer reads about a time phrase: one Vietnamese sentence, with the reasons to look again."""

from collections.abc import Iterable, Sequence
from datetime import date

LONGEST_QUOTE = 120
_MANY_DAYS = 6

EMPTY = "Ô thời hạn để trống, đề nghị tự nhập ngày hạn nếu có."
DITTO = "Bản in ghi “như trên” hoặc tương tự, đề nghị xem thời hạn của dòng trước và nhập lại."
NO_SUCH_DAY = "ngày, tháng hoặc quý này không có trong lịch"
OPEN_END = "bản in không nêu ngày kết thúc"
VAGUE = "bản in không nêu ngày cụ thể"
EACH_OR_SPAN = "bản in có thể muốn nói từng kỳ riêng, không phải cả khoảng"
EACH_NOT_SPAN = "bản in có thể muốn nói cả khoảng, không phải từng kỳ"
SEVERAL = "có nhiều mốc thời gian, không rõ mốc nào là hạn"
BACKWARDS = "mốc cuối đứng trước mốc đầu"
DASHED_YEAR = "dấu gạch ngang trước năm có thể là “đến”"
YEAR_GUESSED = "bản in không nêu năm của mốc đầu hoặc mốc cuối"
SHORT_YEAR = "năm chỉ ghi hai chữ số"
OCR = "chữ số hoặc số La Mã có thể bị nhận dạng sai"
DOTTED = "ngày, tháng không viết bằng dấu gạch chéo"
SLASH = "dấu gạch chéo có thể là “và” hoặc là năm"
NO_PREFIX = "con số không ghi rõ là ngày, tháng hay quý"
ECHO = "có chữ in lặp hai lần"
ENGLISH = "tháng viết bằng tiếng Anh nên số đi kèm có thể là ngày hoặc năm"
ENGLISH_HALF = "“H1”, “H2” có lẽ là nửa đầu, nửa cuối năm"
FIRST_MONTHS = "bản in không nói rõ là những tháng đầu năm"
YEAR_FIRST = "năm đứng trước tháng"
LUNAR_MONTH = "tháng âm lịch không phải tháng dương lịch"
SPOKEN = "chữ không dấu có thể đọc hai cách"
MISSING_NUMBER = "có thể thiếu số tháng"
POSITION = "không rõ là tháng, quý hoặc kỳ nào"
NO_EVERY = "bản in không nói rõ là hằng tháng hay hằng quý"
SAME_DAY = "không rõ ngày này áp dụng cho mọi tháng trong danh sách hay không"
WORKDAY = "bản in tính theo ngày làm việc"
STEP = "bản in không nêu kỳ đầu tiên bắt đầu khi nào"
COUNT = "bản in chỉ nêu số lần, ngày được chia đều để tham khảo"
NO_DATES = "bản in không nêu ngày của từng kỳ"
CUT_SHORT = "có tháng không đủ số ngày, khi đó lấy ngày cuối tháng"
NO_EVENT = "bản in không nêu thời gian này tính từ đâu"
INSIDE_EVENT = "trong sự kiện có một mốc thời gian"
IN_REFERENCE = "trong tên văn bản có một mốc thời gian"
SHORTENED = "có lẽ viết tắt của “theo …”"
THEO = "không rõ đây là văn bản hay sự kiện nào"
BEFORE_EVENT = "ngày của sự kiện này chưa biết"
FIRST_DAY = "ngày đầu không tính theo Điều 147 Bộ luật Dân sự 2015"
BEFORE_END = "“trước cuối kỳ” được hiểu là đến hết kỳ"
MIDNIGHT = "0 giờ là lúc bắt đầu ngày nên dễ hiểu nhầm ngày"
WEEKDAY = "thứ trong tuần không khớp với ngày"
EXCEPTION = "bản in có phần nói riêng cho một số đơn vị"
OUTLOOK = "bản in còn nêu định hướng cho thời gian sau đó"
COMMA_YEAR = "không rõ năm này là của các quý đứng trước hay là một mốc riêng"
APPROXIMATE = "bản in chỉ nêu ước chừng"
AT_LEAST = "“ít nhất”, “tối thiểu” không nói rõ ngày cuối"
ALTERNATIVES = "bản in nêu nhiều cách để chọn"
BLANK = "bản in còn chỗ trống chưa điền"
DANGLING = "câu còn thiếu mốc thời gian"
LINE_DASH = "dấu gạch đầu dòng có thể là “đến”"
AROUND_THE_CLOCK = "“24/7” có thể là ngày 24/7 hoặc cả ngày lẫn đêm"
WITH_CONTINUOUS = "việc vừa thường xuyên vừa có mốc thời gian"
WITH_CONDITION = "bản in còn nêu điều kiện hoặc văn bản khác"
NARROWER = "có hai mốc lồng nhau, đã lấy mốc hẹp hơn"


def day_of(day: date) -> str:
    """Write a day as plans do.

    >>> day_of(date(2023, 2, 5))
    '05/02/2023'
    """
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def clip(text: str) -> str:
    """Shorten a quotation that would fill the screen."""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"


def not_in_calendar(text: str, reason: str = NO_SUCH_DAY, offered: date | None = None) -> str:
    """Say that a phrase names a day, month or quarter that does not exist, or runs backwards."""
    perhaps = "" if offered is None else f", có thể là ngày {day_of(offered)}"
    return f"Chưa đọc được thời hạn “{clip(text)}” vì {reason}{perhaps}, đề nghị xem lại bản gốc"


def left_over(text: str) -> str:
    """Name the words that were not understood."""
    return f"còn phần chưa hiểu “{clip(text)}”"


def past_year(year: int) -> str:
    """Say that the date lies before the plan year."""
    return f"mốc thời gian nằm trước năm kế hoạch {year}"


def far_year(year: int) -> str:
    """Say that the date lies suspiciously far after the plan year."""
    return f"mốc thời gian cách xa năm kế hoạch {year}"


def outside_year(year: int) -> str:
    """Say that some dates of a list fall outside the plan year and are left out."""
    return f"có mốc nằm ngoài năm kế hoạch {year} nên không đưa vào danh sách"


def sentence(head: str, doubts: Sequence[str]) -> str:
    """Make the one sentence: how the phrase was read, then why a person should look.

    >>> sentence("Từ 01/04/2023", ["bản in không nêu ngày kết thúc"])
    'Từ 01/04/2023; cần xem lại vì bản in không nêu ngày kết thúc.'
    """
    unique = list(dict.fromkeys(doubts))
    return f"{head}; cần xem lại vì {', '.join(unique)}." if unique else f"{head}."


def day_list(days: Sequence[date]) -> str:
    """Write several days as plans list them.

    >>> day_list([date(2023, 6, 30), date(2023, 12, 31)])
    '30/06/2023 và 31/12/2023'
    """
    written = [day_of(day) for day in days]
    return written[0] if len(written) == 1 else f"{', '.join(written[:-1])} và {written[-1]}"


def recurring(days: Sequence[date]) -> str:
    """Name the due dates of a periodic task; more than six are counted and only the first and last named.

    >>> recurring([date(2023, 12, 31)])
    'Định kỳ, hạn trong năm là 31/12/2023'
    """
    if not days:
        return "Việc định kỳ"
    if len(days) == 1:
        return f"Định kỳ, hạn trong năm là {day_of(days[0])}"
    if len(days) > _MANY_DAYS:
        return f"Định kỳ, trong năm có {len(days)} hạn, từ {day_of(days[0])} đến {day_of(days[-1])}"
    return f"Định kỳ, các hạn trong năm: {day_list(days)}"


def opening(first: date | None) -> str:
    """Say that there is a start, or nothing sure at all, and no end."""
    return "Chưa có ngày hạn cụ thể" if first is None else f"Bắt đầu từ {day_of(first)}"


def before(due: date, name: str, first: date | None = None) -> str:
    """Say why the due date is the day before the printed one."""
    since = "" if first is None else f"Từ {day_of(first)}, "
    return f"{since}{'h' if since else 'H'}ạn {day_of(due)} vì chữ “trước” không tính {name}"


def span(first: date | None, due: date) -> str:
    """Name both ends of a window."""
    since = "Đ" if first is None else f"Từ {day_of(first)} đ"
    return f"{since}ến {day_of(due)}, hạn {day_of(due)}"


def suggestion(day: date | None) -> str:
    """Offer a date that is not printed."""
    return "" if day is None else f", có thể đặt hạn {day_of(day)}"


def quoted(texts: Iterable[str]) -> str:
    """Quote events or documents, each once."""
    return "; ".join(f"“{clip(text)}”" for text in dict.fromkeys(texts))
