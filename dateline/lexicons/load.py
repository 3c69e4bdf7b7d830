"""The one strict reader of lexicon files.

A lexicon is a YAML file with ``about``, ``source`` and ``entries``; the keys that an entry may
have are the fields of its entry class, so that file and code cannot drift apart.  A table is a
TSV file with ``#`` head comments and a header line.  Every fault names file and line.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib import resources
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import yaml

from dateline.errors import LexiconError

E = TypeVar("E", bound="Entry")

#: Keys of the file itself, beside ``entries``.
FILE_KEYS = ("about", "source", "entries")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every lexicon entry has.

    ``id`` is unique in its file; records name the entry as ``file/id`` in ``rule``.  ``sense``
    says in a few words what the entry means; ``source`` where it comes from (the file's, unless
    it has its own); ``yes`` is a sentence in which the entry must be used, ``no`` one in which it
    must not.  A test runs every ``yes`` and ``no``.
    """

    id: str
    sense: str
    source: str
    yes: str
    no: str


def load_lexicon(name: str, kind: type[E]) -> tuple[E, ...]:
    """Read ``lexicons/<name>.yml`` into entries of a class, in file order.

    Args:
        name: File name without ending.
        kind: The entry class; its fields are the allowed keys.  Fields may be ``str``, ``int``,
            ``float``, ``bool``, ``Literal``, tuples and string-keyed dicts of these, or ``None``
            unions of them.  A single text where a tuple is due is read as a tuple of one.
    Raises:
        LexiconError: Unknown or missing key, repeated id, empty text, value of the wrong type.
    """
    found: tuple[E, ...] = _loaded(name, cast(Hashable, kind))
    return found


@cache
def _loaded(name: str, kind: Any) -> tuple[Any, ...]:
    file = f"lexicons/{name}.yml"
    text = resources.files("dateline").joinpath(file).read_text("utf-8")
    return parse_lexicon(text, file=file, kind=kind)


def parse_lexicon(text: str, *, file: str, kind: type[E]) -> tuple[E, ...]:
    """Read the text of a lexicon file; see ``load_lexicon``."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise LexiconError(f"{file}: expected YAML, found {str(error)!r}; mend the file") from error
    top = _mapping(root, file=file, what="the file")
    for name, node in top.items():
        if name not in FILE_KEYS:
            raise LexiconError(f"{_at(node, file)}: unknown key {name!r}, expected {FILE_KEYS}")
    for name in FILE_KEYS:
        if name not in top:
            raise LexiconError(f"{file}: key {name!r} is missing")
    source = str(top["source"].value)
    hints = get_type_hints(kind)
    if not isinstance(top["entries"], yaml.SequenceNode):
        raise LexiconError(f"{_at(top['entries'], file)}: expected a list of entries")
    entries: list[E] = []
    seen: set[str] = set()
    for node in top["entries"].value:
        entry = _entry(node, file=file, kind=kind, hints=hints, source=source)
        if entry.id in seen:
            raise LexiconError(f"{_at(node, file)}: id {entry.id!r} stands twice")
        seen.add(entry.id)
        entries.append(entry)
    return tuple(entries)


def by_first_word(
    wordings: Iterable[tuple[str, E]],
) -> dict[str, tuple[tuple[tuple[str, ...], E], ...]]:
    """Map the first word of each wording to its words and entry, longest wording first."""
    found: dict[str, list[tuple[tuple[str, ...], E]]] = {}
    for wording, entry in wordings:
        words = tuple(wording.split())
        found.setdefault(words[0], []).append((words, entry))
    return {
        first: tuple(sorted(options, key=lambda option: (-len(option[0]), option[0])))
        for first, options in found.items()
    }


@cache
def load_table(name: str) -> tuple[dict[str, str], ...]:
    """Read ``lexicons/<name>.tsv`` into one dict per row; lines that begin with ``#`` are skipped.

    Raises:
        LexiconError: A row has more or fewer cells than the header line.
    """
    file = f"lexicons/{name}.tsv"
    text = resources.files("dateline").joinpath(file).read_text("utf-8")
    return tuple(_rows(text, file=file))


def _rows(text: str, *, file: str) -> Iterator[dict[str, str]]:
    header: list[str] | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            raise LexiconError(
                f"{file}:{number}: expected {len(header)} cells, found {len(cells)}; mend the row"
            )
        yield dict(zip(header, cells, strict=True))


def _at(node: yaml.Node, file: str) -> str:
    return f"{file}:{node.start_mark.line + 1}"


def _mapping(node: yaml.Node | None, *, file: str, what: str) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise LexiconError(f"{file}: expected {what} to be a mapping of keys to values")
    found: dict[str, yaml.Node] = {}
    for name, value in node.value:
        if name.value in found:
            raise LexiconError(f"{_at(name, file)}: key {name.value!r} stands twice")
        found[str(name.value)] = value
    return found


def _entry(node: yaml.Node, *, file: str, kind: type[E], hints: dict[str, Any], source: str) -> E:
    keys = _mapping(node, file=file, what="an entry")
    values: dict[str, Any] = {"source": source}
    for name, value in keys.items():
        if name not in hints:
            raise LexiconError(
                f"{_at(value, file)}: unknown key {name!r}; {kind.__name__} has {sorted(hints)}"
            )
        values[name] = _value(value, hints[name], where=f"{_at(value, file)}: {name}")
    for each in fields(kind):
        if each.name not in values and each.default is MISSING and each.default_factory is MISSING:
            raise LexiconError(f"{_at(node, file)}: key {each.name!r} is missing")
    return kind(**values)


def _value(node: yaml.Node, hint: Any, *, where: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null"):
            return None
        hint = next(each for each in get_args(hint) if each is not type(None))
        return _value(node, hint, where=where)
    if origin is tuple:
        inner = get_args(hint)[0]
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return tuple(_value(each, inner, where=where) for each in nodes)
    if origin is dict:
        inner = get_args(hint)[1]
        pairs = _mapping(node, file=where, what="the value")
        return {name: _value(each, inner, where=f"{where}.{name}") for name, each in pairs.items()}
    return _scalar(node, hint, where=where)


def _scalar(node: yaml.Node, hint: Any, *, where: str) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        raise LexiconError(f"{where}: expected one value, found a list or mapping")
    text = str(node.value)
    if get_origin(hint) is Literal:
        if text not in get_args(hint):
            raise LexiconError(f"{where}: expected one of {get_args(hint)}, found {text!r}")
        return text
    if hint is bool:
        if text not in ("true", "false"):
            raise LexiconError(f"{where}: expected true or false, found {text!r}")
        return text == "true"
    if not text.strip():
        raise LexiconError(f"{where}: expected text, found nothing")
    try:
        return hint(text)
    except ValueError as error:
        raise LexiconError(f"{where}: expected {hint.__name__}, found {text!r}") from error
