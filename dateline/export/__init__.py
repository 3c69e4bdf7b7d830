"""Records → what other programs read; no decision is taken here."""
