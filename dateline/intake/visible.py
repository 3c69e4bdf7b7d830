"""What a page shows: everything that a reader would not see is taken out before extraction.

Hidden text must not become an event, and numbers must stay what they look like: ``12<sup>3</sup>``
is twelve with a footnote, ``<del>12</del>15`` is fifteen.

Hidden are: ``template``, ``noscript``, ``dialog`` without ``open`` and other elements that are not
shown; the ``hidden`` attribute; ``display:none`` and ``visibility:hidden`` in a ``style`` attribute
or, for a plain ``.class`` or ``#id``, in a ``<style>`` of the page.  ``aria-hidden`` is no such sign:
it hides from screen readers what the screen shows, and a page that was saved while a consent box
was open has it on the whole article.
"""

import re
from typing import Any

#: Elements whose content is not shown, or is no text of the report.
# fmt: off
NOT_SHOWN = frozenset((
    "template", "noscript", "script", "style", "datalist", "select", "option", "object", "embed",
    "iframe", "noframes", "canvas", "svg", "math", "audio", "video", "map", "textarea", "button",
))
# fmt: on

#: Elements whose text is shown as withdrawn.
STRUCK = frozenset(("del", "s", "strike"))

_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.I)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,2000})\}")
_SELECTOR = re.compile(r"\s*([.#])([\w-]+)\s*")
_ORDINAL = re.compile(r"\s*(?:st|nd|rd|th|er|ère|e|o|a|º|ª)\.?\s*\Z", re.I)
_UNIT = re.compile(r"(?:\b|\d)(?:k|c|m|d|h)?m\s*\Z")
_POWERS = {"2": "²", "3": "³"}

#: Style sheets of a page that are looked at, in characters: more is a framework, whose hiding
#: classes are switched by scripts.
MAX_STYLE_CHARS = 200_000


def keep_visible(tree: Any) -> None:
    """Take out of a parsed page, in place, what it does not show.

    One pass over the elements, so the cost is linear in the page.

    Args:
        tree: The root element of an ``lxml.html`` tree.
    """
    classes, ids = _hidden_by_style(tree)
    doomed = []
    for element in tree.iter():
        tag = element.tag
        if not isinstance(tag, str):
            doomed.append((element, ""))
        elif tag in NOT_SHOWN or tag in STRUCK or _is_hidden(element, classes, ids):
            doomed.append((element, " "))
        elif tag in ("sup", "sub"):
            doomed.extend(_raised(element))
        elif tag == "q":
            element.tag = "span"
            element.text = "“" + (element.text or "")
            element.tail = "”" + (element.tail or "")
    for element, instead in doomed:
        _drop(element, instead)


def _is_hidden(element: Any, classes: frozenset[str], ids: frozenset[str]) -> bool:
    attributes = element.attrib
    if not attributes:
        return bool(element.tag == "dialog")
    if "hidden" in attributes or (element.tag == "dialog" and "open" not in attributes):
        return True
    if attributes.get("id", "") in ids or not classes.isdisjoint(
        attributes.get("class", "").split()
    ):
        return True
    return _HIDING.search(attributes.get("style", "")) is not None


def _hidden_by_style(tree: Any) -> tuple[frozenset[str], frozenset[str]]:
    """Collect the classes and ids that a style sheet of the page hides everywhere.

    Rules inside ``@media`` are left alone: what is not printed is still shown.
    """
    names: dict[str, set[str]] = {".": set(), "#": set()}
    css = "\n".join(style.text or "" for style in tree.iter("style"))[:MAX_STYLE_CHARS]
    for match in _RULE.finditer(_top_level(_without_comments(css))):
        if not _HIDING.search(match[2]):
            continue
        for selector in match[1].split(","):
            if found := _SELECTOR.fullmatch(selector):
                names[found[1]].add(found[2])
    return frozenset(names["."]), frozenset(names["#"])


def _without_comments(css: str) -> str:
    first, *others = css.split("/*")
    return " ".join((first, *(piece.partition("*/")[2] for piece in others)))


def _top_level(css: str) -> str:
    """Drop rules that stand inside other braces, and what introduces them."""
    kept: list[str] = []
    depth = 0
    for piece in re.split(r"([{}])", css):
        if piece == "{":
            depth += 1
        if depth <= 1:
            kept.append(piece)
        if piece == "}":
            depth = max(0, depth - 1)
    return "".join(kept)


def _raised(element: Any) -> list[tuple[Any, str]]:
    """Decide what becomes of raised or lowered text: an ordinal stays, a footnote mark goes."""
    content = "".join(element.itertext()).strip()
    before = _text_before(element)
    if element.tag == "sub":
        return [(element, " ")] if before[-1:].isdigit() and content[:1].isdigit() else []
    if _ORDINAL.match(content) and before[-1:].isdigit():
        return []
    if content in _POWERS and _UNIT.search(before):
        return [(element, _POWERS[content])]
    if content[:1].isalpha() and len(content) > 1 and not before[-1:].isdigit():
        return []
    return [(element, " ")]


def _text_before(element: Any) -> str:
    previous = element.getprevious()
    if previous is not None:
        return str(previous.tail or "")
    parent = element.getparent()
    return "" if parent is None else str(parent.text or "")


def _drop(element: Any, instead: str) -> None:
    """Remove an element with all in it; a character takes its place, its tail stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = instead + (element.tail or "")
    if instead == " " and (element.tail or "")[:1] in tuple(".,;:!?)”’ \n"):
        tail = element.tail or ""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
