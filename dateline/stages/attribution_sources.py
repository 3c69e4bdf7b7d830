"""Who is the source of a cue?  The phrase that names it, the actor, and whether it is anonymous."""

from typing import TYPE_CHECKING

from dateline.stages.attribution_cues import signal_at
from dateline.stages.attribution_reading import Reading, Source, is_utterance
from dateline.syntax import (
    arguments_of,
    first_conjunct,
    is_passive,
    is_relative,
    is_verb,
    predicate_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Marks at which a source phrase ends, unless a list goes on behind a comma.
BREAKS = frozenset({",", "—", "–", "--", "(", "[", ":", ";", "-"})

#: Nouns of documents that lend their maker to a participle ("issued a statement saying").
NAMES_A_TEXT = frozenset(
    {
        "statement", "letter", "report", "post", "tweet", "message", "note", "email", "e-mail",
        "memo", "video", "release", "communique", "communiqué", "declaration", "article", "column",
        "speech", "address", "interview", "remark", "resolution", "leaflet", "announcement",
    }
)  # fmt: skip


def source_of(reading: Reading, verb: "Token") -> Source | None:
    """Find the source of a cue verb: its subject, the agent of a passive, the subject that it
    shares with the clause above, or the noun phrase turned behind it ("said the mayor")."""
    above = first_cue(verb)
    if above is not None:
        return source_of(reading, above)
    inside = reading.inside[verb.i]
    for subject in (_own_subject(verb), _inverted(reading, verb), _shared_subject(verb)):
        if subject is not None and reading.inside[subject.i] in (inside, -1):
            return phrase_source(reading, subject, around=verb)
    subject = _after_speech(reading, verb) or _beside(reading, verb)
    return None if subject is None else phrase_source(reading, subject, around=verb)


def first_cue(verb: "Token") -> "Token | None":
    """Give the cue whose speaker a second cue shares though the parser put it under the content.

    Either joined, in the same tense and without a subject ("conceded that he was there but denied
    that …"), or a participle behind a comma ("said the road was open, adding that …").
    """
    second = signal_at(verb)
    if second is None or second.cues[0].kind not in SPOKEN:
        return None
    if verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ"):
        above = None if _own_subject(verb) else _cue_over(first_conjunct(verb))
        return above if above is not None and above.tag_ == verb.tag_ else None
    if verb.dep_ in ("advcl", "conj") and verb.tag_ == "VBG" and _behind_comma(verb):
        clause = verb.head
        while clause.dep_ in ("conj", "advcl", "xcomp", "relcl") and clause.head != clause:
            clause = clause.head
        return _cue_over(clause)
    return None


def _cue_over(clause: "Token") -> "Token | None":
    """Give the cue of speech that a clause stands under and behind."""
    if clause.dep_ != "ccomp" or clause.head.i > clause.i:
        return None
    known = signal_at(clause.head)
    return clause.head if known is not None and known.cues[0].kind in SPOKEN else None


def _behind_comma(verb: "Token") -> bool:
    """Say whether a comma or dash stands before a participle, an adverb between allowed."""
    first = verb.left_edge.i
    return first > 0 and first >= verb.i - 1 and verb.doc[first - 1].text in (",", "—", "–", "-")


#: Kinds of cues that can follow one another with one speaker.
SPOKEN = frozenset({"speech", "denial", "accusation", "request", "stance"})


def _after_speech(reading: Reading, verb: "Token") -> "Token | None":
    """Find the noun phrase between a quotation and a verb further on: "“…,” Colonel Ali Musa,
    wearing a helmet, said"."""
    low, _ = reading.bounds(verb.i)
    start = verb.i
    for closing in range(verb.i - 1, low - 1, -1):
        quote = reading.quote_closing_at(closing)
        if quote is not None and is_utterance(reading.doc.text, quote):
            start = reading.skip_space(closing + 1)
            break
    if start >= verb.i:
        return None
    token = reading.parse[start]
    while token.dep_ in WITHIN and start < token.head.i < verb.i:
        token = token.head
    return token if token.pos_ in NOMINAL else None


#: Dependents in front of a noun.
WITHIN = frozenset({"compound", "det", "amod", "nmod", "poss", "nummod"})


def _beside(reading: Reading, verb: "Token") -> "Token | None":
    """Find the subject by position where the parser lost it: the noun right before the verb group
    ("“…,” Colonel Ali Musa, an army spokesman, said"), climbed to the head of its phrase."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    low, _ = reading.bounds(verb.i)
    at = verb.i - 1
    while at >= low and (
        reading.parse[at].is_space
        or reading.parse[at].text == ","
        or reading.parse[at].pos_ in ("ADV", "AUX")
    ):
        at -= 1
    if (
        at < low
        or reading.parse[at].pos_ not in NOMINAL
        or reading.inside[at] != reading.inside[verb.i]
    ):
        return None
    token = reading.parse[at]
    while (
        token.dep_ in CLIMBS
        and low <= token.head.i < verb.i
        and reading.inside[token.head.i] == reading.inside[verb.i]
        and not (token.dep_ == "appos" and _in_content(token.head, verb))
    ):
        token = token.head
    return token if token.pos_ in NOMINAL else None


def _in_content(noun: "Token", verb: "Token") -> bool:
    """Say whether a noun stands in a clause under the cue: "released two men, the mayor, Ali Musa,
    said" has the mayor beside the men, but the men are in what he says."""
    clause = predicate_of(noun)
    return noun.dep_ != "appos" and is_verb(clause) and verb in clause.ancestors


NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
#: Dependents that hang on a noun phrase's head.
CLIMBS = frozenset({"pobj", "prep", "appos", "compound", "conj", "nmod"})


def _own_subject(verb: "Token") -> "Token | None":
    passive = is_passive(verb)
    for child in verb.children:
        if not passive and child.dep_ == "nsubj" and child.text != "it":
            return child
        if passive and child.dep_ == "agent":
            return next((each for each in child.children if each.dep_ == "pobj"), None)
        if not passive and child.dep_ == "nsubj":
            return child
    return None


def _shared_subject(verb: "Token") -> "Token | None":
    if is_passive(verb):
        return None
    for arg in arguments_of(verb).at("subject"):
        if is_verb(arg.token) or _is_purpose(verb, arg.token):
            continue
        return _maker(arg.token) or arg.token
    return _governing_subject(verb) if verb.tag_ == "VBG" else None


def _is_purpose(verb: "Token", noun: "Token") -> bool:
    """Say whether a noun only has an infinitive under it ("ways to tell them"): no subject."""
    return verb.head == noun and any(
        child.dep_ == "aux" and child.lower_ == "to" for child in verb.children
    )


def _governing_subject(verb: "Token") -> "Token | None":
    """Climb from a participle to the subject of the clause it stands in."""
    token = verb
    while token.head != token:
        token = token.head
        if is_verb(token):
            for child in token.children:
                if child.dep_ == "nsubj" and child.i < verb.i:
                    return child
    return None


def _maker(noun: "Token") -> "Token | None":
    """Give who issued the text that a participle stands under: "issued a statement saying"."""
    if noun.lemma_.lower() not in NAMES_A_TEXT:
        return None
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    verb = noun.head
    if noun.dep_ in ("dobj", "pobj") and not is_verb(verb):
        verb = verb.head
    if is_verb(verb) and noun.dep_ in ("dobj", "pobj"):
        args = arguments_of(verb).at("subject")
        return args[0].token if args and args[0].token != noun else None
    return None


#: Marks behind which verb and speaker may be turned round, and the forms such a verb has.
BEHIND = frozenset({",", '"', "”", "''", "’", "'", "»", "“", "?", "!", "—", "–", "…"})
PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})

#: How the parser labels a subject that stands behind its verb.
MISREAD = frozenset({"dobj", "attr", "npadvmod", "oprd", "nsubj", "dative", "appos", "dep"})


def _inverted(reading: Reading, verb: "Token") -> "Token | None":
    """Find "the mayor" in "…, said the mayor": right behind the verb, with a comma or a closing
    mark before it."""
    before = reading.skip_space(verb.i - 1, back=True)
    if before < 0 or reading.parse[before].text not in BEHIND or verb.tag_ not in PAST_OR_PRESENT:
        return None
    after = verb.i + 1
    for child in verb.children:
        if child.i > verb.i and child.dep_ in MISREAD and child.left_edge.i == after:
            return child
    return None


def phrase_source(reading: Reading, head: "Token", *, around: "Token | None" = None) -> Source:
    """Make the source phrase around its main word.

    Keeps determiner, title, possessor and what is joined ("police and residents"); keeps a name
    in apposition to a description ("its spokesman, Ali Musa") and leaves out a description in
    apposition to a name ("Ali Musa, the spokesman"), for which the name is enough.
    """
    known = head
    if is_relative(head) and around is not None:
        known = _antecedent(head, around)
    first = _left_end(head)
    last = _with_name(head, _right_end(head, around))
    return Source(first=first, last=last, head=head.i, known=known.i)


def _left_end(head: "Token") -> int:
    """Give the first token of the phrase: the left edge, without marks and connectives."""
    first = head.left_edge.i
    while first < head.i and (
        head.doc[first].is_punct or head.doc[first].is_space or head.doc[first].dep_ == "cc"
    ):
        first += 1
    return first


def _right_end(head: "Token", around: "Token | None") -> int:
    """Give the token after the phrase: at the first comma behind which no list goes on."""
    doc = head.doc
    at = head.i + 1
    limit = head.right_edge.i + 1
    if around is not None and around.i >= at:
        limit = min(limit, around.i)
    while at < limit:
        token = doc[at]
        if _is_when(token, head):
            break
        if (token.text in BREAKS or token.is_space) and not _list_goes_on(head, at):
            hyphen = token.text == "-" and not doc[at - 1].whitespace_
            if not hyphen:
                break
        at += 1
    while at > head.i + 1 and (doc[at - 1].is_punct or doc[at - 1].pos_ in DANGLING):
        at -= 1
    return at


def _is_when(token: "Token", head: "Token") -> bool:
    """Say whether a word begins a time that the parser hung on the source ("the staff on Sunday
    denied …")."""
    if token.dep_ == "prep" and token.head == head:
        return any(child.ent_type_ in ("DATE", "TIME") for child in token.children)
    return token.dep_ == "npadvmod" and token.ent_type_ in ("DATE", "TIME")


#: Parts of speech that cannot end a phrase.
DANGLING = frozenset({"ADP", "PART", "CCONJ", "SCONJ", "AUX", "SPACE"})


def _list_goes_on(head: "Token", comma: int) -> bool:
    """Say whether behind a comma stands a phrase joined to the source ("Russia, China and …")."""
    after = head.doc[comma + 1] if comma + 1 < len(head.doc) else None
    while after is not None and after.dep_ not in ("conj", "cc"):
        if after.head == after or not head.is_ancestor(after):
            return False
        after = after.head
    return (
        after is not None and first_conjunct(after if after.dep_ == "conj" else after.head) == head
    )


def _antecedent(relative: "Token", verb: "Token") -> "Token":
    clause = first_conjunct(verb)
    while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else relative


def _with_name(head: "Token", last: int) -> int:
    """Lengthen a description by the name that follows it after a comma."""
    if head.pos_ == "PROPN":
        return last
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i >= last:
            edge = child.left_edge.i
            if edge - last <= 1:
                return child.i + 1
    return last
