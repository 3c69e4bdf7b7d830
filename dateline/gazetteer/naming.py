"""Under which names a place can be looked up.  Needed for building only."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from dateline.gazetteer.folding import fold_name
from dateline.gazetteer.lookup import Feature, NameMatch
from dateline.gazetteer.sources import SourcePlace

#: More words than this are no name that a report uses ("Dependency of the Royal …").
MAX_NAME_WORDS = 8

#: More bytes than this do not fit the length field of the store, and are no name either.
MAX_NAME_BYTES = 120

#: Shortest name that remains when the Arabic article is dropped ("Al Bab" must not become "Bab"
#: less than this); three letters and fewer are words of other languages more often than places.
MIN_BARE_LETTERS = 4

#: Similarity (``difflib`` ratio) from which an alternate name is a spelling of the name: "Janīn" and
#: "Jenin" have 0.8, "Belém" and "Bethlehem", another language's word, 0.71.
SPELLING_SIMILARITY = 0.75

#: Forms of the Arabic article in transliteration, assimilated ones included ("Ar Ramadi").
_ARTICLES = frozenset(
    (
        "al",
        "el",
        "ad",
        "an",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "ed",
        "en",
        "er",
        "es",
        "esh",
        "et",
        "ez",
    )
)

#: States in whose names the Arabic article is written in one way by officials and in another by
#: news agencies.
_ARABIC_STATES = frozenset(
    (
        "ARE",
        "BHR",
        "DZA",
        "EGY",
        "ESH",
        "IRQ",
        "ISR",
        "JOR",
        "KWT",
        "LBN",
        "LBY",
        "MAR",
        "MRT",
        "OMN",
    )
    + ("PSE", "QAT", "SAU", "SDN", "SYR", "TUN", "YEM")
)

#: What news puts behind the bare name of any first-order region ("Anbar province").
_REGION_WORDS = ("province", "region")

#: Words at the end of an admin region's name that say only what it is.
_KIND = re.compile(
    r"^(.*\S)\s+(governorate|province|region|state|oblast|district|department|county|prefecture"
    r"|raion|rayon|canton|division|municipality|wilaya|muhafazah|woreda|zone)$",
    re.IGNORECASE,
)

#: What stands behind the proper name of an airfield.
_AIRFIELD = re.compile(
    r"^(.*?\S)\s+((royal |military |army |naval )?(air ?base|air force base|afb|air ?field|airport"
    r"|air station|air port|ab|aaf)|international airport|intl airport|military airport)$",
    re.IGNORECASE,
)

#: How reports write an air base; the proper name goes before.
_BASE_WORDS = (
    "air base",
    "airbase",
    "air force base",
    "military base",
    "base",
    "military airport",
)


def graded_names(place: SourcePlace) -> dict[str, NameMatch]:
    """All folded names of a place, and how near each is to what the place is called.

    Own: its name, the names that our tables give it on purpose, and the variants of these.
    Spelling: an alternate name of the source that looks like its name.  Other: the rest.
    """
    own = _with_variants(place, {fold_name(each) for each in (place.name, *place.own_aliases)})
    rest = _with_variants(place, {fold_name(each) for each in place.aliases}) - own
    graded = dict.fromkeys((each for each in own if is_usable_name(each)), NameMatch.OWN)
    for each in rest:
        if is_usable_name(each):
            near = any(_is_spelling(each, name) for name in own)
            graded[each] = NameMatch.SPELLING if near else NameMatch.OTHER
    return graded


def _is_spelling(name: str, of: str) -> bool:
    """Whether two folded names are near enough to be spellings of one word.

    Lengths are compared first: they bound the similarity from above and cost nothing.
    """
    if 2 * min(len(name), len(of)) < SPELLING_SIMILARITY * (len(name) + len(of)):
        return False
    matcher = SequenceMatcher(None, name, of, autojunk=False)
    return matcher.quick_ratio() >= SPELLING_SIMILARITY and matcher.ratio() >= SPELLING_SIMILARITY


def _with_variants(place: SourcePlace, names: set[str]) -> set[str]:
    """Add the variants that news makes of names.

    Variants: for regions "X province", "X region" and the kind that the source gives; for air
    bases "X air base", "X base" and the like; for airports "X airport"; in Arabic-speaking states
    the other forms of the article and none ("Ar Ramadi": "al Ramadi", "Ramadi").
    """
    names = set(names)
    if place.feature is Feature.ADMIN1:
        names |= _region_variants(place, names)
    elif place.feature is Feature.AIRBASE:
        names |= _base_variants(names)
    elif place.feature is Feature.AIRPORT:
        names |= {f"{stem} airport" for stem in _stems(names, _AIRFIELD)}
    if place.country in _ARABIC_STATES:
        names |= _article_variants(names)
    return names


def bare_names(place: SourcePlace) -> frozenset[str]:
    """Folded names without the word that says what the place is: "Sinjar" for "Sinjar District".

    Only for districts and air bases, and only usable where no town of the state has the name.
    """
    patterns = {Feature.ADMIN2: _KIND, Feature.AIRBASE: _AIRFIELD}
    pattern = patterns.get(place.feature)
    if pattern is None:
        return frozenset()
    names = (place.name, *place.own_aliases, *place.aliases)
    stems = _stems({fold_name(each) for each in names}, pattern)
    return frozenset(each for each in stems if is_usable_name(each))


def is_usable_name(name: str) -> bool:
    """Whether a folded name is long enough to mean anything and short enough to be one."""
    return (
        len(name) > 1
        and not name.isdigit()
        and name.count(" ") < MAX_NAME_WORDS
        and len(name.encode()) <= MAX_NAME_BYTES
    )


def english_name(place: SourcePlace) -> str:
    """Choose the name that is shown for a first-order region.

    Official spellings ("Ḩalab", "Donetska oblast") are unknown to readers.  Where the aliases hold
    both "X" and "X Governorate" (or another such word), "X" is the English name; else the official
    one stays.
    """
    if place.feature is not Feature.ADMIN1 or place.by_hand:
        return place.name
    known = {fold_name(each) for each in (place.name, *place.aliases)}
    if fold_name(place.name) in _stems(known, _KIND):
        return place.name
    stems = [
        match[1]
        for match in map(_KIND.match, place.aliases)
        if match and fold_name(match[1]) in known
    ]
    return min(
        stems,
        key=lambda each: (not each.isascii(), len(each), each),
        default=place.name,
    )


def _region_variants(place: SourcePlace, names: set[str]) -> set[str]:
    kinds = {*_REGION_WORDS, fold_name(place.kind)} - {""}
    bare = {each for each in names if not _KIND.match(each)} | _stems(names, _KIND)
    return bare | {f"{each} {kind}" for each in bare for kind in kinds}


def _base_variants(names: set[str]) -> set[str]:
    return {f"{stem} {word}" for stem in _stems(names, _AIRFIELD) for word in _BASE_WORDS}


def _article_variants(names: Iterable[str]) -> set[str]:
    variants: set[str] = set()
    for name in names:
        first, _, rest = name.partition(" ")
        if first in _ARTICLES and rest:
            variants.add(f"al {rest}")
            if len(rest) >= MIN_BARE_LETTERS:
                variants.add(rest)
    return variants


def _stems(names: Iterable[str], pattern: re.Pattern[str]) -> set[str]:
    return {match[1] for match in map(pattern.match, names) if match}
