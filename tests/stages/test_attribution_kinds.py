"""Direct, mixed, indirect: what counts is whether the marked words state something."""

import pytest

from dateline.records import Attribution

#: text, kind of the first attribution, why
KINDS = [
    ("“We are leaving,” the mayor said.", "direct", "all in marks"),
    ("The mayor said the bridge was closed.", "indirect", "no marks"),
    ("The mayor said that the council “will never give in” to threats.", "mixed", "a verb with tense in marks"),
    ("The mayor said that the vote was “a disgrace”.", "mixed", "what is told of the vote"),
    ("The mayor said that the camp, praised for its role in “caring for orphans,” had closed.", "indirect", "a term inside a modifier"),
    ("The mayor said that the “summer camp” had closed.", "indirect", "a term for a thing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "why"), KINDS)
def test_kinds(read, text, kind, why):
    first = read(text, upto="find_attributions").records(Attribution)[0]
    assert first.kind.value == kind, why


def test_a_further_cue_does_not_take_what_was_said_before(read):
    text = "“We cannot pay for this,” Deng said, adding later, “it costs us a fortune.”"
    found = read(text, upto="find_attributions").records(Attribution)
    said = [each.content[0].text for each in found if len(each.content) == 1]
    assert said == ["“We cannot pay for this,”", "“it costs us a fortune.”"]
    assert all(each.nested_in is None for each in found)


def test_a_question_may_be_asked_beside_its_marks(read):
    text = "“You think I will resign?” Deng asked reporters."
    top = [a for a in read(text, upto="find_attributions").records(Attribution) if not a.nested_in]
    assert [(a.source.text, a.kind.value) for a in top] == [("Deng", "direct")]
