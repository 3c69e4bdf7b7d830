"""Whom can a definite noun phrase take up: "the officials", "the group", "the spokesman"?"""

from typing import TYPE_CHECKING

from dateline.records import ActorKind
from dateline.stages.actor_clusters import Cluster, gender_of
from dateline.stages.actor_found import MODIFIERS, Form, Found
from dateline.stages.actor_types import Typed
from dateline.stages.actor_words import word_list

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Rules of nouns for armed people: "the attackers" may be any of them.
ARMED_RULES = frozenset(
    {
        f"group_nouns/{each}"
        for each in ("gunmen", "militia", "rebels", "militants", "pro_government_militia")
    }
)

#: Entries under which differently named bodies of one state stand: the words themselves tell them apart.
MANY_BODIES = frozenset(
    {
        f"organs/{each}"
        for each in (
            "ministry",
            "agency",
            "court",
            "local_government",
            "parliament",
            "presidency",
            "delegation",
        )
    }
)

#: Entries whose words name the same sort of people, so that one may take up the other ("militias",
#: "militia groups"); under the other entries only the same word does.
ONE_SORT = ARMED_RULES | {"group_nouns/protesters", "group_nouns/refugees", "organs/troops", "organs/peacekeepers",
                    "person_roles/spokesperson"}  # fmt: skip

#: Kinds that "the group", "the movement" can take up; "the organisation" also one of states.
GROUP_KINDS = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.COMPANY}
)

#: Words of the entry "group" that take up a named body, and of what kind.
GROUP_WORDS = {
    **dict.fromkeys(("group", "movement", "network"), GROUP_KINDS),
    **dict.fromkeys(("organisation", "organization"), GROUP_KINDS | {ActorKind.INTERNATIONAL}),
    **dict.fromkeys(("alliance", "coalition"),
                    frozenset({ActorKind.STATES, ActorKind.PARTY, ActorKind.INTERNATIONAL,
                               ActorKind.ORGANISATION, ActorKind.ARMED_GROUP})),
    **dict.fromkeys(("bloc", "body"),
                    frozenset({ActorKind.STATES, ActorKind.PARTY, ActorKind.INTERNATIONAL})),
}  # fmt: skip

#: Named kinds that a definite noun takes up ("the militia", "the party").
NAMED_KINDS = {
    "group_nouns/militia": frozenset({ActorKind.ARMED_GROUP}),
    "group_nouns/militants": frozenset({ActorKind.ARMED_GROUP}),
    "group_nouns/rebels": frozenset({ActorKind.ARMED_GROUP}),
    "group_nouns/gunmen": frozenset({ActorKind.ARMED_GROUP}),
    "group_nouns/pro_government_militia": frozenset({ActorKind.ARMED_GROUP}),
    "group_nouns/party": frozenset({ActorKind.PARTY}),
    "group_nouns/business": frozenset({ActorKind.COMPANY}),
    "group_nouns/journalists": frozenset({ActorKind.MEDIA}),
    "organs/agency": frozenset({ActorKind.INTERNATIONAL, ActorKind.MEDIA, ActorKind.ORGANISATION}),
}

#: Words for a person that say little: taken up only from close by.
VAGUE_PERSONS = frozenset(
    {"man", "woman", "boy", "girl", "child", "person", "men", "women", "people"}
)

#: Words for those who did the deed: that a named group or the rebels did it, only the text may say.
CULPRITS = frozenset({"attackers", "bombers", "assailants", "perpetrators", "killers", "kidnappers", "abductors",
                      "captors", "hijackers", "shooters", "attacker", "bomber", "assailant"})  # fmt: skip

#: How far back, in tokens, a definite noun looks: about six sentences of news; vague ones two.
REACH, SHORT_REACH = 200, 60


def described(found: Found, typed: Typed, cluster: Cluster, distance: int) -> int:
    """Say how well a definite noun can take up a cluster: 2 by its word, 1 by its sort, 0 not."""
    assert found.noun is not None
    country, word = typed.country.value, found.core.lower_
    if country is not None and cluster.country is not None and country != cluster.country:
        return 0
    if word in VAGUE_PERSONS and distance > SHORT_REACH:
        return 0
    if word in CULPRITS and not any(_is_nameless(each) for each in cluster.founds):
        return 0
    if found.head.dep_ in MODIFIERS and cluster.is_plural:
        return int(_same_rule(found, cluster))
    if found.plural and not found.noun.sense.body:
        return _several_described(found, cluster, distance)
    if found.noun.sense.body:
        return _body_described(found, cluster, distance)
    if not cluster.is_person or _clash(gender_of(found), cluster.gender):
        return 0
    return 2 if _same_word(found, cluster) else int(_one_sort(found, cluster))


def _is_nameless(found: Found) -> bool:
    """Say whether a phrase is one for gunmen or the like, of no side."""
    return found.form is Form.NOUN and _rule(found) in (
        "group_nouns/gunmen",
        "group_nouns/criminals",
    )


def _rule(found: Found) -> str:
    return found.noun.sense.rule if found.noun is not None else ""


def argue_together(one: "Token", other: "Token") -> bool:
    """Say whether two phrases fill places of one verb, or of one and the clause below it: then they
    are not the same."""
    if one == other:
        return False
    verb = _verb_above(one)
    above = _verb_above(other)
    if verb is None or above is None:
        return False
    return above == verb or (verb.dep_ in ("pcomp", "xcomp") and _verb_above(verb) == above)


def _verb_above(token: "Token") -> "Token | None":
    """Give the verb of which a noun, or the noun or clause under a preposition, fills a place."""
    above = token.head
    while above.dep_ in ("prep", "agent", "dative", "conj") and above.pos_ in ("ADP", "SCONJ"):
        above = above.head
    return above if above != token and above.pos_ in ("VERB", "AUX") else None


def _several_described(found: Found, cluster: Cluster, distance: int) -> int:
    """Judge "the officials", "the attackers"."""
    rule = found.noun.sense.rule if found.noun is not None else ""
    if found.determiner == "poss" and all(each.counted for each in cluster.founds):
        return 0  # "his officers" are not the "12 officers" of before
    if cluster.is_plural and _same_word(found, cluster):
        return 2
    if cluster.is_plural and (
        _one_sort(found, cluster) or (rule in ARMED_RULES and _is_armed(cluster))
    ):
        return 1
    return int(rule in ARMED_RULES and distance <= REACH and _named_fits(found, cluster))


def _body_described(found: Found, cluster: Cluster, distance: int) -> int:
    """Judge "the ministry", "the group", "the brigade"."""
    if cluster.is_person:
        return 0
    rule = found.noun.sense.rule if found.noun is not None else ""
    organ = rule.startswith("organs/")
    if _same_word(found, cluster) and cluster.is_plural == found.plural:
        return 1 if rule == "group_nouns/group" else 2  # "the group": the nearest of them
    if organ and rule not in MANY_BODIES and _same_rule(found, cluster, body=True):
        return 1
    return int(distance <= REACH and _named_fits(found, cluster))


def _marks(found: Found) -> set[str]:
    """Give the words before the noun that single it out from others of its name."""
    return {
        each.lower_
        for each in found.tokens
        if each.i < found.core.i and each.pos_ in ("ADJ", "NOUN", "PROPN") and each.ent_type_ not in ("NORP", "GPE")
        and each.dep_ in ("amod", "compound", "nmod") and each.lower_ not in word_list("quantity")
    }  # fmt: skip


def _same_word(found: Found, cluster: Cluster) -> bool:
    if not _marks(found) <= {each.lower_ for other in cluster.founds for each in other.tokens}:
        return False  # "the regional government" is not "the government"
    return any(_main_word(each) == found.core.lower_ for each in cluster.founds)


def _same_rule(found: Found, cluster: Cluster, *, body: bool = False) -> bool:
    rule = found.noun.sense.rule if found.noun is not None else ""
    senses = [each.noun.sense for each in cluster.founds if each.noun is not None]
    return any(sense.rule == rule and (sense.body or not body) for sense in senses)


def _one_sort(found: Found, cluster: Cluster) -> bool:
    return (
        found.noun is not None and found.noun.sense.rule in ONE_SORT and _same_rule(found, cluster)
    )


def _is_armed(cluster: Cluster) -> bool:
    return any(
        each.noun is not None and each.noun.sense.rule in ARMED_RULES for each in cluster.founds
    )


def _clash(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _named_fits(found: Found, cluster: Cluster) -> bool:
    """Say whether a noun can take up a named body ("the group" after "Hamas")."""
    rule = found.noun.sense.rule if found.noun is not None else ""
    kinds = (
        GROUP_WORDS.get(found.core.lower_, frozenset())
        if rule == "group_nouns/group"
        else NAMED_KINDS.get(rule, frozenset())
    )
    named = any(each.form in (Form.REGISTERED, Form.BODY) for each in cluster.founds)
    return named and cluster.kind in kinds


def _main_word(found: Found) -> str:
    if found.body is not None:
        return str(found.head.doc[found.body.last].lower_)
    if found.form is Form.PERSON and found.person is not None and found.person.title is not None:
        return str(found.head.doc[found.person.title].lower_)
    return str(found.core.lower_)
