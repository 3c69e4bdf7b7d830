"""The strict reader: each fault names file and line."""

from dataclasses import dataclass
from typing import Literal

import pytest

from dateline.errors import LexiconError
from dateline.lexicons.load import Entry, load_table, parse_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Fruit(Entry):
    colour: Literal["red", "green"]
    seeds: int = 0
    names: tuple[str, ...] = ()
    places: dict[str, tuple[str, ...]] | None = None


HEAD = "about: fruit\nsource: ours\nentries:\n"
APPLE = "  - {id: apple, sense: a fruit, yes: An apple., no: A pear., colour: red}\n"


def read(text: str) -> tuple[Fruit, ...]:
    return parse_lexicon(HEAD + text, file="fruit.yml", kind=Fruit)


def test_an_entry_takes_the_source_of_its_file() -> None:
    (apple,) = read(APPLE)
    assert (apple.id, apple.source, apple.colour, apple.names) == ("apple", "ours", "red", ())


def test_one_text_where_a_list_is_due_is_a_list_of_one() -> None:
    (apple,) = read(APPLE.replace("}", ", names: pippin, places: {tree: [branch]}}"))
    assert apple.names == ("pippin",)
    assert apple.places == {"tree": ("branch",)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (APPLE.replace("colour", "color"), "fruit.yml:4: unknown key 'color'"),
        (APPLE + APPLE, "fruit.yml:5: id 'apple' stands twice"),
        (APPLE.replace(", colour: red", ""), "fruit.yml:4: key 'colour' is missing"),
        (APPLE.replace("colour: red", "colour: blue"), "expected one of ('red', 'green')"),
        (APPLE.replace("}", ", seeds: many}"), "expected int, found 'many'"),
        (APPLE.replace("a fruit", "''"), "fruit.yml:4: sense: expected text, found nothing"),
        (APPLE.replace("colour: red", "colour: red, colour: green"), "key 'colour' stands twice"),
        ("  - [a", "expected YAML"),
    ],
)
def test_a_fault_is_named_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        read(text)
    assert message in str(caught.value)


def test_a_table_gives_one_dict_a_row() -> None:
    rows = load_table("countries")
    assert {row["iso3"] for row in rows} >= {"IRQ", "MLI", "XKX", "PSE"}
