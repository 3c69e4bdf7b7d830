"""The pages under docs/: complete, fresh, and with links that lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from dateline.cli import register
from dateline.cli.main import app
from dateline.expectations.load import ENTRY_KEYS, REPORT_KEYS, TOLL_KEYS
from dateline.expectations.must_not import CHECKS
from dateline.export.record_reference import REFERENCE_FILE, reference_text
from dateline.export.record_schema import record_schema
from dateline.pipeline import STAGES

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "tests" / "reports" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]

#: Pages under this number of lines can be read in one sitting; the reference is generated.
MOST_LINES = 500


def commands() -> Iterator[tuple[str, Any]]:
    """Give each command with its whole name, groups left out."""
    register.all_commands(app)

    def within(command: Any, name: str) -> Iterator[tuple[str, Any]]:
        if not hasattr(command, "commands"):
            yield name, command
            return
        for each, member in command.commands.items():
            yield from within(member, f"{name} {each}")

    yield from within(typer.main.get_command(app), "dateline")


COMMANDS = dict(commands())


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def section(name: str) -> str:
    """Give the section of docs/cli.md about a command."""
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", page("cli.md"), re.M | re.S)
    assert found, f"docs/cli.md has no section {name!r}"
    return found[1]


def options(command: Any) -> list[str]:
    return [
        word
        for param in command.params
        for word in (*param.opts, *param.secondary_opts)
        if word.startswith("-") and word not in ("-h", "--help")
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_with_an_example(name: str) -> None:
    assert re.search(rf"^    {name}\b", section(name), re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described(name: str) -> None:
    described = section(name)
    assert [word for word in options(COMMANDS[name]) if f"`{word}" not in described] == []


def test_every_option_of_dateline_itself_is_described() -> None:
    described = page("cli.md").split("\n## ")[0]
    whole = typer.main.get_command(app)
    assert [word for word in options(whole) if f"`{word}`" not in described] == []


def test_no_section_is_about_a_command_that_does_not_exist() -> None:
    assert re.findall(r"^## (.*)", page("cli.md"), re.MULTILINE) == list_of_commands()


def list_of_commands() -> list[str]:
    return sorted(COMMANDS, key=lambda name: page("cli.md").index(f"## {name}\n"))


def test_no_option_is_described_that_does_not_exist() -> None:
    known = {"-h", "--help", *options(typer.main.get_command(app))}
    known |= {word for command in COMMANDS.values() for word in options(command)}
    described = re.findall(r"^\|.*?\|", page("cli.md"), re.MULTILINE)
    words = {word for cell in described for word in re.findall(r"`(--?[a-z-]+)", cell)}
    assert words <= known


def test_every_exit_code_is_described() -> None:
    from dateline.cli.terminal import Exit

    described = re.findall(r"^\| (\d+) \|", page("cli.md"), re.MULTILINE)
    assert [int(code) for code in described] == [each.value for each in Exit]


def test_the_reference_of_the_record_is_fresh() -> None:
    assert REFERENCE_FILE.read_text("utf-8") == reference_text()


def test_every_field_of_the_record_is_described() -> None:
    described = page("record.md")
    schema = record_schema()
    for kind in (schema, *schema["$defs"].values()):
        assert [name for name in kind["properties"] if f"| `{name}` |" not in described] == []


def test_every_object_of_the_record_has_a_section_with_words() -> None:
    for name in record_schema()["$defs"]:
        assert re.search(rf"^## {name}\n\n\w", page("record.md"), re.MULTILINE)


def test_every_key_of_an_expectation_file_is_described() -> None:
    described = page("expectations.md")
    keys = {*REPORT_KEYS, *ENTRY_KEYS, *TOLL_KEYS.may, *TOLL_KEYS.must}
    keys |= {key for each in ENTRY_KEYS.values() for key in (*each.must, *each.may)}
    keys -= {"start", "end", "text"}  # the span, described as a whole
    missing = [key for key in sorted(keys) if not re.search(rf"[`\"]{key}[`\"]", described)]
    assert missing == []


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_of_must_not_is_described_with_its_keys(name: str) -> None:
    row = re.search(rf"^\| `{name}` \|(.*?)\|", page("expectations.md"), re.MULTILINE)
    assert row
    assert [key for key in CHECKS[name].needs if f"`{key}`" not in row[1]] == []


@pytest.mark.parametrize("stage", STAGES, ids=[stage.name for stage in STAGES])
def test_every_stage_is_in_the_design(stage: Any) -> None:
    module = stage.run.__module__.removeprefix("dateline.").replace(".", "/")
    rows = [line for line in page("design.md").splitlines() if f"`{module}.py`" in line]
    assert any(all(f"`{kind.__name__}`" in row for kind in stage.provides) for row in rows)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^ {4}.*$|`[^`\n]*`", "", path.read_text("utf-8"), flags=re.MULTILINE)
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith(("https://", "http://")):
            continue
        name, _, anchor = target.partition("#")
        linked = (path.parent / name).resolve() if name else path
        assert linked.exists(), f"{path.name} links to {target}"
        if anchor:
            assert anchor in anchors(linked), f"{path.name} links to {target}"


def anchors(path: Path) -> list[str]:
    """Give the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_that_a_page_names_exist(path: Path) -> None:
    named = re.findall(r"`(dateline/[\w/]+(?:\.\w+|/))`", path.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_are_short(path: Path) -> None:
    if path != REFERENCE_FILE:
        assert path.read_text("utf-8").count("\n") < MOST_LINES
