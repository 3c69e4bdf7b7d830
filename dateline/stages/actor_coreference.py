"""Which mentions name one actor?"""

from dateline.document import Document
from dateline.records import ActorKind, BlockKind, Coded, Mention, Sentence
from dateline.register import NameSort
from dateline.stages.actor_acronyms import acronym_after
from dateline.stages.actor_clusters import Cluster, with_country, with_owner
from dateline.stages.actor_countries import CountryFiller, country_of_speaker
from dateline.stages.actor_descriptions import argue_together, described
from dateline.stages.actor_found import MODIFIERS, Form, Found
from dateline.stages.actor_keys import Key, keys_of
from dateline.stages.actor_phrases import DEFINITE, before
from dateline.stages.actor_types import Context, Typed, country_by_place, type_of
from dateline.stages.actor_words import Words


class Linker:
    """Links mentions in text order; what a mention belongs to is linked before it."""

    def __init__(self, context: Context, found: dict[int, Found]) -> None:
        """Take the mentions by their main word."""
        self.context = context
        self.found = found
        self.clusters: list[Cluster] = []
        self.by_token: dict[int, Cluster] = {}
        self._by_key: dict[Key, Cluster] = {}
        self._under_way: set[int] = set()
        self._apposed: dict[int, list[Found]] = {}
        for each in found.values():
            if each.same_as is not None:
                self._apposed.setdefault(each.same_as, []).append(each)

    def link_all(self) -> None:
        """Link every mention; those of the headline last, for they name what the body tells."""
        first, last = title_tokens(self.context.doc)
        for i in sorted(self.found):
            if not first <= i < last:
                self._link(self.found[i])
        for i in sorted(self.found):
            self._link(self.found[i])

    def fill_owners(self) -> None:
        """Fill what "its spokesman" leaves open, once it is known whom "its" stands for."""
        for cluster in self.clusters:
            for at, found in enumerate(cluster.founds):
                owner = self._owner_of(found)
                if owner is None or owner is cluster or cluster.owner is not None:
                    continue
                cluster.owner = owner
                if found.form in (Form.NOUN, Form.PERSON):
                    cluster.types[at] = with_owner(cluster.types[at], owner)

    def _owner_of(self, found: Found) -> Cluster | None:
        """Give whom a phrase belongs to, now that pronouns are linked; "whose" is the noun before."""
        owner = found.owner
        if owner is None:
            return None
        if owner.tag_ == "WP$":
            clause = next((each for each in owner.ancestors if each.dep_ == "relcl"), None)
            owner = clause.head if clause is not None else owner
        return self.by_token.get(owner.i)

    def fill_countries(self) -> None:
        """Fill the countries that are still empty from the body, or from what the report is about."""
        filler = CountryFiller(self.context, self.clusters)
        for cluster in self.clusters:
            filler.fill(cluster)

    def _link(self, found: Found) -> None:
        i = found.head.i
        if i in self.by_token or i in self._under_way:
            return
        self._under_way.add(i)
        owner = self._owner(found)
        typed = self._typed(found, owner)
        cluster, why = self._choose(found, typed, owner)
        if cluster is None:
            cluster = Cluster(len(self.clusters))
            self.clusters.append(cluster)
        if cluster.founds and typed.country.value is None:
            typed = with_country(typed, cluster.coded_country())
        elif typed.country.value is None:
            around = country_of_speaker(found, self.by_token, self.context)
            around = around or country_by_place(found, self.context)
            typed = with_country(typed, around) if around is not None else typed
        cluster.owner = cluster.owner or owner
        cluster.add(found, typed, _mention(self.context.doc, found, why))
        self.by_token[i] = cluster
        short = acronym_after(found)
        for key in (
            *keys_of(found, typed, owner, self.context.words),
            *([("body", short.lower())] if short else []),
        ):
            self._by_key.setdefault(key, cluster)

    def _owner(self, found: Found) -> Cluster | None:
        """Give the cluster of what a phrase belongs to; for a name, of the office apposed to it."""
        tokens = [found.owner] if found.owner is not None else []
        for each in self._apposed.get(found.head.i, ()):
            if found.form is Form.PERSON and each.owner is not None:
                tokens.append(each.owner)
        for token in tokens:
            if token.i in self.found:
                self._link(self.found[token.i])
            if token.i in self.by_token:
                return self.by_token[token.i]
        return None

    def _typed(self, found: Found, owner: Cluster | None) -> Typed:
        typed = type_of(found, self.context)
        if found.form is Form.COUNTRY:
            return with_country(typed, self._country_before(found, typed.country))
        if owner is None or found.form not in (Form.NOUN, Form.PERSON):
            return typed
        if found.form is Form.PERSON and typed.role.value is None and found.owner is None:
            return typed
        return with_owner(typed, owner)

    def _country_before(self, found: Found, empty: Coded[str]) -> Coded[str]:
        """Find the state named last before "the country"."""
        doc, names = self.context.doc, self.context.words.names
        for i in range(found.head.i - 1, -1, -1):
            hit = names.get(i)
            if hit is not None and NameSort.STATE in hit.sorts:
                span = doc.span_of(doc.parse[hit.first : hit.last + 1])
                return Coded(value=hit.key, evidence=(span,), rule=found.rule,
                             reason=f"{span.text!r} is the state named last before 'the country'.")  # fmt: skip
        said = {hit.key for i, hit in names.items() if i < found.head.i and hit.is_state}
        if len(said) == 1:
            first = min(i for i, hit in names.items() if hit.key in said)
            span = doc.span_of([doc.parse[first]])
            return Coded(value=said.pop(), evidence=(span,), rule=found.rule,
                         reason=f"{span.text!r} is of the only state spoken of before 'the country'.")  # fmt: skip
        return empty

    # ------------------------------------------------------------ choosing

    def _choose(
        self, found: Found, typed: Typed, owner: Cluster | None
    ) -> tuple[Cluster | None, str]:
        apposed = self.by_token.get(found.same_as) if found.same_as is not None else None
        if apposed is not None and _may_be_apposed(found, apposed):
            return apposed, "it stands in apposition to the words before it"
        for key in keys_of(found, typed, owner, self.context.words):
            if key in self._by_key and self._agrees(found, self._by_key[key]):
                return self._by_key[key], _WHY[str(key[0])]
        if found.form is Form.PERSON:
            return self._by_name(found) or self._by_office(found, typed) or (None, "")
        first, last = title_tokens(self.context.doc)
        if found.form is Form.NOUN and first <= found.head.i < last:
            return self._by_headline(found, typed)
        if found.form is Form.NOUN and _looks_back(found, self.context.words):
            return self._by_description(found, typed, owner)
        return None, ""

    def _by_headline(self, found: Found, typed: Typed) -> tuple[Cluster | None, str]:
        """Find whom the headline tells of: the first in the body called by the same word."""
        for cluster in sorted(self.clusters, key=lambda each: min(each.heads)):
            other = next(
                (
                    e
                    for e in cluster.founds
                    if e.noun and e.core.lemma_.lower() == found.core.lemma_.lower()
                ),
                None,
            )
            clash = (
                typed.country.value and cluster.country and typed.country.value != cluster.country
            )
            if (
                other is not None
                and not clash
                and other.plural == found.plural
                and other.counted == found.counted
            ):
                return (
                    cluster,
                    "the headline tells of the one that the report names by the same word",
                )
        return None, ""

    def _agrees(self, found: Found, cluster: Cluster) -> bool:
        """Refuse two different names for one office-holder."""
        return not (found.person and cluster.names and not _same_name(found, cluster))

    def _by_name(self, found: Found) -> tuple[Cluster, str] | None:
        for cluster in reversed(self.clusters):
            if cluster.names and _same_name(found, cluster):
                return cluster, "it is part of the same person's name"
        return None

    def _by_office(self, found: Found, typed: Typed) -> tuple[Cluster, str] | None:
        """Find the nameless holder of the office that stands with a name: "X, the spokesman"."""
        for each in self._apposed.get(found.head.i, ()):
            if each.noun is None or each.determiner not in DEFINITE | {"poss", ""}:
                continue
            cluster, _ = self._by_description(each, typed, None)
            if cluster is not None and not cluster.names:
                return (
                    cluster,
                    f"{each.core.text!r} beside the name takes up the one spoken of before",
                )
        return None

    def _by_description(
        self, found: Found, typed: Typed, owner: Cluster | None
    ) -> tuple[Cluster | None, str]:
        best: tuple[tuple[int, int], Cluster] | None = None
        for cluster in self.clusters:
            near = max((i for i in cluster.heads if i < found.head.i), default=-1)
            if owner is not None and cluster.owner not in (None, owner):
                continue  # "the party's nominee" is not "the president's nominee"
            if any(argue_together(found.head, each.head) for each in cluster.founds):
                continue  # "X accused the group of helping the bombers"
            fit = described(found, typed, cluster, found.head.i - near) if near >= 0 else 0
            if fit and (best is None or (fit, near) > best[0]):
                best = ((fit, near), cluster)
        if best is None:
            return None, ""
        return best[1], f"{found.core.text!r} takes up the nearest one before that the word fits"


_WHY = {
    "state": "both name the same state",
    "people": "both name the people of the same state",
    "register": "both are names of the same actor in the register",
    "body": "it is the same name",
    "role": "the same office of the same body",
    "office": "the same office of the same state",
    "organ": "the same organ of the same state",
    "group": "a group without a name, called by the same word and of the same country",
}


def title_tokens(doc: Document) -> tuple[int, int]:
    """Give the token numbers ``[first, last)`` of the headline; (0, 0) if there is none."""
    titles = [sent for sent in doc.records(Sentence)[:3] if sent.block is BlockKind.TITLE]
    return (titles[0].first, titles[-1].last) if titles else (0, 0)


def _mention(doc: Document, found: Found, why: str) -> Mention:
    reason = found.reason
    if why:
        reason = f"{reason[:-1]}; taken as one with an earlier mention: {why}."
    how = "apposition" if "apposition" in why else found.how
    return Mention(span=doc.span_of(found.tokens), how=how, rule=found.rule, reason=reason)


def _looks_back(found: Found, words: Words) -> bool:
    """Say whether a noun phrase takes up somebody: definite, possessed, or a bare organ of state.

    One with a name of its own does not ("the Amal militia").
    """
    for each in before(found.core):
        if each.pos_ == "PROPN" and each.text[:1].isupper() and each.i not in words.nouns:
            hit = words.names.get(each.i)
            if (hit is None or not hit.is_state) and found.head.dep_ not in MODIFIERS:
                return False
    if found.determiner in DEFINITE or found.determiner == "poss":
        return True
    if found.noun is None or found.determiner or found.counted:
        return False
    if found.head.dep_ in MODIFIERS:  # "militia attacks" after "Syrian militias"
        return True
    return found.noun.sense.body and found.noun.sense.rule.startswith("organs/")


def _same_name(found: Found, cluster: Cluster) -> bool:
    """Say whether a personal name fits one before: equal, or its surname alone, or first and last."""
    assert found.person is not None
    words = [each.lower() for each in found.person.words(found.head)]
    for other in cluster.names:
        known = [each.lower() for each in other]
        if words == known:
            return True
        if words[-1] == known[-1] and (len(words) == 1 or len(known) == 1 or words[0] == known[0]):
            return True
        if len(words) == 1 and len(known) > 2 and words[0] in known[1:]:
            return True
    return False


def _may_be_apposed(found: Found, cluster: Cluster) -> bool:
    one = found.form is Form.PERSON or (
        found.form is Form.NOUN
        and not found.plural
        and found.noun is not None
        and not found.noun.sense.body
    )
    if one:
        return cluster.is_person and not (
            found.person and cluster.names and not _same_name(found, cluster)
        )
    if found.form in (Form.STATE, Form.COUNTRY):
        return False
    if cluster.is_person or cluster.kind is ActorKind.STATE:
        return False
    return (
        found.form in (Form.BODY, Form.REGISTERED)
        or bool(found.noun and found.noun.sense.body)
        or cluster.is_plural
    )
