"""A cluster: the mentions of one actor while they are being put together."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Coded, Mention
from dateline.register import state_names
from dateline.stages.actor_found import Form, Found
from dateline.stages.actor_types import Typed

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Which phrases say best what an actor is: its name, then a noun, then the people for a state.
_TELLING_ORDER = (
    Form.REGISTERED,
    Form.STATE,
    Form.BODY,
    Form.PERSON,
    Form.PEOPLE,
    Form.NOUN,
    Form.COUNTRY,
)

#: Entries for ranks, which many offices bring with them.
RANKS = frozenset({"person_roles/officer", "person_roles/plain_officer"})

#: Kinds whose "men" are armed.
ARMED_KINDS = frozenset({ActorKind.ARMED_FORCES, ActorKind.ARMED_GROUP, ActorKind.POLICE})

#: Kinds whose presidents, secretaries and directors hold no office of a state.
PRIVATE_KINDS = frozenset({ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.MEDIA, ActorKind.COMPANY,
                           ActorKind.ARMED_GROUP, ActorKind.INTERNATIONAL, ActorKind.UNNAMED_GROUP})  # fmt: skip

#: Kinds whose staff counts to them.
STAFFED_KINDS = ARMED_KINDS | {ActorKind.GOVERNMENT, ActorKind.INTERNATIONAL}

_FEMALE = frozenset(
    [
        "mother",
        "sister",
        "daughter",
        "wife",
        "girl",
        "queen",
        "princess",
        "widow",
        "nun",
        "aunt",
        "lady",
        "grandmother",
        "actress",
    ]
)
_MALE = frozenset(
    [
        "father",
        "brother",
        "son",
        "husband",
        "boy",
        "king",
        "prince",
        "uncle",
        "priest",
        "monk",
        "imam",
        "bishop",
        "pope",
        "grandfather",
        "sheikh",
        "emir",
        "sultan",
        "gentleman",
        "cardinal",
        "mufti",
    ]
)


@dataclass(slots=True)
class Cluster:
    """Mentions of one actor in the order in which they were linked.

    ``founds`` and ``types`` run side by side; ``mentions`` also holds pronouns and acronyms;
    ``names`` are the personal names used, each as its parts.
    """

    number: int
    founds: list[Found] = field(default_factory=list)
    types: list[Typed] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    owner: "Cluster | None" = None
    gender: str | None = None

    def add(self, found: Found, typed: Typed, mention: Mention) -> None:
        """Take a phrase as one more mention."""
        self.founds.append(found)
        self.types.append(typed)
        self.mentions.append(mention)
        self.heads.append(found.head.i)
        self.gender = self.gender or gender_of(found)
        if found.person is not None:
            self.names.append(found.person.words(found.head))

    @property
    def country(self) -> str | None:
        """Give the country that any of the phrases supports."""
        return self.coded_country().value

    @property
    def kind(self) -> ActorKind:
        """Give the kind that the most telling phrase supports."""
        value = self.most_telling()[1].kind.value
        return value if value is not None else ActorKind.ORGANISATION

    @property
    def is_person(self) -> bool:
        """Say whether it is one person."""
        return self.kind is ActorKind.PERSON

    @property
    def is_plural(self) -> bool:
        """Say whether it is several people, spoken of as "they"."""
        return any(found.plural for found in self.founds)

    def most_telling(self) -> tuple[Found, Typed]:
        """Give the phrase that says best what the actor is, with its values."""
        pairs = zip(self.founds, self.types, strict=True)
        return min(pairs, key=lambda pair: (_TELLING_ORDER.index(pair[0].form), pair[0].head.i))

    def _by_telling(self) -> list[Typed]:
        pairs = sorted(
            zip(self.founds, self.types, strict=True),
            key=lambda pair: (_TELLING_ORDER.index(pair[0].form), pair[0].head.i),
        )
        return [typed for _, typed in pairs]

    def coded_country(self) -> Coded[str]:
        """Give the country of the most telling phrase that has one; the surest first."""
        types = self._by_telling()
        coded = [typed.country for typed in types if typed.country.value is not None]
        if coded:
            return max(coded, key=lambda each: each.confidence)
        return types[0].country

    def coded_sectors(self) -> Coded[tuple[str, ...]]:
        """Give the sectors of the most telling phrase that has any.

        A rank says less than an office: "the police chief, General Okello" is of the police.
        """
        types = sorted(self._by_telling(), key=lambda typed: typed.sectors.rule in RANKS)
        if self.most_telling()[0].form in (Form.REGISTERED, Form.STATE):
            return types[0].sectors
        return next((t.sectors for t in types if t.sectors.value), types[0].sectors)

    def coded_role(self) -> Coded[str]:
        """Give the role in the fullest words used."""
        coded = [typed.role for typed in self.types if typed.role.value is not None]
        if coded:
            return max(coded, key=lambda each: (each.rule not in RANKS, len(each.value or "")))
        return self.types[0].role

    def name(self) -> str:
        """Give the name to show: a state's English name, else the fullest name or phrase of the report.

        ``register_id`` tells the name in the register.
        """
        found = self.most_telling()[0]
        if found.form is Form.STATE and found.name is not None:
            return state_names()[found.name.key]
        if found.form is Form.REGISTERED and found.name is not None:
            return self._registered_name()
        persons = [f for f in self.founds if f.person is not None]
        if persons:
            full = max(persons, key=lambda f: len(f.person.words(f.head)) if f.person else 0)
            assert full.person is not None
            return str(full.head.doc[full.person.first : full.person.last + 1].text)
        if found.form is Form.COUNTRY and self.country:
            return state_names()[self.country]
        if found.body is not None and found.body.unknown is not None:
            return found.body.unknown
        if found.body is not None:
            return str(found.head.doc[found.body.first : found.body.last + 1].text)
        return self.mentions[self.founds.index(found)].span.text

    def _registered_name(self) -> str:
        """Give the longest of the report's own names; of equals the first."""
        used = [
            str(each.head.doc[each.name.first : each.name.last + 1].text)
            for each in self.founds
            if each.form is Form.REGISTERED and each.name is not None
        ]
        return " ".join(max(used, key=len).split())

    def register_id(self) -> str | None:
        """Give the id of the row of ``register.tsv``, if one of the names stands there."""
        for typed in self.types:
            if typed.kind.rule.startswith("register/"):
                return typed.kind.rule.removeprefix("register/")
        return None


def gender_of(found: Found) -> str | None:
    """Give "f" or "m" when a title or noun tells it."""
    if found.person is not None:
        for child in found.head.children:
            if child.text.rstrip(".") in ("Mr", "Sir", "Lord"):
                return "m"
            if child.text.rstrip(".") in ("Mrs", "Ms", "Miss", "Dame"):
                return "f"
        return None
    return gender_of_noun(found.core)


def gender_of_noun(token: "Token") -> str | None:
    """Give "f" or "m" for "spokeswoman", "king"; ``None`` for "minister"."""
    lemma = token.lemma_.lower()
    if lemma.endswith("woman") or lemma in _FEMALE:
        return "f"
    if (lemma.endswith("man") and lemma != "human") or lemma in _MALE:
        return "m"
    return None


def with_country(typed: Typed, country: Coded[str]) -> Typed:
    """Give the values with another country."""
    return replace(typed, country=country)


def with_owner(typed: Typed, owner: Cluster) -> Typed:
    """Fill country and sectors that a phrase leaves open from what the actor belongs to."""
    evidence = (owner.mentions[0].span,) if owner.mentions else ()
    words = evidence[0].text if evidence else ""
    country, sectors = typed.country, typed.sectors
    if (
        country.value is None
        and owner.country is not None
        and country.rule != "actors.several-countries"
    ):
        country = Coded(value=owner.country, evidence=evidence, rule="actors.country-of-owner",
                        reason=f"It belongs to {words!r}, whose country this is.")  # fmt: skip
    theirs = owner.coded_sectors().value
    if sectors.value and "GOV" in sectors.value and owner.kind in PRIVATE_KINDS:
        sectors = Coded(
            value=None, rule=sectors.rule, reason=f"An office in {words!r} is none of a state."
        )
    anybody = (
        sectors.rule in ("group_nouns/people", "group_nouns/gunmen") and owner.kind in ARMED_KINDS
    )  # "its men"
    staff = sectors.rule == "group_nouns/workers" and owner.kind in STAFFED_KINDS  # "embassy staff"
    if theirs and (staff or not sectors.value or anybody):
        sectors = Coded(value=theirs, evidence=evidence,
                        rule=sectors.rule if "/" in sectors.rule else "actors.sectors-of-owner",
                        reason=f"It speaks or acts for {words!r}, whose sectors these are.")  # fmt: skip
    return replace(typed, country=country, sectors=sectors)
