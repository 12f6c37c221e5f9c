"""HTML cut into tags and text in one pass, in time that grows with the page only, however broken it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]{0,60}+)((?>[^>"']+|"[^"]*"|'[^']*')*+)>""")
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]{0,60})")
_NO_TAG = re.compile(r"(?><(?!/?[a-zA-Z]|[!?])[^<]*+)++")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_MOST_ATTRIBUTES = 60
_REPEATED = 400
"""Characters of attributes; longer tags are seldom written twice."""
_RAW = {
    name: re.compile(f"</{name}\\b", re.IGNORECASE)
    for name in ("script", "style", "xmp", "noembed", "noframes")
}
"""Elements whose content is no markup."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    ends: bool = False
    """An end tag."""
    closed: bool = False
    """Ended at once ("<td/>")."""


def tokens(text: str) -> Iterator[Tag | str]:
    """Yield the tags and texts of a page; comments and declarations are left out.

    >>> [token if isinstance(token, str) else token.name for token in tokens("<p>a &lt; b<!-- c --><br/>")]
    ['p', 'a < b', 'br']
    """
    at, quotes_close = 0, True
    while at < len(text):
        begin = text.find("<", at)
        if begin != at:
            yield _shown(text[at:begin] if begin >= 0 else text[at:])
        if begin < 0:
            return
        if text.startswith(("<!", "<?"), begin):
            at = _after_declaration(text, begin)
            continue
        found = _TAG.match(text, begin) if quotes_close else None
        if found is not None:
            tag, at = _tag(*found.groups()), found.end()
        elif (name := _NAME.match(text, begin)) is not None:
            end = text.find(">", begin)
            if end < 0:
                return
            quotes_close = False
            tag, at = _tag("/" if text[begin + 1] == "/" else "", name[1], text[name.end() : end]), end + 1
        else:
            at = _after_text(text, begin)
            yield _shown(text[begin:at])
            continue
        yield tag
        if not tag.ends and tag.name in _RAW:
            closing = _RAW[tag.name].search(text, at)
            at = closing.start() if closing else len(text)


def _after_declaration(text: str, begin: int) -> int:
    """Return where a comment, a conditional section or a declaration ends; one that never ends takes the rest."""
    mark = "-->" if text.startswith("<!--", begin) else ">"
    end = text.find(mark, begin + 2)
    return end + len(mark) if end >= 0 else len(text)


def _after_text(text: str, begin: int) -> int:
    """Return where text that begins with "<" but with no tag ends."""
    found = _NO_TAG.match(text, begin)
    return found.end() if found else begin + 1


def _tag(slash: str, name: str, rest: str) -> Tag:
    return _known_tag(slash, name, rest) if len(rest) < _REPEATED else _new_tag(slash, name, rest)


@lru_cache(maxsize=4096)
def _known_tag(slash: str, name: str, rest: str) -> Tag:
    """Office programs write the same tags over and over."""
    return _new_tag(slash, name, rest)


def _new_tag(slash: str, name: str, rest: str) -> Tag:
    if slash:
        return Tag(name.lower(), ends=True)
    if not rest:
        return Tag(name.lower())
    attributes: dict[str, str] = {}
    if rest != "/":
        for found in _ATTRIBUTE.finditer(rest):
            value = found[2] or ""
            if value[:1] in {'"', "'"}:
                value = value[1:-1]
            attributes.setdefault(found[1].lower(), _shown(value))
            if len(attributes) >= _MOST_ATTRIBUTES:
                break
    return Tag(name.lower(), attributes, closed=rest.endswith("/"))


def _shown(text: str) -> str:
    return unescape(text) if "&" in text else text
