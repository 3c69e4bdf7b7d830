"""Facts about events: right, wrong, missing."""

from typing import Any

import pytest

from dateline.expectations.facts import Fact, Known
from dateline.expectations.happened import event_fact
from dateline.records import Basis, EventLink, EventType, Status, TollKind
from tests.by_hand import WHY, Made

TEXT = (
    "Raiders attacked a convoy with rockets near Gao on Monday and killed 12 soldiers."
    " Hours before, they had met elders there. Seven people died, a nurse said."
)
EVIDENCE = "Raiders attacked a convoy with rockets near Gao on Monday"


@pytest.fixture
def made() -> Made:
    return Made(TEXT)


def known(**ids: str) -> Known:
    return Known(ids={name: frozenset({id_}) for name, id_ in ids.items()})


def event_of(made: Made, ids: Known | None = None, /, **entry: Any) -> Fact:
    whole = {"id": "E1", "types": ["ASSAULT"], "evidence": made.entry(EVIDENCE), **entry}
    return event_fact(made.record(), whole, ids or Known())


def test_an_event_with_all_that_is_stated_is_right(made: Made) -> None:
    raiders = made.actor("Raiders", country="MLI")
    soldiers = made.actor("soldiers", country="MLI")
    made.event(
        "attacked",
        EVIDENCE,
        actors=[raiders],
        recipients=[soldiers],
        targets=["a convoy"],
        instruments=["rockets"],
        place="plc-Gao",
        time="tim-Monday",
        toll=(made.toll("killed 12", low=12, best=12, high=12, group=made.span("soldiers")),),
    )
    fact = event_of(
        made,
        known(A1=raiders.id, A2=soldiers.id, P1="plc-Gao", T1="tim-Monday"),
        actors=["A1"],
        recipients=["A2"],
        actors_country="MLI",
        recipients_country="MLI",
        any_party_country="MLI",
        targets=["convoy"],
        instruments=["rockets"],
        place="P1",
        time="T1",
        status="actual",
        series=False,
        attributed_to=None,
        toll=[{"kind": "killed", "group": "soldiers", "low": 12, "best": 12, "high": 12}],
    )
    assert fact.faults == ()
    assert fact.verdict == "right"


def test_everything_that_differs_is_listed(made: Made) -> None:
    made.event("attacked", EVIDENCE, EventType.PROTEST, status=Status.DENIED, series=True)
    fact = event_of(
        made,
        actors=["A1"],
        recipients_country="MLI",
        targets=["convoy"],
        place="P1",
        status_any=["actual", "ongoing"],
        series=False,
        attributed_to="Q1",
        toll=[{"kind": "killed", "low": 12}],
    )
    assert fact.faults == (
        "type is PROTEST, expected ASSAULT",
        "status is denied, expected actual/ongoing",
        "series is True, expected False",
        "A1 is not among the actors",
        "recipients_country: nobody is of MLI",
        "'convoy' is not among the targets",
        "place is not P1",
        "toll {'kind': 'killed', 'low': 12} is not stated",
        "is not attributed to Q1",
    )


def test_an_event_elsewhere_is_missing(made: Made) -> None:
    made.event("met", "they had met elders there", EventType.CONSULT)
    assert event_of(made).verdict == "missing"


def test_an_event_of_the_type_goes_before_one_of_another_type(made: Made) -> None:
    made.event("rockets", EVIDENCE, EventType.MOBILIZE)
    made.event("attacked", EVIDENCE)
    assert event_of(made).verdict == "right"


def test_an_actor_as_claimed_is_no_actor_in_fact(made: Made) -> None:
    raiders = made.actor("Raiders")
    made.event("attacked", EVIDENCE, actors=[raiders])
    ids = known(A1=raiders.id)
    assert event_of(made, ids, actors_via_claim=["A1"]).faults == (
        "A1 is not among the actors_via_claim",
    )
    made.parts["events"].clear()
    made.event("attacked", EVIDENCE, actors=[(raiders, Basis.CLAIMED)])
    assert event_of(made, ids, actors_via_claim=["A1"]).verdict == "right"


def test_null_asks_for_no_place(made: Made) -> None:
    made.event("attacked", EVIDENCE, place="plc-Gao")
    assert event_of(made, place=None).faults == ("place is given, expected none",)


GROUPS = [
    (None, None, True),
    (None, "people", True),
    (None, "Seven people", True),  # names nobody in particular
    (None, "soldiers", False),
    ("soldiers", "12 soldiers", True),
    ("soldiers", "elders", False),
    ("soldiers", None, False),
]


@pytest.mark.parametrize(("wanted", "found", "right"), GROUPS)
def test_who_was_counted(made: Made, wanted: str | None, found: str | None, right: bool) -> None:
    group = made.span(found if found != "people" else "people") if found else None
    made.event("attacked", EVIDENCE, toll=(made.toll("killed", group=group),))
    fact = event_of(made, toll=[{"kind": "killed", "group": wanted}])
    assert (fact.verdict == "right") is right


def test_a_toll_of_another_kind_or_voice_is_not_it(made: Made) -> None:
    toll = made.toll("killed", TollKind.INJURED, low=12)
    made.event("attacked", EVIDENCE, toll=(toll,))
    assert event_of(made, toll=[{"kind": "killed", "low": 12}]).verdict == "wrong"
    ids = known(Q1="att-nurse")
    by_nurse = {"kind": "injured", "low": 12, "attributed_to": "Q1"}
    assert event_of(made, ids, toll=[by_nurse]).verdict == "wrong"


def test_a_toll_may_stand_in_a_linked_event(made: Made) -> None:
    made.event("died", "Seven people died", toll=(made.toll("Seven", low=7, best=7),))
    made.event("attacked", EVIDENCE)
    wanted = [{"kind": "killed", "best": 7}]
    assert event_of(made, toll=wanted).verdict == "wrong"
    link = EventLink(event="evt-died", other="evt-attacked", relation="part_of", **WHY)
    made.change("events", 0, link=(link,))
    assert event_of(made, toll=wanted).verdict == "right"
