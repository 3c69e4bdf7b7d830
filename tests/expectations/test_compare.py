"""A whole expectation file against a record: counts, order, ids that carry over."""

from dateline.expectations.compare import compare
from tests.by_hand import Made

TEXT = "Raiders attacked a convoy near Gao. The governor said nobody died."


def test_a_record_is_compared_list_by_list() -> None:
    made = Made(TEXT)
    raiders = made.actor("Raiders")
    made.event("attacked", "Raiders attacked a convoy near Gao", actors=[raiders])
    comparison = compare(
        made.record(published="2024-03-05"),
        {
            "report": {"published": "2024-03-05", "language": "fr"},
            # The order of the lists in the file does not matter: actors come before events.
            "events": [
                {
                    "id": "E1",
                    "types": ["ASSAULT"],
                    "evidence": made.entry("Raiders attacked a convoy"),
                    "actors": ["A1"],
                }
            ],
            "actors": [{"id": "A1", "any_text": ["Raiders"]}],
            "places": [{"id": "P1", "text": made.entry("Gao")}],
            "must_not": [
                {"what": "no toll", "check": "no_toll"},
                {
                    "what": "no attack",
                    "check": "no_event",
                    "span": made.entry("attacked"),
                    "types": ["ASSAULT"],
                },
            ],
        },
    )
    verdicts = [(fact.list, fact.id, fact.verdict) for fact in comparison.facts]
    assert verdicts == [
        ("report", "published", "right"),
        ("report", "language", "wrong"),
        ("places", "P1", "missing"),
        ("actors", "A1", "right"),
        ("events", "E1", "right"),
    ]
    assert comparison.right == 3
    assert [fact.verdict for fact in comparison.must_not] == ["right", "wrong"]
    assert comparison.broken == 1


def test_nothing_expected_is_nothing_compared() -> None:
    comparison = compare(Made(TEXT).record(), {})
    assert (comparison.facts, comparison.must_not, comparison.right) == ((), (), 0)
