"""XML read from beginning to end without keeping it: for sheets whose elements would fill the memory."""

from collections.abc import Callable
from xml.parsers import expat

from cchc_desktop.reading import refusals
from cchc_desktop.reading.xml_tree import DEEPEST, guarded_parser


def stream_xml(
    name: str,
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    data: Callable[[str], None],
) -> None:
    """Call ``start``, ``end`` and ``data`` for elements ("namespace}name") and text.

    Raises FileProblem for broken XML, for any DTD and for nesting deeper than documents have.
    """
    parser = guarded_parser(name)
    depth, final = 0, True

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise refusals.unsafe(name, "cấu trúc lồng nhau quá sâu")
        start(tag, attributes)

    def finish(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(tag)

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = data
    try:
        parser.Parse(content, final)
    except (expat.ExpatError, LookupError) as problem:  # LookupError: an encoding that nobody knows
        raise refusals.damaged(name) from problem
