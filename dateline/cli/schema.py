"""``dateline schema``."""

from dateline.cli.terminal import out


def schema() -> None:
    """Print the JSON Schema of a record (dateline/record/1).

    Example: dateline schema > record.schema.json
    """
    from dateline.export.record_schema import schema_text

    out(schema_text().rstrip("\n"))
