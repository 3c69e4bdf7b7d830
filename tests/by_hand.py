"""Small records made by hand, for tests that load no parser.

``Made`` finds the words it is given in its text, so that every span is right by construction.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dateline.records import (
    Actor,
    ActorKind,
    Attribution,
    AttributionKind,
    Basis,
    BlockKind,
    Cause,
    Claim,
    Coded,
    CoderInfo,
    Event,
    EventType,
    Finding,
    Instrument,
    Mention,
    Participant,
    Place,
    Precision,
    Published,
    Received,
    Record,
    Report,
    Sentence,
    Span,
    Stance,
    Status,
    Tally,
    Target,
    Time,
    TimexType,
    Toll,
    TollKind,
    Trend,
)

CODER = CoderInfo(version="0", codebook="PLOVER", parser="none", reader="hand", fingerprint="0")
WHY: dict[str, str] = {"rule": "test/by-hand", "reason": "A test made it."}


def coded(value: Any, *evidence: Span) -> Coded[Any]:
    return Coded(value=value, evidence=evidence, **WHY)


@dataclass
class Made:
    """Collects the parts of a record over one text; each method adds one and returns it."""

    text: str
    parts: dict[str, list[Any]] = field(default_factory=dict)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start=start, end=start + len(words), text=words)

    def entry(self, words: str) -> dict[str, Any]:
        """Give the span of words as it stands in an expectation file."""
        span = self.span(words)
        return {"start": span.start, "end": span.end, "text": span.text}

    def _add(self, kind: str, part: Any) -> Any:
        self.parts.setdefault(kind, []).append(part)
        return part

    def change(self, kind: str, number: int = 0, **values: Any) -> None:
        """Replace fields of a part that was added."""
        self.parts[kind][number] = replace(self.parts[kind][number], **values)

    def _mentions(self, words: tuple[str, ...], how: str = "name") -> tuple[Mention, ...]:
        return tuple(Mention(span=self.span(each), how=how, **WHY) for each in words)

    def sentence(self, words: str, block: BlockKind = BlockKind.BODY) -> Sentence:
        number = len(self.parts.get("sentences", []))
        return self._add(
            "sentences",
            Sentence(
                index=number,
                span=self.span(words),
                block=block,
                paragraph=number,
                first=0,
                last=1,
            ),
        )

    def time(
        self,
        words: str,
        start: str | None,
        end: str | None,
        *,
        value: str | None = None,
        **values: Any,
    ) -> Time:
        given: dict[str, Any] = {
            "type": TimexType.DATE,
            "precision": Precision.DAY,
            "anchor": None,
            "open_end": start is not None and end is None,
            "open_start": start is None and end is not None,
            **values,
        }
        return self._add(
            "times",
            Time(
                id=f"tim-{words}",
                span=self.span(words),
                start=date.fromisoformat(start) if start else None,
                end=date.fromisoformat(end) if end else None,
                value=value or start,
                **given,
                **WHY,
            ),
        )

    def place(self, *words: str, **values: Any) -> Place:
        given: dict[str, Any] = {
            "name": words[0],
            "country": None,
            "admin1": None,
            "precision": "city",
            "latitude": None,
            "longitude": None,
            "geonames_id": None,
            "feature": "city",
            "candidates": (),
            **values,
        }
        mentions = self._mentions(words)
        return self._add("places", Place(id=f"plc-{words[0]}", mentions=mentions, **given, **WHY))

    def actor(self, *words: str, **values: Any) -> Actor:
        given: dict[str, Any] = {
            "name": words[0],
            "kind": ActorKind.ARMED_GROUP,
            "country": None,
            "sectors": None,
            "role": None,
            **values,
        }
        for name in ("kind", "country", "sectors", "role"):
            given[name] = coded(given[name])
        return self._add(
            "actors",
            Actor(
                id=f"act-{words[0]}",
                mentions=self._mentions(words),
                register_id=None,
                member_of=None,
                **given,
                **WHY,
            ),
        )

    def attribution(self, content: str, *, source: str | None = None, **values: Any) -> Attribution:
        given: dict[str, Any] = {
            "kind": AttributionKind.INDIRECT,
            "speaker": None,
            "cue": (),
            "stance_of_cue": "neutral",
            "anonymous": False,
            "ground": None,
            "nested_in": None,
            "via": None,
            **values,
        }
        given["cue"] = tuple(self.span(each) for each in given["cue"])
        return self._add(
            "attributions",
            Attribution(
                id=f"att-{content}",
                source=self.span(source) if source else None,
                content=(self.span(content),),
                confidence=1.0,
                **given,
                **WHY,
            ),
        )

    def toll(self, words: str, kind: TollKind = TollKind.KILLED, **values: Any) -> Toll:
        """Make a toll; hand it to ``event``."""
        given: dict[str, Any] = {
            "group": None,
            "low": None,
            "best": None,
            "high": None,
            "hedge": None,
            "attributed_to": None,
            **values,
        }
        return Toll(kind=kind, evidence=(self.span(words),), **given, **WHY)

    def event(
        self, trigger: str, evidence: str, type: EventType = EventType.ASSAULT, **values: Any
    ) -> Event:
        """Add an event; ``actors`` and ``recipients`` take actors, or (actor, basis)."""
        given: dict[str, Any] = {
            "mode": None,
            "contexts": None,
            "status": Status.ACTUAL,
            "series": False,
            "place": None,
            "time": None,
            "targets": (),
            "instruments": (),
            "actors": (),
            "recipients": (),
            "toll": (),
            "attributed_to": None,
            "condition": None,
            "link": (),
            "empty": (),
            **values,
        }
        for name in ("mode", "contexts", "status", "series", "place", "time"):
            given[name] = coded(given[name])
        for name in ("actors", "recipients"):
            given[name] = tuple(self._part(each) for each in given[name])
        given["targets"] = tuple(
            Target(span=self.span(each), kind="thing", **WHY) for each in given["targets"]
        )
        given["instruments"] = tuple(
            Instrument(span=self.span(each), kind="weapon", modes=(), **WHY)
            for each in given["instruments"]
        )
        return self._add(
            "events",
            Event(
                id=f"evt-{trigger}",
                type=coded(type, self.span(trigger)),
                trigger=self.span(trigger),
                evidence=(self.span(evidence),),
                confidence=1.0,
                **given,
                **WHY,
            ),
        )

    def _part(self, part: Actor | tuple[Actor, Basis]) -> Participant:
        actor, basis = (part, Basis.STATED) if isinstance(part, Actor) else part
        return Participant(actor=actor.id, span=actor.mentions[0].span, basis=basis, **WHY)

    def claim(self, evidence: str, **values: Any) -> Claim:
        given: dict[str, Any] = {
            "claimant": None,
            "events": (),
            "mode": "statement",
            "polarity": "claims",
            "attributed_to": None,
            **values,
        }
        span = self.span(evidence)
        return self._add("claims", Claim(id=f"clm-{evidence}", evidence=span, **given, **WHY))

    def stance(self, evidence: str, target: str, **values: Any) -> Stance:
        given: dict[str, Any] = {
            "holder": None,
            "holder_span": None,
            "target": None,
            "polarity": "opposes",
            "strength": "plain",
            "attributed_to": None,
            **values,
        }
        return self._add(
            "stances",
            Stance(
                id=f"sta-{evidence}",
                target_span=self.span(target),
                evidence=self.span(evidence),
                **given,
                **WHY,
            ),
        )

    def cause(self, cause: str, effect: str, **values: Any) -> Cause:
        given: dict[str, Any] = {
            "cause_event": None,
            "effect_event": None,
            "sign": "+",
            "cue": (),
            "modality": "asserted",
            "attributed_to": None,
            **values,
        }
        given["cue"] = tuple(self.span(each) for each in given["cue"])
        return self._add(
            "causes",
            Cause(
                id=f"cau-{cause}",
                cause=self.span(cause),
                effect=self.span(effect),
                **given,
                **WHY,
            ),
        )

    def trend(self, evidence: str, subject: str, **values: Any) -> Trend:
        given: dict[str, Any] = {"direction": "up", "since": None, "attributed_to": None, **values}
        return self._add(
            "trends",
            Trend(
                id=f"trd-{evidence}",
                subject=self.span(subject),
                evidence=self.span(evidence),
                **given,
                **WHY,
            ),
        )

    def tally(self, evidence: str, what: str, **values: Any) -> Tally:
        given: dict[str, Any] = {
            "low": None,
            "best": None,
            "high": None,
            "type": None,
            "place": None,
            "since": None,
            "as_of": None,
            "by": None,
            "toll": (),
            **values,
        }
        return self._add(
            "tallies",
            Tally(
                id=f"tal-{evidence}",
                what=self.span(what),
                evidence=self.span(evidence),
                **given,
                **WHY,
            ),
        )

    def finding(self, what: str, message: str = "A message.", *evidence: str) -> Finding:
        spans = tuple(self.span(each) for each in evidence)
        return self._add(
            "findings",
            Finding(
                id=f"fin-{what}", what=what, message=message, evidence=spans, rule="findings/test"
            ),
        )

    def record(self, *, title: str | None = None, published: str | None = None) -> Record:
        """Give the record of all that was added."""
        report = Report(
            id="rep-1",
            text=self.text,
            title=self.span(title) if title else None,
            byline=None,
            publisher=None,
            url=None,
            published=Published(date=date.fromisoformat(published), how="option")
            if published
            else None,
            dateline=None,
            language="en",
            blocks=(),
            received=Received(
                sha256="0",
                encoding="utf-8",
                encoding_how="test",
                replaced=0,
                format="text",
                name="report.txt",
            ),
        )
        lists = (
            "sentences", "times", "places", "actors", "events", "attributions", "claims",
            "stances", "causes", "trends", "tallies", "findings",
        )  # fmt: skip
        return Record(
            report=report,
            coder=CODER,
            **{name: tuple(self.parts.get(name, ())) for name in lists},
        )
