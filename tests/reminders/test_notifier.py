"""Pop-ups: clipped texts, ordered channels, one message in ten minutes."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.clock import at
from cchc_desktop.domain.message_length import TEXT_UNITS, TITLE_UNITS, utf16_units
from cchc_desktop.reminders.notifier import (
    Channels,
    Message,
    Notifier,
    PopUps,
    RecordingNotifier,
    SilentNotifier,
    clip,
    plain,
)
from cchc_desktop.reminders.plyer_channel import PlyerChannel

NOW = at(date(2026, 11, 23), 8, 30)
LONG = (
    "Quyết định về việc Ban hành Chỉ số CCHC của các sở, ban, ngành tỉnh và UBND các huyện, thị xã, thành phố năm 2023 "
    "trên địa bàn tỉnh Tiền Giang. Hạn gửi Sở Nội vụ: Thứ Sáu 11/12/2026. Còn 6 nhiệm vụ quá hạn và 9 nhiệm vụ chưa cập nhật "
    "kết quả trong kỳ báo cáo này. Bấm để xem danh sách đầy đủ."
)


class _Broken:
    def notify(self, title: str, text: str, key: str) -> bool:
        raise OSError(title, text, key)


@given(st.text(max_size=90), st.integers(min_value=0, max_value=70))
@settings(max_examples=150)
def test_a_clipped_text_fits_and_is_a_beginning_of_the_text(text: str, units: int) -> None:
    short = clip(text, units)
    assert utf16_units(short) <= units
    if utf16_units(text) <= units:
        assert short == text
    elif units:
        assert short.endswith("…")
        assert text.startswith(short[:-1])


def test_a_date_is_whole_or_absent_at_every_length() -> None:
    for units in range(1, utf16_units(LONG) + 2):
        short = clip(LONG, units)
        assert "11/12/2026" in short or "/" not in short, units


@given(st.integers(min_value=1, max_value=40))
@settings(max_examples=40)
def test_a_picture_beyond_the_first_plane_is_never_halved(units: int) -> None:
    clip("Hạn 📌📌📌📌 hôm nay 📌📌📌📌", units).encode("utf-16-le")


def test_a_letter_keeps_its_marks() -> None:
    assert clip("a\u0301b\u0301c\u0301", 4) == "a\u0301…"


def test_cutting_ends_at_a_word_without_a_loose_comma() -> None:
    assert clip("Thẩm định, đánh giá Chỉ số", 13) == "Thẩm định…"


def test_plain_text_is_one_line_without_control_and_direction_characters() -> None:
    assert plain("Hạn\u202e\x07 gửi\r\n\x1b[31m 11/12\ud800") == "Hạn gửi [31m 11/12"


def test_the_first_channel_that_takes_a_message_is_the_only_one() -> None:
    deaf, second, third = RecordingNotifier(accepts=False), RecordingNotifier(), RecordingNotifier()
    channels = Channels([("broken", _Broken()), ("deaf", deaf), ("tray", second), ("plyer", third)])
    assert channels.notify("Tiêu đề\n", LONG, "k")
    assert channels.last_channel == "tray"
    assert len(deaf.messages) == 1
    assert third.messages == []
    [(title, text, key)] = second.messages
    assert (title, key) == ("Tiêu đề", "k")
    assert utf16_units(text) <= TEXT_UNITS


def test_without_a_channel_nothing_is_taken() -> None:
    channels = Channels([("silent", SilentNotifier()), ("broken", _Broken())])
    assert not channels.notify("a", "b", "c")
    assert channels.last_channel == ""


def _message(number: int) -> Message:
    return Message(f"k{number}", f"Tiêu đề {number}", f"Nội dung {number}")


def test_one_reminder_is_told_with_its_own_words_and_key() -> None:
    notifier = RecordingNotifier()
    assert PopUps(notifier).announce([_message(1)], NOW) == ("k1",)
    assert notifier.messages == [("Tiêu đề 1", "Nội dung 1", "k1")]


def test_several_at_once_are_one_digest() -> None:
    notifier = RecordingNotifier()
    assert PopUps(notifier).announce([_message(1), _message(2), _message(3)], NOW) == ("k1", "k2", "k3")
    assert notifier.messages == [
        ("Có 3 nhắc việc cần xem", "“Tiêu đề 1” và 2 nhắc việc khác. Bấm để xem danh sách.", "")
    ]


def test_the_digest_of_the_pass_is_used_when_nothing_else_waits() -> None:
    notifier = RecordingNotifier()
    digest = ("Nhắc việc trong thời gian máy tắt", "Có 2 nhắc việc phát sinh từ 16/11 đến 20/11/2026.")
    PopUps(notifier).announce([_message(1), _message(2)], NOW, digest)
    assert notifier.messages == [(*digest, "")]


def test_within_ten_minutes_nothing_pops_up_and_nothing_is_lost() -> None:
    notifier = RecordingNotifier()
    popups = PopUps(notifier)
    popups.announce([_message(1)], NOW)
    assert popups.announce([_message(2)], NOW + timedelta(minutes=3)) == ()
    assert popups.announce([_message(3)], NOW + timedelta(minutes=9, seconds=59)) == ()
    assert popups.waiting == ("k2", "k3")
    assert popups.announce([], NOW + timedelta(minutes=10), ("nicht", "diese")) == ("k2", "k3")
    assert notifier.messages[1][0] == "Có 2 nhắc việc cần xem"
    assert popups.announce([], NOW + timedelta(minutes=30)) == ()


def test_what_was_dealt_with_meanwhile_is_not_told() -> None:
    notifier = RecordingNotifier()
    popups = PopUps(notifier)
    popups.announce([_message(1)], NOW)
    popups.announce([_message(2)], NOW + timedelta(minutes=1))
    popups.forget(["k2", "unknown"])
    assert popups.announce([], NOW + timedelta(minutes=20)) == ()


def test_a_pause_holds_messages_back_until_it_ends() -> None:
    notifier = RecordingNotifier()
    popups = PopUps(notifier)
    popups.pause(NOW + timedelta(hours=1))
    assert popups.announce([_message(1)], NOW) == ()
    assert popups.paused_until(NOW) == NOW + timedelta(hours=1)
    assert popups.announce([], NOW + timedelta(hours=1)) == ("k1",)
    assert popups.paused_until(NOW + timedelta(hours=1)) is None
    popups.pause(NOW + timedelta(hours=9))
    popups.resume()
    assert popups.announce([_message(2)], NOW + timedelta(hours=2)) == ("k2",)


def test_in_a_quiet_hour_messages_wait_and_are_told_together_afterwards() -> None:
    notifier = RecordingNotifier()
    popups = PopUps(notifier, is_quiet=lambda now: now < NOW)
    assert popups.announce([_message(1)], NOW - timedelta(hours=2)) == ()
    assert popups.announce([_message(2)], NOW - timedelta(minutes=1)) == ()
    assert not notifier.messages
    assert popups.announce([], NOW) == ("k1", "k2")


def test_a_pause_set_by_a_clock_that_ran_ahead_is_over() -> None:
    popups = PopUps(RecordingNotifier())
    popups.pause(NOW + timedelta(days=30, hours=1))
    assert popups.paused_until(NOW) is None
    assert popups.announce([_message(1)], NOW) == ("k1",)


def test_a_clock_set_back_does_not_silence_the_program() -> None:
    popups = PopUps(RecordingNotifier())
    popups.announce([_message(1)], NOW)
    assert popups.announce([_message(2)], NOW - timedelta(hours=5)) == ("k2",)


def test_a_message_no_channel_took_waits_for_the_next_time() -> None:
    notifier = RecordingNotifier(accepts=False)
    popups = PopUps(notifier)
    assert popups.announce([_message(1)], NOW) == ()
    notifier.accepts = True
    assert popups.announce([], NOW) == ("k1",)


def test_plyer_gets_clipped_clean_texts_in_a_daemon_thread() -> None:
    sent: list[tuple[str, str]] = []
    channel = PlyerChannel(send=lambda title, text: sent.append((title, text)))
    assert channel.notify("-t\n" + LONG, "Báo cáo '\x00quý' " + LONG, "k")
    channel.wait_until_sent()
    [(title, text)] = sent
    assert title.startswith("–t ")
    assert utf16_units(title) <= TITLE_UNITS
    assert text.startswith("Báo cáo ’quý’ ")
    assert utf16_units(text) <= TEXT_UNITS
    assert channel._worker is not None
    assert channel._worker.daemon


def test_a_desktop_that_cannot_show_anything_is_left_alone_afterwards() -> None:
    def refuse(title: str, text: str) -> None:
        raise NotImplementedError(title, text)

    channel = PlyerChannel(send=refuse)
    assert channel.notify("a", "b", "c")
    channel.wait_until_sent()
    assert not channel.usable
    assert not channel.notify("a", "b", "c")


def test_one_failure_is_forgiven_three_are_not() -> None:
    outcomes = iter([OSError(), None, OSError(), OSError(), OSError()])

    def unsteady(_title: str, _text: str) -> None:
        outcome = next(outcomes)
        if outcome is not None:
            raise outcome

    channel = PlyerChannel(send=unsteady)
    for usable in (True, True, True, True, False):
        channel.notify("a", "b", "c")
        channel.wait_until_sent()
        assert channel.usable is usable


def test_the_real_plyer_never_raises_here() -> None:
    channel: Notifier = PlyerChannel()
    assert channel.notify("Nhắc việc", "Thử thông báo", "k")
    assert isinstance(channel, PlyerChannel)
    channel.wait_until_sent()
