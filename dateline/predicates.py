"""Single words of a parse: is it a verb, passive, negated; what is joined to it; which verb carries
a noun of action.  Knows no lexicon of events; ``dateline.syntax`` builds on it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs that lend a noun its subject ("militants carried out an attack": the militants attack).
SUPPORT_VERBS = frozenset(
    {
        "carry", "conduct", "commit", "launch", "stage", "mount", "make", "hold", "perform",
        "perpetrate", "execute", "wage", "issue", "give", "take", "do", "deliver", "undertake",
        "begin", "start", "continue", "resume", "lead", "organise", "organize", "plan", "plot",
        "order", "announce", "impose", "offer", "provide", "step", "intensify", "escalate",
        "unleash", "initiate", "commence", "renew", "press", "release", "direct", "voice", "express", "have", "open", "end", "halt",
    }
)  # fmt: skip

#: Verbs that make their subject the one that undergoes the noun ("came under attack").
UNDERGO_VERBS = frozenset({"come", "face", "suffer", "undergo", "sustain", "receive", "withstand"})

CARRIERS = SUPPORT_VERBS | UNDERGO_VERBS


def is_passive(verb: "Token") -> bool:
    """Say whether a verb form is passive: "was hit", "got hit", or a bare participle after a noun
    ("troops deployed in Mali")."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass") for child in verb.children):
        return True
    if verb.dep_ in ("acl", "advcl", "amod") and verb.tag_ == "VBN":
        return not any(child.dep_ in ("aux", "dobj") for child in verb.children)
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB":
        own = any(child.dep_ in ("nsubj", "aux") for child in verb.children)
        return not own and is_passive(verb.head)
    return False


def is_verb(token: "Token") -> bool:
    """Say whether a token is used as a verb."""
    return token.pos_ in ("VERB", "AUX")


def negation_of(token: "Token") -> "Token | None":
    """Give the word that negates a predicate: "not", "never", "no" before a noun; else ``None``."""
    for child in token.children:
        if child.dep_ == "neg":
            return child
        if child.dep_ in ("det", "advmod", "preconj") and child.lower_ in NEGATORS:
            return child
    return None


NEGATORS = frozenset({"no", "never", "neither", "nor", "not", "hardly", "scarcely", "nowhere"})


def conjuncts(token: "Token") -> "list[Token]":
    """Give a token and the ones joined to it by "and", "or", a comma: "US and British troops"."""
    found = [token]
    for each in found:
        found.extend(
            child for child in each.children if child.dep_ == "conj" and child not in found
        )
    return found


def first_conjunct(token: "Token") -> "Token":
    """Climb from the last of joined words to the first, which carries the shared arguments."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def is_relative(token: "Token") -> bool:
    """Say whether a token is a relative pronoun (who, which, that, whom)."""
    return token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.pos_ == "PRON")


#: Nouns that count or bundle the noun of action under their "of": "a series of attacks".
BUNDLES = frozenset(
    {
        "round", "series", "wave", "string", "spate", "number", "set", "barrage", "dozen", "host",
        "couple", "hundred", "score", "campaign", "flurry", "act", "kind", "form", "sort", "range",
        "pair", "succession", "rash", "one", "some", "many", "several", "type", "state", "majority",
    }
)  # fmt: skip


def _counted(noun: "Token") -> "Token":
    """Climb from a noun of action to the word that counts it: "a series of attacks"."""
    prep = noun.head
    if noun.dep_ == "pobj" and prep.lower_ == "of" and prep.head.lemma_ in BUNDLES:
        return prep.head
    return noun


#: Verb forms that the parser's lemmatizer gets wrong, with the dictionary form that they have.
MISREAD_VERBS = {
    "caned": "cane", "caning": "cane", "cordoned": "cordon", "cordoning": "cordon",
    "fined": "fine", "fining": "fine", "fines": "fine", "hopes": "hope", "hoped": "hope",
    "raped": "rape", "raping": "rape", "rapes": "rape", "resupplied": "resupply",
    "staged": "stage", "staging": "stage", "stages": "stage", "waged": "wage",
    "waging": "wage", "wages": "wage", "waterboarded": "waterboard",
}  # fmt: skip


def verb_lemma(token: "Token") -> str:
    """Give the dictionary form of a verb in lower case."""
    return MISREAD_VERBS.get(token.lower_, str(token.lemma_).lower())


def support_verb(noun: "Token") -> "Token | None":
    """Give the verb that carries a noun of action: "carried out an attack", "came under fire"."""
    first = first_conjunct(_counted(noun))
    head = first.head
    if first.dep_ in ("dobj", "nsubjpass") and is_verb(head):
        return head if verb_lemma(head) in CARRIERS else None
    if first.dep_ == "pobj" and head.lower_ == "under" and is_verb(head.head):
        return head.head if head.head.lemma_ in UNDERGO_VERBS else None
    return None


def predicate_of(token: "Token") -> "Token":
    """Climb from a word to the verb of the clause it stands in (itself if it is one)."""
    while not is_verb(token) and token.head != token:
        token = token.head
    return token
