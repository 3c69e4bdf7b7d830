"""The command line: thin; each command parses its words, calls the library and prints."""
