"""Everything that Dateline raises on purpose.

    DatelineError
    ├── InputError          the bytes, the file or an option cannot be used
    │   ├── DecodeError     the bytes are no text in any encoding that we try
    │   ├── LimitError      the input is larger or stranger than the limits allow
    │   └── LanguageError   the text is in a language that no reader supports
    ├── ModelError          the parser is missing, or its files were changed
    ├── LexiconError        a lexicon file breaks its own rules
    ├── PipelineError       stages are ordered so that a need is unmet
    └── ExpectationError    an expectation file does not have the documented shape

A message says what was expected, what was found, where, and what to do.  The command line
prints it as one line; anything that is not a ``DatelineError`` is a defect of ours.
"""


class DatelineError(Exception):
    """Root of all errors that a user can cause and mend."""


class InputError(DatelineError):
    """A report cannot be read as it is."""


class DecodeError(InputError):
    """The bytes are not text in any encoding that ``intake.decode`` tries."""


class LimitError(InputError):
    """The input passes a limit of ``limits.py``; nothing of it was coded."""


class LanguageError(InputError):
    """The report is in a language that no installed reader supports."""


class ModelError(DatelineError):
    """The spaCy pipeline is missing or its files are not the ones we measured with."""


class LexiconError(DatelineError):
    """A lexicon file has an unknown key, a repeated id, an empty pattern or a wrong value."""


class PipelineError(DatelineError):
    """A stage reads a kind of record that no stage before it provides."""


class ExpectationError(DatelineError):
    """An expectation file lacks a key, or a span in it does not match its report."""
