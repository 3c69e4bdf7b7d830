"""Dateline reads news reports and writes a sourced record of events.

    from datetime import date

    from dateline import dump_json, load_coder, report_from_text

    coder = load_coder()
    record = coder.code(report_from_text(text, published=date(2024, 3, 14)))
    print(dump_json(record, indent=1))

Importing does nothing: a name's module is imported when the name is first used (PEP 562), and
``load_coder`` loads the parser and the lexicons.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.coder import Coder, load_coder
    from dateline.errors import DatelineError
    from dateline.export.record_json import dump_json, to_json
    from dateline.intake.read import Failure, IntakeOptions, read_reports, report_from_text
    from dateline.records import Record, Report

__all__ = [
    "Coder",
    "DatelineError",
    "Failure",
    "IntakeOptions",
    "Record",
    "Report",
    "dump_json",
    "load_coder",
    "read_reports",
    "report_from_text",
    "to_json",
]

#: The module of each public name.
_HOMES = {
    "Coder": "dateline.coder",
    "DatelineError": "dateline.errors",
    "Failure": "dateline.intake.read",
    "IntakeOptions": "dateline.intake.read",
    "Record": "dateline.records",
    "Report": "dateline.records",
    "dump_json": "dateline.export.record_json",
    "load_coder": "dateline.coder",
    "read_reports": "dateline.intake.read",
    "report_from_text": "dateline.intake.read",
    "to_json": "dateline.export.record_json",
}

# Hidden from type checkers, which would otherwise believe that every name exists.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import the module of a public name when the name is first used."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        found = getattr(import_module(_HOMES[name]), name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        """List the public names too, imported or not."""
        return sorted({*globals(), *__all__})
