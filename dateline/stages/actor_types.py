"""What sort of actor a phrase names, of which country, of which sectors, in which role."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.document import Document
from dateline.records import ActorKind, Coded, Span
from dateline.register import RegisteredActor, actors_by_id
from dateline.stages.actor_found import MODIFIERS, Form, Found
from dateline.stages.actor_home import Home
from dateline.stages.actor_phrases import before, is_led, object_of
from dateline.stages.actor_words import NounHit, NounSense, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How often a bare "the army" is that of the country where the sentence plays: checked by eye on
#: the sample reports.
CONTEXT_CONFIDENCE = 0.8

#: Kinds whose plural or single people are no body of that kind ("journalists", "a lawyer").
BODY_KINDS = frozenset({"media", "company", "organisation", "party", "government"})

#: Kinds that may stand in a foreign country: "troops in Iraq" are not troops of Iraq.
ABROAD = frozenset(
    {"organs/embassy", "organs/peacekeepers", "organs/delegation"}
    | {f"person_roles/{each}" for each in ("diplomat", "spokesperson", "leader", "adviser", "commander", "officer",
                                           "military_official")}
)  # fmt: skip

#: Organs that are of the place where the report was filed, whatever it is about.
LOCAL = frozenset({"organs/police", "organs/local_government", "organs/court"})

#: Offices that one person of a state holds: several holders are of several states.
SINGLE_OFFICES = frozenset(
    f"person_roles/{each}"
    for each in (
        "president",
        "prime_minister",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "monarch",
    )
)

#: Adjectives that say only that somebody is from another country.
FOREIGN = frozenset({"foreign", "international", "western", "allied", "multinational", "overseas"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The values that one phrase supports by itself."""

    kind: Coded[ActorKind]
    country: Coded[str]
    sectors: Coded[tuple[str, ...]]
    role: Coded[str]


@dataclass(frozen=True, slots=True)
class Context:
    """What the words around a phrase are looked up in: known words and the country it plays in."""

    doc: Document
    words: Words
    home: Home


def type_of(found: Found, context: Context) -> Typed:
    """Code kind, country, sectors and role of one phrase, each with its evidence."""
    row = actors_by_id().get(found.name.key) if found.name else None
    if row is not None:
        return _typed_registered(found, row, context)
    if found.form in (Form.STATE, Form.PEOPLE) and found.name is not None:
        return _typed_state(found, context)
    if found.form is Form.COUNTRY:
        return _typed_country(context.doc, found)
    if found.form is Form.PERSON:
        return _typed_person(found, context)
    return _typed_noun(found, context)


def nothing(reason: str, rule: str = "actors.not-said") -> Coded[str]:
    """Give an empty value with the reason why it is empty."""
    return Coded(value=None, rule=rule, reason=reason)


def _no_role() -> Coded[str]:
    return nothing("The text gives no office or role for it.")


def _typed_registered(found: Found, row: RegisteredActor, context: Context) -> Typed:
    span = (_span(context.doc, found.name.first, found.name.last),) if found.name else ()
    rule = f"register/{row.id}"
    years = (
        f" ({row.first_year or ''}–{row.last_year or ''})"
        if row.first_year or row.last_year
        else ""
    )
    reason = f"The register gives it for {row.name}{years}."
    country: Coded[str] = Coded(value=row.country, evidence=span, rule=rule, reason=reason)
    if row.country is None:
        country = nothing(f"The register ties {row.name} to no one state.", rule)
    sectors: Coded[tuple[str, ...]] = Coded(
        value=row.sectors or None, evidence=span if row.sectors else (), rule=rule,
        reason=reason if row.sectors else f"The register gives {row.name} no PLOVER sector.",
    )  # fmt: skip
    kind = Coded(value=row.kind, evidence=span, rule=rule, reason=reason)
    return Typed(kind=kind, country=country, sectors=sectors, role=_no_role())


def _span(doc: Document, first: int, last: int) -> Span:
    return doc.span_of(doc.parse[first : last + 1])


def _typed_state(found: Found, context: Context) -> Typed:
    assert found.name is not None
    span = (_span(context.doc, found.name.first, found.name.last),)
    said = f"{span[0].text!r} names the state or its people."
    country = Coded(value=found.name.key, evidence=span, rule=found.rule, reason=said)
    if found.form is Form.STATE:
        sectors: Coded[tuple[str, ...]] = Coded(
            value=None, rule="actors.state", reason="PLOVER gives a state as such no sector."
        )
        kind = Coded(value=ActorKind.STATE, evidence=span, rule=found.rule, reason=found.reason)
    else:
        one = found.counted and not found.plural
        which = (
            ActorKind.PERSON
            if one
            else ActorKind.UNNAMED_GROUP
            if found.counted
            else ActorKind.POPULATION
        )
        kind = Coded(value=which, evidence=span, rule=found.rule, reason=found.reason)
        sectors = Coded(value=("CVL",), evidence=span, rule=found.rule,
                        reason="A people without an office or arms is civilian.")  # fmt: skip
    return Typed(kind=kind, country=country, sectors=sectors, role=_no_role())


def _typed_country(doc: Document, found: Found) -> Typed:
    span = (doc.span_of(found.tokens),)
    return Typed(
        kind=Coded(value=ActorKind.STATE, evidence=span, rule=found.rule, reason=found.reason),
        country=nothing("No state was named before 'the country'."),
        sectors=Coded(
            value=None, rule="actors.state", reason="PLOVER gives a state as such no sector."
        ),
        role=_no_role(),
    )


def _typed_person(found: Found, context: Context) -> Typed:
    doc, title = context.doc, _title(found, context.words)
    span = (doc.span_of(found.tokens),)
    kind = Coded(value=ActorKind.PERSON, evidence=span, rule=found.rule, reason=found.reason)
    country = _country_in(found.head, found, context)
    if title is not None and country.value is None:
        country = _country_in(context.doc.parse[title.head], found, context)
    if title is None:
        return Typed(kind=kind, country=country, role=_no_role(),
                     sectors=Coded(value=None, rule="actors.not-said", reason="The phrase gives no office."))  # fmt: skip
    past = _past(found.head, context) or _past(doc.parse[title.head], context)
    sectors = _sectors(title.sense, _span(doc, title.first, title.last), past)
    return Typed(kind=kind, country=country, sectors=sectors, role=_role(found, title, context))


def _title(found: Found, words: Words) -> NounHit | None:
    """Give the office before a person's name."""
    if found.person is not None and found.person.title is not None:
        hit = words.nouns.get(found.person.title)
        if hit is not None and hit.sense.entry.is_a != "honorific":
            return hit
    for each in before(found.head):
        hit = words.nouns.get(each.i)
        if (
            hit is not None
            and hit.head == each.i
            and hit.sense.entry.is_a in ("members", "speaker")
        ):
            return hit
    return None


def _role(found: Found, noun: NounHit, context: Context) -> Coded[str]:
    doc = context.doc
    if found.form is Form.PERSON:
        tokens = [t for t in found.tokens if found.person is None or t.i < found.person.first]
        kept = [t for t in tokens if not t.is_punct] or list(doc.parse[noun.first : noun.last + 1])
    else:
        kept = list(found.tokens)
    while len(kept) > 1 and (kept[0].dep_ == "det" or kept[0].tag_ == "PRP$"):
        kept = kept[1:]
    span = doc.span_of(kept)
    return Coded(value=span.text, evidence=(span,), rule=noun.sense.rule,
                 reason=f"{span.text!r} gives the office or role.")  # fmt: skip


def _past(token: "Token", context: Context) -> NounHit | None:
    """Give "former" before an office."""
    for child in token.children:
        if child.i < token.i:
            hit = context.words.nouns.get(child.i)
            if hit is not None and hit.sense.entry.is_a == "past":
                return hit
            deeper = _past(child, context) if child.dep_ in ("compound", "amod", "nmod") else None
            if deeper is not None:
                return deeper
    return None


def _sectors(sense: NounSense, span: Span, past: NounHit | None) -> Coded[tuple[str, ...]]:
    sectors, rule = sense.entry.sectors, sense.rule
    if past is not None and rule.startswith("person_roles/"):
        return Coded(value=("ELI", *(each for each in sectors if each != "GOV")), evidence=(span,),
                     rule=past.sense.rule, reason="A former office-holder is elite, no longer in office.")  # fmt: skip
    if not sectors:
        return Coded(value=None, rule=rule, reason=f"{span.text!r} alone tells no sector.")
    return Coded(
        value=sectors, evidence=(span,), rule=rule, reason=f"{span.text!r}: {sense.entry.sense}."
    )


def _typed_noun(found: Found, context: Context) -> Typed:
    sense = _sense(found)
    span = _span(context.doc, *_noun_range(found))
    if sense is None:
        kind = _kind_of_name(found, span)
        empty: Coded[tuple[str, ...]] = Coded(
            value=None, rule="actors.not-said", reason="The name does not tell what body it is."
        )
        return Typed(
            kind=kind,
            country=_country_in(found.core, found, context),
            sectors=empty,
            role=_no_role(),
        )
    kind = Coded(
        value=_kind(found, sense),
        evidence=(span,),
        rule=sense.rule,
        reason=f"{span.text!r}: {sense.entry.sense}.",
    )
    sectors = _sectors(sense, span, _past(found.core, context))
    role = _no_role()
    if found.noun is not None and not found.plural and sense.rule.startswith("person_roles/"):
        role = _role(found, found.noun, context)
    return Typed(
        kind=kind, country=_country_in(found.core, found, context), sectors=sectors, role=role
    )


def _kind_of_name(found: Found, span: Span) -> Coded[ActorKind]:
    """Code the kind of a name without a telling word; empty if the text does not say what it is."""
    what = found.body.what if found.body is not None else ActorKind.ORGANISATION
    if what is None:
        return Coded(value=None, rule="actors.not-said", reason="The text does not say what it is.")
    reason = found.reason
    if what is ActorKind.POPULATION:
        reason = f"{span.text!r} is a plural in capitals for people of one sort."
    if what is ActorKind.STATE:
        reason = "The report calls it a state, or names an organ of it that only states have."
    return Coded(value=what, evidence=(span,), rule=found.rule, reason=reason)


def _sense(found: Found) -> NounSense | None:
    if found.noun is not None:
        return found.noun.sense
    return found.body.sense if found.body is not None else None


def _noun_range(found: Found) -> tuple[int, int]:
    if found.noun is not None:
        return found.noun.first, found.noun.last
    if found.body is not None:
        return found.body.first, found.body.last
    return found.head.i, found.head.i


def _kind(found: Found, sense: NounSense) -> ActorKind:
    entry = sense.entry
    if found.body is not None and entry.kind == "unnamed group":
        return ActorKind.ORGANISATION
    if sense.body:
        housed = entry.kind == "unnamed group" and entry.sectors
        organisation = (
            housed and entry.is_a == "members" and entry.sectors[0] not in ("UAF", "CRM", "CVL")
        )
        return ActorKind.ORGANISATION if organisation else ActorKind(entry.kind)
    if not found.plural:
        return ActorKind.PERSON
    peoples = found.core.lower_ in ("people", "peoples") and found.head == found.core
    if found.determiner == "the" and peoples and not found.counted:
        return ActorKind.POPULATION
    if entry.kind in BODY_KINDS or entry.kind == "person":
        return ActorKind.UNNAMED_GROUP
    return ActorKind(entry.kind)


# ---------------------------------------------------------------- country


def _country_in(token: "Token", found: Found, context: Context) -> Coded[str]:
    """Code the country that the phrase itself names."""
    named = _named_before(token, found, context.words) or _named_by_owner(token, context.words)
    if not named:
        named = _named_after(token, found, context.words)
    countries = sorted({country for country, _ in named})
    if len(countries) == 1 and countries[0] not in actors_by_id():
        span = context.doc.span_of([named[0][1]])
        return Coded(value=countries[0], evidence=(span,), rule="actors.country-in-phrase",
                     reason=f"{span.text!r} in the phrase gives the country.")  # fmt: skip
    if countries:
        return nothing(
            f"The phrase names several countries: {', '.join(countries)}.",
            "actors.several-countries",
        )
    if any(child.lower_ in FOREIGN for child in token.children if child.dep_ == "amod"):
        return nothing(
            "The phrase says 'foreign' or the like without saying of which country.",
            "actors.foreign",
        )
    return nothing("The text does not say of which country.")


def _named_before(token: "Token", found: Found, words: Words) -> list[tuple[str, "Token"]]:
    named: list[tuple[str, Token]] = []
    modifiers = before(token)
    if token.dep_ in MODIFIERS:  # "Israeli army raid": both words stand before "raid"
        modifiers += [each for each in before(token.head) if each.i < token.i]
    for each in modifiers:
        hit = words.names.get(each.i)
        if hit is None:
            country = words.places.get(each.i)
            if country is None and found.form is Form.BODY:  # a place named elsewhere in the report
                country = words.place_names.get(each.text)
            if country is not None and found.rule not in ABROAD and not is_led(each):
                named.append((country, each))  # "Goma police"; a "Goma embassy" is only there
            continue
        if hit.head != each.i or is_led(each):
            continue
        if hit.is_state or each.dep_ == "conj":  # "Qatari and African Union officials"
            named.append((hit.key, each))
    return named


def _named_by_owner(token: "Token", words: Words) -> list[tuple[str, "Token"]]:
    return [
        (country, child)
        for child in token.children
        if child.dep_ == "poss" and (country := words.country_at(child)) is not None
    ]


def _named_after(token: "Token", found: Found, words: Words) -> list[tuple[str, "Token"]]:
    """Read the country in "the army of Sudan", "militias in northern Iraq", "residents of Goma"."""
    abroad = found.rule in ABROAD or (
        found.noun is not None and found.noun.sense.entry.kind == "armed forces"
    )
    for child in token.children:
        if child.dep_ != "prep" or child.i < token.i:
            continue
        if child.lower_ not in ("of", "from") and (child.lower_ not in ("in", "across") or abroad):
            continue
        inner = object_of(child)
        country = words.country_at(inner) if inner is not None else None
        if country is not None and inner is not None:
            return [(country, inner)]
    return []


def country_by_place(found: Found, context: Context) -> Coded[str] | None:
    """Code the country of a bare organ or office of state ("police said") by where the sentence, or
    else the report, plays; ``None`` if it is no such phrase or plays in no one country."""
    noun = found.noun
    if (
        noun is None
        or not noun.sense.entry.office
        or found.determiner
        in ("a", "an", "another", "poss", "both", "all", "each", "either", "number")
        or (noun.sense.body and noun.sense.plural)
        or (found.plural and noun.sense.rule in SINGLE_OFFICES)
    ):
        return None
    sent = context.doc.sentence_at(found.head.idx)
    home = context.home
    told = home.by_sentence.get(sent.index) if sent is not None else None
    told = told or home.dominant or (home.dateline if noun.sense.rule in LOCAL else None)
    if told is None:
        return None
    country, span = told
    return Coded(value=country, evidence=(span,), rule="actors.country-by-place", confidence=CONTEXT_CONFIDENCE,
                 reason=f"A bare {noun.sense.entry.sense} is that of the country told of: {span.text!r}.")  # fmt: skip
