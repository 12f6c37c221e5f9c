"""Pop-ups as a courtesy: ordered channels, texts cut to what every desktop takes, one message in ten minutes.

The list of open reminders in the window is the truth. A channel that says ``True`` has only taken the message:
whether a person saw it is known by what the person does in the list.
"""

import logging
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from cchc_desktop.domain.message_length import TEXT_UNITS, TITLE_UNITS, utf16_units
from cchc_desktop.text import squash

QUIET_GAP = timedelta(minutes=10)
"""At most one pop-up within this time; what comes meanwhile is told together afterwards."""
LONGEST_PAUSE = timedelta(days=1)

_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?")
_ELLIPSIS = "…"
_LOOSE_END = " ,;:–-(“\"'"

_log = logging.getLogger(__name__)


def plain(text: str) -> str:
    r"""Make text fit for a system message: one line, without control, formatting and broken characters.

    >>> plain("Hạn gửi:\n\x1b11/12/2026")
    'Hạn gửi: 11/12/2026'
    """
    kept = "".join(
        char for char in squash(text) if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Cn"}
    )
    return squash(kept)


def clip(text: str, units: int) -> str:
    """Shorten text to at most ``units`` UTF-16 units, ending in "…"; a date or a letter is kept whole or left out.

    >>> clip("Hạn gửi: Thứ Sáu 11/12/2026", 22)
    'Hạn gửi: Thứ Sáu…'
    """
    if utf16_units(text) <= units:
        return text
    if units < 1:
        return ""
    end, used = 0, 0
    while used + utf16_units(text[end]) <= units - 1:
        used += utf16_units(text[end])
        end += 1
    end = _before_date(text, _before_marks(text, end))
    return text[: _before_word(text, end)].rstrip(_LOOSE_END) + _ELLIPSIS


def _before_marks(text: str, end: int) -> int:
    """Step back so that a letter is not parted from its combining marks."""
    while end and unicodedata.combining(text[end]):
        end -= 1
    return end


def _before_date(text: str, end: int) -> int:
    """Step back to the start of a date that would be cut: half a date is a wrong date."""
    for found in _DATE.finditer(text):
        if found.start() < end < found.end():
            return found.start()
    return end


def _before_word(text: str, end: int) -> int:
    """Step back to the last space when that costs little; long words are cut where they must."""
    if not end or text[end].isspace():
        return end
    space = text.rfind(" ", 0, end)
    return space if space > end - 20 and space > 0 else end


class Notifier(Protocol):
    """A way to tell a person something outside the window."""

    def notify(self, title: str, text: str, key: str) -> bool:
        """Hand a message over; never raises. ``True`` says that it was taken, not that it was seen."""
        ...


class SilentNotifier:
    """Tells nobody: for the command line and machines without a screen; the list keeps every reminder."""

    def notify(self, title: str, text: str, key: str) -> bool:  # noqa: ARG002 - the protocol's signature
        """Take nothing."""
        return False


@dataclass
class RecordingNotifier:
    """Keeps what it is told, so that a test can read it."""

    accepts: bool = True
    messages: list[tuple[str, str, str]] = field(default_factory=list)

    def notify(self, title: str, text: str, key: str) -> bool:
        """Keep title, text and key; answer as told."""
        self.messages.append((title, text, key))
        return self.accepts


class Channels:
    """Several ways in order of preference: the first that takes a message is the only one that shows it."""

    def __init__(self, channels: Iterable[tuple[str, Notifier]]) -> None:
        self._channels = tuple(channels)
        self.last_channel = ""
        """Name of the channel that took the last message, for the ledger; empty when none did."""

    def notify(self, title: str, text: str, key: str) -> bool:
        """Clean and clip the message, then offer it to one channel after the other."""
        title, text = clip(plain(title), TITLE_UNITS), clip(plain(text), TEXT_UNITS)
        self.last_channel = ""
        for name, channel in self._channels:
            if _offer(name, channel, (title, text, key)):
                self.last_channel = name
                return True
        return False


def _offer(name: str, channel: Notifier, message: tuple[str, str, str]) -> bool:
    try:
        return channel.notify(*message)
    except Exception:  # noqa: BLE001 - a foreign desktop may fail in any way; a reminder must not take the program down
        _log.exception("the channel %s failed", name)
        return False


@dataclass(frozen=True, slots=True)
class Message:
    """One reminder as it is to be told."""

    key: str
    title: str
    text: str


class PopUps:
    """Keeps pop-ups rare: one in ten minutes, several together as one digest, none while paused or in a quiet hour.

    ``is_quiet`` tells of a moment whether nobody is to be disturbed then; without it no hour is quiet.
    """

    def __init__(
        self,
        notifier: Notifier,
        gap: timedelta = QUIET_GAP,
        is_quiet: Callable[[datetime], bool] = lambda _now: False,
    ) -> None:
        self._notifier = notifier
        self._gap = gap
        self._is_quiet = is_quiet
        self._waiting: dict[str, Message] = {}
        self._last: datetime | None = None
        self._paused_until: datetime | None = None

    @property
    def waiting(self) -> tuple[str, ...]:
        """Keys that have not been told yet."""
        return tuple(self._waiting)

    def pause(self, until: datetime) -> None:
        """Show nothing before a moment; what comes meanwhile is told together afterwards."""
        self._paused_until = until

    def resume(self) -> None:
        """End a pause at once."""
        self._paused_until = None

    def paused_until(self, now: datetime) -> datetime | None:
        """Return the end of the running pause; None when there is none.

        One that seems to last longer than a day was set by a clock that ran ahead: it has ended.
        """
        end = self._paused_until
        return end if end is not None and now < end <= now + LONGEST_PAUSE else None

    def forget(self, keys: Iterable[str]) -> None:
        """Take reminders out of the queue that were dealt with before they could be told."""
        for key in keys:
            self._waiting.pop(key, None)

    def announce(
        self, messages: Sequence[Message], now: datetime, digest: tuple[str, str] | None = None
    ) -> tuple[str, ...]:
        """Queue messages and tell what may be told now; return the keys that a channel took.

        ``digest`` is the title and text to use when these messages alone are told together.
        """
        self._waiting.update((message.key, message) for message in messages)
        if not self._waiting or self._must_wait(now):
            return ()
        fresh = {message.key for message in messages} == set(self._waiting)
        title, text = digest if digest is not None and fresh else _together(tuple(self._waiting.values()))
        keys = tuple(self._waiting)
        if not self._notifier.notify(title, text, keys[0] if len(keys) == 1 else ""):
            return ()
        self._waiting.clear()
        self._last = now
        return keys

    def _must_wait(self, now: datetime) -> bool:
        return self.paused_until(now) is not None or self._too_soon(now) or self._is_quiet(now)

    def _too_soon(self, now: datetime) -> bool:
        # a clock that was set back must not silence the program until it has caught up again
        return self._last is not None and timedelta(0) <= now - self._last < self._gap


def _together(messages: Sequence[Message]) -> tuple[str, str]:
    first = messages[0]
    if len(messages) == 1:
        return first.title, first.text
    lead = clip(plain(first.title), TEXT_UNITS - 80)
    return (
        f"Có {len(messages)} nhắc việc cần xem",
        f"“{lead}” và {len(messages) - 1} nhắc việc khác. Bấm để xem danh sách.",
    )
