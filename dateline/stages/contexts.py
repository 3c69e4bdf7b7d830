"""Which topics does an event belong to?  PLOVER's 37 contexts, by the words of its sentence."""

from dataclasses import dataclass
from functools import cache

from dateline.document import Document
from dateline.lexicons.load import Entry, load_lexicon
from dateline.records import Coded, EventContexts, Sentence, Span, Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextEntry(Entry):
    """A context with the lemmas that bring it up; ``id`` is PLOVER's name of the context."""

    words: tuple[str, ...]


@cache
def context_words() -> dict[str, tuple[str, ...]]:
    """Map each lemma to the contexts that it brings up, in the order of the lexicon."""
    found: dict[str, list[str]] = {}
    for entry in load_lexicon("contexts", ContextEntry):
        for word in entry.words:
            found.setdefault(word, []).append(entry.id)
    return {word: tuple(contexts) for word, contexts in found.items()}


def find_contexts(doc: Document) -> tuple[EventContexts, ...]:
    """Find the topics of each triggered event in the sentence that tells it.

    A context is a topic, not proof that the event is of that kind; none is guessed from the rest
    of the report.  Source: PLOVER manual 2.0, list of contexts.
    """
    sentences = doc.records(Sentence)
    by_sentence: dict[int, Coded[tuple[str, ...]]] = {}
    found = []
    for trigger in doc.records(Trigger):
        if trigger.sentence not in by_sentence:
            by_sentence[trigger.sentence] = _contexts_of(doc, sentences[trigger.sentence])
        found.append(EventContexts(event=trigger.id, contexts=by_sentence[trigger.sentence]))
    return tuple(found)


def _contexts_of(doc: Document, sentence: Sentence) -> Coded[tuple[str, ...]]:
    words = context_words()
    evidence: dict[str, Span] = {}
    for token in doc.parse[sentence.first : sentence.last]:
        for context in words.get(token.lemma_.lower(), ()):
            evidence.setdefault(context, doc.span_of([token]))
    if not evidence:
        return Coded(
            value=None, rule="contexts.none", reason="No word of the sentence brings up a topic."
        )
    names = tuple(evidence)
    return Coded(
        value=names,
        evidence=tuple(evidence.values()),
        rule=f"contexts/{names[0]}",
        reason=f"Words of the sentence bring up {', '.join(names)}.",
    )
