"""Every limit on input, in one place, with the reason for its value.

A limit that drops or refuses something says so: as an error, or as a finding of the record.
"""

#: Longest text that is coded, in code points.  The longest news features have under 100,000;
#: five times that still parses in half a minute.
MAX_TEXT_CHARS = 500_000

#: Largest input file or extracted page, in bytes, before decoding.
MAX_INPUT_BYTES = 64 * 1024 * 1024

#: Longest HTML page that is handed to the extractor, in bytes.
MAX_PAGE_BYTES = 20 * 1024 * 1024

#: A run of characters without white space longer than this is not language: spaCy's tokenizer is
#: quadratic in such runs (50,000 brackets took 160 s).  It is kept as opaque tokens of this length.
MAX_RUN_CHARS = 1_000

#: A sentence with more tokens than this is cut: the parser's memory grows with it, and no
#: sentence of the news corpora that we measure on has more than 250.
MAX_SENTENCE_TOKENS = 500

#: Tokens that are parsed at once; a longer report is parsed in windows cut between sentences.
#: 1.7 GB were needed for 100,000 tokens at once, under 0.3 GB for 10,000.
MAX_WINDOW_TOKENS = 8_000

#: Digits of a number that is read as a count; a longer run of digits is no toll.
MAX_COUNT_DIGITS = 9

#: Times by which a compressed file may grow when it is opened.  Text shrinks 3 to 30 times, lists
#: of near-copies up to 100 times; the most that gzip can do is 1,032 times, which is a bomb.
MAX_GROWTH = 200

#: Bytes that may come out of a compressed file before ``MAX_GROWTH`` is looked at: small files of
#: nothing but blanks are odd, not dangerous.
FREE_GROWTH_BYTES = 1024 * 1024

#: Longest line of a JSON lines file, in bytes: one report with its metadata, so as long as the
#: longest page.
MAX_LINE_BYTES = MAX_PAGE_BYTES

#: Elements of an HTML page that is handed to the extractor, which takes 35 µs for each; the
#: longest live blogs have 30,000.
MAX_PAGE_ELEMENTS = 100_000

#: Files that one folder may be expanded to.
MAX_FOLDER_FILES = 1_000_000
