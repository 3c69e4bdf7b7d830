"""What Dateline knows, as data: YAML for entries with structure, TSV for plain tables."""
