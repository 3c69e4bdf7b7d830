"""What must stand around a match before it is taken for an hour, a length, a set or a range.

See ``times_context``, which holds the tests for dates.
"""

from collections.abc import Callable

from dateline.stages.times_context import DATE_NEEDS, Site, beside, is_noun, lower_of
from dateline.stages.times_meaning import Length, Named


def _real_clock(site: Site) -> bool:
    """Take "15:30" alone for an hour only after a preposition; "2.30" needs a.m. or a zone."""
    last = site.words[site.end - 1]
    if site.end - site.start == 1 and "HM" in last.atoms:
        return lower_of(site.before()) in beside("clock signals") and len(last.lower) <= 5
    if site.end - site.start == 1 and "COMPACT" in last.atoms:
        return "YEAR" not in last.atoms and lower_of(site.before()) in beside("clock signals") | {
            "and"
        }
    if last.lower in ("hours", "hrs", "h") and "COMPACT" in site.words[site.start].atoms:
        return lower_of(site.before()) in beside("clock signals")
    return not (last.lower == "am" and last.token.pos_ in ("AUX", "VERB") and not last.glued and
                site.words[site.start].lower in ("one", "i"))  # fmt: skip


def _lone_part(site: Site) -> bool:
    """Take "in the morning", "at dawn", "pre-dawn" for times, "a new dawn of" not."""
    inside = site.inside
    if inside[0].lower == "pre":
        return True
    before, after = lower_of(site.before()), lower_of(site.after())
    if after == "of" or (inside[-1].token.dep_ == "compound" and inside[0].lower == "the"):
        return False
    if inside[0].lower == "the":
        return before in ("in", "during", "through", "of", "late", "early", "throughout")
    if before == "at" and inside[-1].atoms.get("PART") == "NI":
        return True
    return before in beside("part signals") or (
        before in ("", "a", "the") and is_noun(site.after())
    )


def _real_length(site: Site) -> bool:
    """Refuse ages ("10-year-old"), fractions ("a quarter of"), rates and "a second attack"."""
    last = site.words[site.end - 1]
    if _is_age(site) or _is_idiom(site):
        return False
    unit = last.atoms.get("UNIT")
    single = site.words[site.end - 2].lower in ("a", "an", "one") if site.end > 1 else False
    if unit == "quarter" and not (last.lower == "quarters" and _counted_quarters(site)):
        return False
    if unit == "second" and last.lower in ("second", "sec"):
        return not single and site.end - site.start > 1
    if site.end - site.start == 1:
        return _bare_plural(site)
    if single and last.token.dep_ == "compound" and not last.glued:
        return False  # "a night watchman", "a day labourer"
    return not _is_rate(site)


def _is_age(site: Site) -> bool:
    rest = [word.lower for word in site.words[site.end : site.end + 2]]
    if rest[:1] in (["old"], ["olds"]) or rest == ["-", "old"] or rest == ["-", "olds"]:
        return True
    return rest == ["of", "age"] or lower_of(site.before()) in ("aged", "age")


def _is_idiom(site: Site) -> bool:
    """Refuse "day-to-day", "$12-an-hour", "one day" for some day."""
    inside = [word.lower for word in site.inside]
    rest = [word.lower for word in site.words[site.end : site.end + 2]]
    if rest == ["-", "to"] or rest[:1] == ["-"] and inside[0] in ("a", "an", "to"):
        return True
    if inside[0] in ("a", "an") and lower_of(site.before()) in ("-", "to"):
        return True
    return inside == ["one", "day"] and lower_of(site.before()) not in beside("spent")


def _is_rate(site: Site) -> bool:
    """Say whether "a day" means per day: "three times a day", "$3 a week"."""
    first, before = site.words[site.start], site.before()
    if first.lower not in ("a", "an") or site.end - site.start != 2 or before is None:
        return False
    if before.lower in ("times", "once", "twice", "per", "percent", "%", "hours", "dollars"):
        return True
    counted = before.token.pos_ == "NUM" or any(
        child.dep_ == "nummod" for child in before.token.children
    )
    return counted and first.token.head.dep_ == "npadvmod" and site.after() is not None


def _counted_quarters(site: Site) -> bool:
    return lower_of(site.after()) != "of"


def _bare_plural(site: Site) -> bool:
    word, before, after = site.words[site.start], lower_of(site.before()), lower_of(site.after())
    if word.lower in ("minutes", "seconds", "mins", "secs", "hours", "hrs") and after == "of":
        return before == "for" or before == "after"
    if before in ("working", "opening", "business", "school", "early", "these", "those", "those"):
        return False
    return (
        before in beside("length signals")
        or after in ("of", "after", "before", "in", "ago")
        or (before == "been" or word.token.dep_ == "npadvmod")
    )


def _real_recent(site: Site) -> bool:
    """Refuse "the last minute", "the next hours of"; single short units are idioms."""
    meaning = site.meaning
    length = getattr(meaning, "length", None)
    if not isinstance(length, Length):
        return False
    last = site.words[site.end - 1]
    if last.lower in ("minute", "second", "day") and length.count == 1:
        return last.lower == "day" and site.words[site.end - 2].lower == "past"
    return lower_of(site.after()) != "of" or length.count is None or length.count != 1


def _real_frequency(site: Site) -> bool:
    """Refuse names: "the Daily Courier", "a monthly"."""
    word, after = site.words[site.start], site.after()
    in_capitals = word.text[:1].isupper() and site.start > 0 and not word.text.isupper()
    return not in_capitals and not (after is not None and lower_of(after) == "newspaper")


def _real_modpart(site: Site) -> bool:
    """Refuse "the end of days", "close of the week" as a verb, "start of the decade's"."""
    first = site.words[site.start]
    return not (first.lower in ("close", "open") and first.token.pos_ == "VERB")


def _real_limit(site: Site) -> bool:
    """Refuse a length as the end of an open interval ("after three days" is a duration)."""
    return not isinstance(getattr(site.meaning, "of", None), Length)


def _real_range(site: Site) -> bool:
    """Refuse two times that only happen to stand side by side with "to" or a dash."""
    first = getattr(site.meaning, "first", None)
    last = getattr(site.meaning, "last", None)
    if isinstance(first, Named) and isinstance(last, Named):
        return (first.day is None) is (last.day is None) and (
            (first.month is None) is (last.month is None) or first.month is None
        )
    return first is not None and last is not None and type(first) is type(last)


#: All tests by the names that ``times.yml`` uses.
NEEDS: dict[str, Callable[[Site], bool]] = {
    **DATE_NEEDS,
    "real_clock": _real_clock,
    "lone_part": _lone_part,
    "real_length": _real_length,
    "real_recent": _real_recent,
    "real_frequency": _real_frequency,
    "real_modpart": _real_modpart,
    "real_limit": _real_limit,
    "real_range": _real_range,
}
