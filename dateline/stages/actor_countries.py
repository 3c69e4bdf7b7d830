"""The country of an actor whose own words name none: that of its body, its speaker, the report."""

from typing import TYPE_CHECKING

from dateline.records import ActorKind, Coded
from dateline.register import NON_STATES
from dateline.stages.actor_clusters import Cluster, with_country, with_owner
from dateline.stages.actor_found import Form, Found
from dateline.stages.actor_phrases import before, is_led
from dateline.stages.actor_types import CONTEXT_CONFIDENCE, SINGLE_OFFICES, Context
from dateline.stages.actor_words import ActorNoun, Words, word_list

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How often people and bodies without a word for their country are of the country that dominates the
#: report: below ``CONTEXT_CONFIDENCE``, for unlike "the army" they may well be from elsewhere.
REPORT_CONFIDENCE = 0.6

#: Kinds that are of no one state, or say themselves of which.
OF_NO_STATE = frozenset(
    {ActorKind.STATE, ActorKind.STATES, ActorKind.INTERNATIONAL, ActorKind.MEDIA}
)

#: Kinds of which a body with a name of its own is that of the country told of.
OF_ITS_STATE = frozenset(
    {ActorKind.GOVERNMENT, ActorKind.POLICE, ActorKind.ARMED_FORCES, ActorKind.PARTY}
)

#: Entries that may be of anybody anywhere: "a group", "Kurds".
OF_ANYBODY = frozenset({"group", "peoples", "international_community", "countries"})

#: Rules of an empty country that say that the words themselves leave it open.
LEFT_OPEN = frozenset({"actors.several-countries", "actors.foreign"})

#: Sectors of those who hold an office of the state where they are.
IN_OFFICE = frozenset({"GOV", "COP"})

#: Sectors of those who fight or rob across borders.
FIGHTING = frozenset({"REB", "UAF", "PRM", "CRM"})


def country_of_speaker(
    found: Found, by_token: dict[int, Cluster], context: Context
) -> Coded[str] | None:
    """Code the country of a bare organ or office by who speaks of it: "Chad's president said that the
    army was ready" means Chad's army."""
    noun = found.noun
    if noun is None or not noun.sense.entry.office or found.determiner in ("a", "an", "poss"):
        return None
    clause = found.head
    while clause.head != clause and clause.dep_ != "ccomp":
        clause = clause.head
    subject = _subject(clause.head) if clause.dep_ == "ccomp" else None
    speaker = by_token.get(subject.i) if subject is not None else None
    if subject is None or speaker is None or not _speaks_for_state(speaker):
        return None
    span = context.doc.span_of([subject])
    return Coded(value=speaker.country, evidence=(span,), rule="actors.country-of-speaker",
                 confidence=CONTEXT_CONFIDENCE,
                 reason=f"{span.text!r} speaks of {found.core.text!r}, which is then that of the same state.")  # fmt: skip


def _subject(verb: "Token") -> "Token | None":
    if verb.lemma_ not in word_list("speech"):
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _speaks_for_state(cluster: Cluster) -> bool:
    country = cluster.country
    if country is None or country in NON_STATES:
        return False
    if cluster.kind in (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.ARMED_FORCES):
        return True
    return cluster.is_person and "GOV" in (cluster.coded_sectors().value or ())


class CountryFiller:
    """Fills the countries that are still empty when all mentions are linked."""

    def __init__(self, context: Context, clusters: list[Cluster]) -> None:
        """Take what the countries are looked up in, and all clusters."""
        self.context = context
        self._refugees = any("REF" in (c.coded_sectors().value or ()) for c in clusters)
        self._done: set[int] = set()

    def fill(self, cluster: Cluster) -> None:
        """Fill one cluster; first the body that it belongs to, whose country is its own."""
        if cluster.number in self._done:
            return
        self._done.add(cluster.number)
        if cluster.owner is not None:
            self.fill(cluster.owner)
        if cluster.country is not None or not cluster.founds:
            return
        if cluster.owner is not None:
            cluster.types[:] = [with_owner(typed, cluster.owner) for typed in cluster.types]
        elif self._may_take(cluster):
            country = self._of_report(cluster)
            if country is not None:
                cluster.types[:] = [with_country(typed, country) for typed in cluster.types]

    def _of_report(self, cluster: Cluster) -> Coded[str] | None:
        """Give the dominant country, unless the sentence of the first mention plays in another; for
        those in office, if no country dominates, that of the sentence."""
        home = self.context.home
        sent = self.context.doc.sentence_at(min(each.head.idx for each in cluster.founds))
        here = home.by_sentence.get(sent.index) if sent is not None else None
        named = any(found.body is not None for found in cluster.founds)
        in_office = not named and IN_OFFICE & set(cluster.coded_sectors().value or ())
        told = home.dominant or (here if in_office else None)
        if told is None or (here is not None and here[0] != told[0]):
            return None
        what = "report" if home.dominant is not None else "sentence"
        return Coded(value=told[0], evidence=(told[1],), rule=f"actors.country-of-{what}",
                     confidence=REPORT_CONFIDENCE,
                     reason=f"Its words name no country; the {what} is about that of {told[1].text!r}.")  # fmt: skip

    def _may_take(self, cluster: Cluster) -> bool:
        """Say whether somebody is likely to be of the country that the report is about."""
        if cluster.kind in OF_NO_STATE or any(t.country.rule in LEFT_OPEN for t in cluster.types):
            return False
        if not all(self._is_local(found) for found in cluster.founds):
            return False
        if cluster.is_person and not self._has_role(cluster):
            return False
        sectors = set(cluster.coded_sectors().value or ())
        if self._refugees and "CVL" in sectors:
            return False  # they may be among the refugees told of
        fights = cluster.kind is ActorKind.ARMED_GROUP or bool(sectors & FIGHTING)
        return not fights or self.context.home.only()

    def _has_role(self, cluster: Cluster) -> bool:
        named = any(found.noun is not None for found in cluster.founds)
        return named or cluster.coded_role().value is not None

    def _is_local(self, found: Found) -> bool:
        """Say whether nothing in a phrase points elsewhere."""
        if found.form in (Form.REGISTERED, Form.STATE, Form.COUNTRY, Form.PEOPLE):
            return False
        if found.form is Form.BODY:
            return _is_of_its_state(found)
        if found.determiner in ("any", "no", "every", "both", "either"):
            return False
        if found.plural and found.rule in SINGLE_OFFICES:
            return False
        if _names_stranger(found, self.context.words):
            return False
        return not any(each.abroad or each.id in OF_ANYBODY for each in self._entries(found))

    def _entries(self, found: Found) -> list[ActorNoun]:
        """Give the entries of the noun of a phrase, or of the title before a name."""
        entries = [found.noun.sense.entry] if found.noun is not None else []
        title = found.person.title if found.person is not None else None
        hit = self.context.words.nouns.get(title) if title is not None else None
        return [*entries, hit.sense.entry] if hit is not None else entries


def _is_of_its_state(found: Found) -> bool:
    sense = found.body.sense if found.body is not None else None
    if sense is None:
        return False
    return sense.entry.kind in OF_ITS_STATE or bool({"LAB", "JUD"} & set(sense.entry.sectors))


def _names_stranger(found: Found, words: Words) -> bool:
    """Say whether a phrase has a word for a region or a side: "European banks", "US-led troops", or
    belongs to somebody who was not understood ("a clerk of the Ambrel Trust", "its officers")."""
    owner = found.owner
    open_ones = ("its", "their", "whose", "whom")
    if owner is not None and (owner.pos_ == "PROPN" or owner.lower_ in open_ones):
        return owner.i not in words.places
    for each in (*before(found.core), *found.core.children):
        sided = each.i < found.core.i and (each.tag_ == "JJ" and each.text[:1].isupper())
        if is_led(each) or each.ent_type_ == "NORP" or (sided and not each.is_sent_start):
            return True
    return False
