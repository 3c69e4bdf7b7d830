"""Prohibitions in words, as the worked example states them, turned into checks of ``must_not``."""

import re
from collections.abc import Callable, Iterator

from dateline.expectations.facts import Entry
from dateline.records import EventType

#: Types that are acts of force or the show of it.
MILITARY = (EventType.ASSAULT.value, EventType.MOBILIZE.value, EventType.COERCE.value)

#: Sectors that make an actor a part of its state.
STATE = ("GOV", "MIL", "COP", "LEG", "JUD", "SPY")

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def read_sentence(sentence: str, text: str) -> Iterator[Entry]:
    """Turn a prohibition in words into checks on its report; nothing if no wording is known."""
    for pattern, make in SENTENCES:
        match = re.fullmatch(pattern, sentence, flags=re.IGNORECASE)
        if match:
            yield from make(match, text)
            return


def _point(match: re.Match[str], text: str) -> Iterator[Entry]:
    del match, text
    yield {"check": "no_point"}


def _toll(match: re.Match[str], text: str) -> Iterator[Entry]:
    del match, text
    yield {"check": "no_toll"}


def _headline(match: re.Match[str], text: str) -> Iterator[Entry]:
    del match, text
    yield {"check": "headline_apart"}


def _date(match: re.Match[str], text: str) -> Iterator[Entry]:
    """Read "date the May 2020 talks to June 2021": what the sentences with "May 2020" tell."""
    month, year = MONTHS.index(match["month"].lower()) + 1, int(match["year"])
    following = f"{year + month // 12}-{month % 12 + 1:02d}-01"
    for found in re.finditer(re.escape(match["words"]), text):
        start = max(text.rfind(mark, 0, found.start()) for mark in (". ", "\n")) + 1
        stop = text.find(".", found.end())
        yield {
            "check": "event_time_not",
            "span": {"start": start, "end": stop if stop >= 0 else len(text)},
            "time": [f"{year}-{month:02d}-01", following],
        }


def _state(match: re.Match[str], text: str) -> Iterator[Entry]:
    del text
    yield {"check": "actor_not", "any_text": [match["who"]], "sector": list(STATE)}


def _figure(match: re.Match[str], text: str) -> Iterator[Entry]:
    """Refuse events told by each of the quoted phrases; nothing if the report lacks one of them."""
    phrases = re.findall(r"'([^']+)'", match["words"])
    if not all(words in text for words in phrases):
        return
    for words in phrases:
        for found in re.finditer(re.escape(words), text):
            yield {
                "check": "no_event",
                "span": {"start": found.start(), "end": found.end()},
                "types": MILITARY,
            }


_MONTH = f"(?P<month>{'|'.join(MONTHS)})"

#: Wordings of sentences and what each becomes.
SENTENCES: tuple[tuple[str, Callable[[re.Match[str], str], Iterator[Entry]]], ...] = (
    (r"invent a (city|place|base)\b.*", _point),
    (r"invent a toll\b.*", _toll),
    (rf"date the (?P<words>\w+ \d{{4}}) \w+ to {_MONTH} (?P<year>\d{{4}})", _date),
    (r"code the (?P<who>\w+) as the state\b.*", _state),
    (r"glue the headline\b.*", _headline),
    (r"code (?P<words>'.+') as an? (attack|military event)\b.*", _figure),
)
