"""An argument parser that speaks Vietnamese: headings, and what is wrong with a command."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from cchc_desktop.cli.values import choices

_LONGEST = 600
_MESSAGES = (
    (r"argument (\S+): (.*)", r"\1: \2"),
    (r"the following arguments are required: (.*)", r"thiếu \1"),
    (r"one of the arguments (.*) is required", r"cần một trong: \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu: \1"),
    (r"(.*)not allowed with argument (\S+)", r"\1không dùng cùng với \2"),
    (r"(.*)expected (?:one argument|at least one argument|at most one argument|\d+ arguments)", r"\1thiếu giá trị"),
    (r"(.*)ignored explicit argument .*", r"\1tùy chọn này không có giá trị"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 viết tắt quá ngắn; có thể là: \2"),
)  # fmt: skip
"""Sentences of the standard library and ours, the outer ones first: an outer one may hold an inner one."""


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class CommandParser(argparse.ArgumentParser):
    """A parser whose help and refusals are Vietnamese; a wrong command ends with status 2."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Formatter, add_help=False, **settings)
        self._positionals.title = "tham số"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Say how the command is written and what is wrong, and leave."""
        self.exit(2, f"{self.format_usage()}Lệnh viết chưa đúng: {_translated(one_line(message))}\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            raise argparse.ArgumentError(action, f"không có “{value}”; {choices(map(str, action.choices))}")


def _translated(message: str) -> str:
    for pattern, replacement in _MESSAGES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            message = found.expand(replacement)
    return message


def one_line(message: str) -> str:
    r"""Return a message on one line without control characters; the middle of an endless one is left out.

    >>> one_line("Không tìm thấy tệp “a\nb”.")
    'Không tìm thấy tệp “a b”.'
    """
    line = " ".join("".join(char if char.isprintable() else " " for char in message).split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[: _LONGEST // 2]}…{line[-_LONGEST // 2 :]}"
