"""``dateline code``: shapes of output, several inputs, failures, -o, stdin."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HEAD = (
    "report\t#\twhat\twho\tto whom\twhere\twhen\ttoll\tstatus\ton whose word\tevidence\tstart\tend"
)
LINE = "Gunmen attacked a convoy near Gao"


@pytest.fixture
def three(tmp_path: Path) -> list[str]:
    """A good report, a missing one, another good one."""
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(f"Gunmen attacked {name}\n")
    return [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]


def test_rows_when_piped(run: Run, report: Path) -> None:
    done = run("code", str(report))
    assert done.code == 0
    head, row = done.out.splitlines()
    assert head == HEAD
    assert row.split("\t") == [
        str(report), "1", "ASSAULT", "Gao", "–", "–", "–", "–", "actual", "reporter", LINE,
        "0", str(len(LINE)),
    ]  # fmt: skip
    assert done.err == ""


def test_a_table_on_a_terminal(on_terminal: Run, report: Path) -> None:
    done = on_terminal("code", str(report), NO_COLOR="1")
    assert done.code == 0
    assert f"{report}  (no date)  1 event  1 quote  0 claims" in done.out
    assert f"   evidence 1: “{LINE}” [0-{len(LINE)}]" in done.out
    assert "\t" not in done.out
    assert "   note: All rests on one man. [30-33]" in done.out


def test_q_leaves_the_notes_out(on_terminal: Run, report: Path) -> None:
    done = on_terminal("code", "-q", str(report), NO_COLOR="1")
    assert "note:" not in done.out
    assert "loading" not in done.out


def test_json_is_an_object_for_one_report(run: Run, report: Path) -> None:
    done = run("code", str(report), "--json")
    record = json.loads(done.out)
    assert record["schema"] == "dateline/record/1"
    assert record["events"][0]["type"] == "ASSAULT"


@pytest.mark.parametrize("count", [2, 3])
def test_json_is_a_list_for_several(run: Run, tmp_path: Path, count: int) -> None:
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text(f"Gunmen attacked {number}\n")
    records = json.loads(run("code", str(tmp_path), "--json").out)
    assert [record["report"]["text"] for record in records] == [
        f"Gunmen attacked {number}\n" for number in range(count)
    ]


def test_jsonl_is_a_record_a_line(run: Run, three: list[str]) -> None:
    done = run("code", "--jsonl", three[0], three[2])
    records = [json.loads(line) for line in done.out.split("\n") if line]
    assert len(records) == 2
    assert done.out.endswith("}\n")


def test_explain_shows_words_rule_and_reason(run: Run, report: Path) -> None:
    done = run("code", "--explain", str(report))
    assert done.code == 0
    assert done.out.startswith(f"{report}  (no date)  1 event")
    assert f"  1. “{LINE}” [0-{len(LINE)}]\n" in done.out
    assert "      type: ASSAULT “Gunmen” [0-6]\n" in done.out
    assert "        why: A test made it. (test/by-hand)\n" in done.out
    assert "      place: empty. A test made it.\n" in done.out
    assert "== findings about the report\n  one named source: All rests" in done.out


@pytest.mark.parametrize("words", [("--json", "--jsonl"), ("--json", "--explain")])
def test_two_shapes_at_once_are_wrong_usage(run: Run, report: Path, words: tuple[str]) -> None:
    done = run("code", str(report), *words)
    assert (done.code, done.out) == (2, "")
    assert "expected one of --json, --jsonl and --explain" in done.err


def test_stdin(run: Run) -> None:
    done = run("code", "-", "--json", given=b"Gunmen attacked Gao\n")
    assert json.loads(done.out)["report"]["text"] == "Gunmen attacked Gao\n"


def test_day_publisher_and_address_of_the_options(run: Run, report: Path) -> None:
    words = [
        "--published",
        "2024-03-05",
        "--publisher",
        "Sahel Wire",
        "--url",
        "https://s.example/1",
    ]
    record = json.loads(run("code", str(report), "--json", *words).out)["report"]
    assert record["published"] == {"date": "2024-03-05", "how": "option"}
    assert (record["publisher"], record["url"]) == ("Sahel Wire", "https://s.example/1")


def test_one_failing_input_does_not_stop_the_others(run: Run, three: list[str]) -> None:
    done = run("code", "--jsonl", *three)
    assert done.code == 3
    assert len(done.out.splitlines()) == 2
    assert done.err.splitlines() == [
        f"dateline: {three[1]}: expected a file that can be read, found: No such file or"
        " directory; check the path"
    ]


def test_a_report_that_the_coder_refuses_is_a_failed_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gunmen refuse to leave\n")
    (tmp_path / "b.txt").write_text("Gunmen attacked Gao\n")
    done = run("code", str(tmp_path))
    assert done.code == 3
    assert (
        done.err
        == f"dateline: {tmp_path}/a.txt: expected a shorter report, found a long one; cut it\n"
    )


def test_a_file_given_twice_is_coded_once(run: Run, report: Path) -> None:
    done = run("code", str(report), str(report.parent), "--jsonl")
    assert len(done.out.splitlines()) == 1


BAD = [
    ("missing.txt", None, "No such file or directory"),
    ("empty.txt", b"", "found nothing but white space"),
    ("blank.txt", b" \n\n\t", "found nothing but white space"),
    ("binary.dat", bytes(range(256)) * 20, "this is a binary file"),
    (
        "german.txt",
        "Der Präsident der Republik hat am Montag in Berlin gesagt, dass die Verhandlungen"
        " weitergehen und dass die Truppen bald abziehen werden.\n".encode(),
        "expected English, found de (German)",
    ),
    ("cut.txt.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x01", "dateline: "),
    ("broken.jsonl", b"{\n", "broken.jsonl:1: "),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "reason"), BAD, ids=[row[0] for row in BAD])
def test_an_input_that_cannot_be_used_is_one_line(
    run: Run, tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = run("code", str(tmp_path / name))
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert reason in done.err
    assert name in done.err
    assert "Traceback" not in done.err


def test_an_unreadable_file_is_one_line(run: Run, report: Path) -> None:
    # Root may read every file; of the process's own memory nobody may read the beginning.
    path = Path("/proc/self/mem") if os.geteuid() == 0 else report
    report.chmod(0)
    done = run("code", str(path))
    assert (done.code, done.out) == (1, "")
    assert "expected a file that can be read, found: " in done.err
    assert len(done.err.splitlines()) == 1


def test_a_folder_without_reports_is_one_line(run: Run, tmp_path: Path) -> None:
    done = run("code", str(tmp_path))
    assert done.code == 1
    assert f"in {tmp_path}, found none" in done.err


def test_a_folder_without_reports_does_not_stop_the_others(
    run: Run, tmp_path: Path, report: Path
) -> None:
    (tmp_path / "empty").mkdir()
    done = run("code", str(tmp_path / "empty"), str(report))
    assert done.code == 3
    assert LINE in done.out


def test_output_goes_to_a_file(run: Run, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.tsv"
    done = run("code", str(report), "-o", str(target))
    assert (done.code, done.out) == (0, "")
    assert target.read_text().startswith(HEAD)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.tsv", "report.txt"]


def test_output_to_a_dash_is_stdout(run: Run, report: Path) -> None:
    assert run("code", str(report), "-o", "-").out.startswith(HEAD)


def test_a_failed_run_leaves_the_old_file_and_nothing_beside_it(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("as it was")
    for word in ("missing.txt", "break.txt"):
        (tmp_path / "break.txt").write_text("Gunmen break in\n")
        done = run("code", str(tmp_path / word), "--jsonl", "-o", str(target))
        assert done.code == 1
        assert target.read_text() == "as it was"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["break.txt", "out.jsonl"]


def test_a_partly_failed_run_writes_what_it_has(run: Run, three: list[str], tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    done = run("code", *three, "--jsonl", "-o", str(target))
    assert done.code == 3
    assert len(target.read_text().splitlines()) == 2


def test_output_does_not_replace_what_is_no_file(run: Run, report: Path) -> None:
    done = run("code", str(report), "-o", "/dev/null")
    assert (done.code, done.out) == (0, "")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("where", ["nowhere/out.tsv", ""])
def test_an_output_that_cannot_be_written_is_one_line(
    run: Run, report: Path, tmp_path: Path, where: str
) -> None:
    done = run("code", str(report), "-o", str(tmp_path / where))
    assert (done.code, done.out) == (1, "")
    assert "expected a file that can be written at" in done.err
    assert len(done.err.splitlines()) == 1


def test_output_follows_a_link(run: Run, report: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "real.tsv", tmp_path / "link.tsv"
    target.write_text("")
    link.symlink_to(target)
    assert run("code", str(report), "-o", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_text().startswith(HEAD)
