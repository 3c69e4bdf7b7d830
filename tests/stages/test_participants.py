"""Who and what takes part, where and when; every row says why."""

from datetime import date

import pytest

from dateline.records import Actor, Participants, Place, Time, Trigger


def parts(read, text, published=date(2023, 10, 27)):
    doc = read(text, published=published, upto="find_participants")
    return doc, doc.records(Participants)


def names(found):
    return [part.span.text for part in found]


#: text, words of the first event's actors, of its recipients, of its targets, why
WHO = [
    ("Rebels attacked the army near the lake.", ["Rebels"], ["the army"], [], "subject and object"),
    ("The army was attacked by rebels.", ["rebels"], ["The army"], [], "passive"),
    ("Rebels attacked a barracks housing French soldiers.", ["Rebels"], ["French soldiers"],
     ["a barracks housing French soldiers"], "who is in the thing is a recipient"),
    ("A bus carrying Turkish soldiers was hit by a rocket.", [], ["Turkish soldiers"],
     ["A bus carrying Turkish soldiers"], "a passive target with people inside"),
    ("Dozens of gunmen attacked a school.", ["Dozens of gunmen"], [], ["a school"],
     "those whom a number portions out"),
    ("The United States, which backs Kenya, spoke.", ["The United States"], ["Kenya"], [],
     "the antecedent of a relative clause acts"),
    ("The army cancelled a visit by France.", ["The army"], ["France"], [], "whose visit it was"),
    ("A bomber killed nine guards at a market.", ["A bomber"], ["nine guards"], ["a market"],
     "a blast hits what stands there"),
    ("Chad, which borders Mali, called on France to leave.", ["Chad"], ["France"], [],
     "a verb behind a relative clause keeps its subject"),
    ("France accused Chad of fraud.", ["France"], ["Chad"], [], "verbal conflict"),
    ("The army denied that its jets had bombed a market.", ["its"], [], ["a market"],
     "the owner of the means acts, also as a pronoun"),
    ("Russia welcomed the decision of Turkey.", ["Russia"], ["Turkey"], [],
     "the party named inside what is welcomed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors", "recipients", "targets", "why"), WHO)
def test_who(read, text, actors, recipients, targets, why):
    _, found = parts(read, text)
    assert names(found[0].actors) == actors, why
    assert names(found[0].recipients) == recipients, why
    assert names(found[0].targets) == targets, why


#: text, words that prove the first event's place, why
WHERE = [
    ("Rebels attacked a post in Mali.", "Mali", "a locative at the object"),
    ("In Mali, rebels attacked a post.", "Mali", "a locative at the verb"),
    ("The bank ordered its staff to leave Mali.", "Mali", "the object of leaving is the place"),
    ("Rebels attacked a post.", "", "no place named: none is guessed"),
    ("Rebels fled to Mali after they attacked a post.", "", "a goal is not where it happened"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WHERE)
def test_where(read, text, expected, why):
    _, found = parts(read, text)
    assert found[0].place.raw == expected, why
    assert (found[0].place.value is None) == (not expected)
    assert found[0].place.reason.endswith(".")


#: text, words that prove the first event's time, why
WHEN = [
    ("Rebels attacked a post on 3 May 2022.", "3 May 2022", "a time at the verb"),
    ("In May 2020, Kenya deployed troops along the river.", "May 2020", "a time before the verb"),
    ("Rebels attacked a post after two years of talks.", "", "a duration dates nothing"),
    ("Rebels attacked a post.", "", "no time named: none is guessed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), WHEN)
def test_when(read, text, expected, why):
    _, found = parts(read, text)
    assert expected in found[0].time.raw if expected else found[0].time.value is None, why


def test_since_opens_the_time(read):
    doc, found = parts(read, "Since 3 May 2022, several posts have come under fire.")
    times = {time.id: time for time in doc.records(Time)}
    time = times[found[0].time.value]
    assert time.open_end
    assert time.start == date(2022, 5, 3)


def test_one_record_for_each_trigger_and_known_ids(read):
    doc, found = parts(
        read, "Rebels attacked a post in Mali on Monday. France condemned the attack."
    )
    actors = {actor.id for actor in doc.records(Actor)}
    places = {place.id for place in doc.records(Place)}
    times = {time.id for time in doc.records(Time)}
    assert [each.event for each in found] == [trigger.id for trigger in doc.records(Trigger)]
    for each in found:
        assert {part.actor for part in (*each.actors, *each.recipients)} <= actors
        assert each.place.value is None or each.place.value in places
        assert each.time.value is None or each.time.value in times


@pytest.mark.parametrize("text", ["", "?!", "😀", "ضربة جوية", "y" * 1000])
def test_strange_text_raises_nothing(read, text):
    parts(read, text)
