"""The facts under which two noun phrases name one actor."""

from collections.abc import Iterator

from dateline.stages.actor_clusters import Cluster
from dateline.stages.actor_descriptions import MANY_BODIES, ONE_SORT
from dateline.stages.actor_found import Form, Found, stands_for_name
from dateline.stages.actor_phrases import DEFINITE, before, object_of
from dateline.stages.actor_types import Typed
from dateline.stages.actor_words import Words, word_list

#: Bare plurals that are others each time ("people were killed … people fled").
VAGUE_PLURALS = frozenset({"group_nouns/people", "group_nouns/victims", "group_nouns/family"})

#: What makes two phrases name one actor: facts that must be equal.
Key = tuple[str | int | None, ...]


def keys_of(found: Found, typed: Typed, owner: Cluster | None, words: Words) -> list[Key]:
    """Give the facts under which an equal phrase names the same actor."""
    country = typed.country.value
    if found.form in (Form.STATE, Form.COUNTRY):
        return [("state", country)] if country else []
    if found.form is Form.PEOPLE:
        return [] if found.counted else [("people", country)]
    if found.form is Form.REGISTERED and found.name is not None:
        return [("register", found.name.key)]
    if found.body is not None and found.body.unknown is not None:
        return [("body", found.body.unknown.lower())]
    if found.body is not None:
        return [("body", found.head.doc[found.body.first : found.body.last + 1].text.lower())]
    if found.noun is None:
        return []
    return list(_noun_keys(found, typed, owner, words))


def _noun_keys(found: Found, typed: Typed, owner: Cluster | None, words: Words) -> Iterator[Key]:
    assert found.noun is not None
    entry, rule = found.noun.sense.entry, found.noun.sense.rule
    country = typed.country.value
    if found.counted or _is_another(found):
        return
    if entry.is_a == "speaker" and not found.plural and owner is not None:
        yield ("role", found.core.lower_, owner.number)
    registered = _registered_before(found, words)
    if registered is not None and stands_for_name(found.noun, found.core):
        yield ("register", registered)
    marks = (*_marks(found, words), *(["plural"] if found.plural else []))
    definite = found.determiner in DEFINITE
    if rule.startswith("person_roles/"):
        single = not found.plural and found.determiner not in ("a", "an")
        if entry.office and single and country:
            yield ("office", rule, found.core.lower_, country, *marks)
        if not found.plural or definite:
            return
    if definite or rule not in VAGUE_PLURALS:
        yield from _body_keys(found, country, owner, (*marks, *_where(found, words)))


def _is_another(found: Found) -> bool:
    others = ("another", "other", "second")
    return found.determiner == "another" or any(c.lower_ in others for c in found.head.children)


def _body_keys(
    found: Found, country: str | None, owner: Cluster | None, marks: tuple[str | None, ...]
) -> Iterator[Key]:
    """Give the keys of a body ("the army") or of a group ("Danish soldiers")."""
    assert found.noun is not None
    rule = found.noun.sense.rule
    if found.noun.sense.body and not found.plural:
        if found.determiner in ("a", "an") and not rule.startswith("organs/"):
            return
        if country is not None or found.determiner == "":
            yield ("organ", rule, country, *marks)
    elif found.plural and (country is not None or found.determiner not in DEFINITE | {"poss"}):
        word = rule if rule in ONE_SORT else found.core.lemma_.lower()
        yield ("group", word, country, owner.number if owner is not None else None, *marks)
    if rule == "group_nouns/people" and found.determiner == "the" and country is not None:
        yield ("people", country)


def _registered_before(found: Found, words: Words) -> str | None:
    for each in before(found.core):
        hit = words.names.get(each.i)
        if hit is not None and not hit.is_state:
            return hit.key
    for child in found.core.children:  # "the paramilitary Rapid Support Forces"
        hit = words.names.get(child.i)
        if (
            child.dep_ == "appos"
            and hit is not None
            and not hit.is_state
            and hit.first == found.core.i + 1
        ):
            return hit.key
    return None


def _marks(found: Found, words: Words) -> list[str]:
    """Give the words that tell a body or group from others of its sort, in text order."""
    assert found.noun is not None
    marks = (
        [found.core.doc[found.noun.first : found.noun.last + 1].text.lower()]
        if found.noun.sense.rule in MANY_BODIES
        else []
    )
    for each in before(found.core):
        if each.i < found.tokens[0].i:
            continue
        hit = words.names.get(each.i)
        inside = found.noun.first <= each.i <= found.noun.last
        if (
            inside
            or (hit is not None and hit.is_state)
            or each.lower_ in word_list("quantity")
            or each.is_punct
        ):
            continue
        marks.append(each.lower_)
    return marks


def _where(found: Found, words: Words) -> list[str | None]:
    """Give the country in which an embassy stands."""
    if found.noun is None or found.noun.sense.rule != "organs/embassy":
        return []
    for child in found.core.children:
        if child.dep_ == "prep" and child.lower_ == "in":
            inner = object_of(child)
            return [words.country_at(inner)] if inner is not None else []
    return []
