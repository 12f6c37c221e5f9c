"""XML of office files into plain elements: no DTD, no entities, no endless nesting, short names for namespaces."""

from functools import lru_cache
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from cchc_desktop.reading import refusals

DEEPEST = 200
"""Levels of nesting; documents with nested tables, text boxes and content controls stay below 80."""
MOST_NODES = 1_000_000
"""Elements and attributes; a document of 300 pages has fewer than 500,000."""
LARGEST = 32 * 2**20
"""Bytes of a member; a document of 300 pages has fewer than 10 million."""
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "strict",
}


def parse_xml(name: str, data: bytes) -> Element:
    """Parse a member of an office file; names become "w_p", attributes "w_val", of other namespaces "other_name".

    Raises FileProblem for broken XML, for any DTD, for nesting deeper and for more elements than documents have.
    """
    if len(data) > LARGEST:
        raise refusals.too_large(name, f"hơn {LARGEST // 2**20} MB chữ và định dạng")
    builder = TreeBuilder()
    parser = guarded_parser(name)
    depth, nodes, final = 0, 0, True

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, nodes
        depth += 1
        nodes += 1 + len(attributes)
        if depth > DEEPEST:
            raise refusals.unsafe(name, "cấu trúc lồng nhau quá sâu")
        if nodes > MOST_NODES:
            raise refusals.too_large(name, f"hơn {MOST_NODES // 1_000_000} triệu thành phần")
        builder.start(short_name(tag), {short_name(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(short_name(tag))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, final)
    except expat.ExpatError as problem:
        raise refusals.damaged(name) from problem
    return builder.close()


def guarded_parser(name: str) -> expat.XMLParserType:
    """Make an expat parser that refuses DTDs, and with them every entity."""

    def refuse(*_declaration: object) -> NoReturn:
        raise refusals.unsafe(name, "khai báo DTD trong XML")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


@lru_cache(maxsize=4096)
def short_name(name: str) -> str:
    """Shorten a name with namespace.

    >>> short_name("http://schemas.openxmlformats.org/wordprocessingml/2006/main}tbl"), short_name("val")
    ('w_tbl', 'val')
    """
    namespace, separator, local = name.rpartition("}")
    return f"{_PREFIXES.get(namespace, 'other')}_{local}" if separator else local
