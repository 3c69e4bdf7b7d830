"""The commands as a whole: help, version, wrong usage, errors, speed of the first answer."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.cli.main import _take_debug
from tests.cli.conftest import ROOT, Run, environment

COMMANDS = ("code", "demo", "schema", "eval", "completion")

#: Seconds of wall time in which the help must be there.
FIRST_ANSWER = 0.3


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_names_every_command(run: Run, word: str) -> None:
    done = run(word)
    assert done.code == 0
    assert all(f"\n  {command} " in done.out for command in COMMANDS)


@pytest.mark.parametrize("command", [*COMMANDS, "eval seed"])
def test_every_command_has_help(run: Run, command: str) -> None:
    done = run(*command.split(), "-h")
    assert done.code == 0
    assert done.out.startswith(f"Usage: dateline {command} ")


@pytest.mark.parametrize("command", ["code", "demo", "schema", "eval seed", "completion"])
def test_help_gives_an_example(run: Run, command: str) -> None:
    assert f"Example: dateline {command}" in run(*command.split(), "-h").out


def test_version(run: Run) -> None:
    from importlib import metadata

    assert run("--version").out == f"dateline {metadata.version('dateline')}\n"


def test_a_misspelt_command_gets_a_suggestion(run: Run) -> None:
    done = run("cdoe", "report.txt")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean 'code'?" in done.err


def test_a_misspelt_option_gets_a_suggestion(run: Run) -> None:
    done = run("code", "--jsn", "x")
    assert done.code == 2
    assert "--json" in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("code",),
        ("code", "x", "--published", "5 March"),
        ("demo", "--width", "10"),
        ("eval", "seed", "x", "--least", "2"),
        ("completion", "tcsh"),
    ],
)
def test_wrong_usage_is_2(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert "Usage: dateline" in done.err
    assert "Traceback" not in done.err


def test_a_missing_file_is_1(run: Run) -> None:
    assert run("code", "nowhere.txt").code == 1


def test_a_defect_is_one_line_without_debug(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gunmen break in\n")
    done = run("code", str(tmp_path / "a.txt"))
    assert done.code == 1
    assert done.err == (
        f"dateline: {tmp_path / 'a.txt'}: a defect in Dateline: RuntimeError: the coder broke;"
        " --debug shows where: please report it\n"
    )


def test_a_defect_on_one_report_does_not_end_the_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gunmen break in\n")
    (tmp_path / "b.txt").write_text("Gunmen attacked a convoy near Gao on Monday.\n")
    done = run("code", str(tmp_path), "--jsonl")
    assert done.code == 3
    assert done.out.count("\n") == 1
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("first", [True, False])
def test_a_defect_is_a_traceback_with_debug(run: Run, tmp_path: Path, first: bool) -> None:
    (tmp_path / "a.txt").write_text("Gunmen break in\n")
    words = ["code", str(tmp_path / "a.txt")]
    done = run(*(["--debug", *words] if first else [*words, "--debug"]))
    assert done.code == 1
    assert "Traceback (most recent call last)" in done.err
    assert 'raise RuntimeError("the coder' in done.err


def test_an_expected_error_is_a_traceback_with_debug(run: Run) -> None:
    words = ["eval", "seed", "nowhere.json"]
    assert "Traceback" not in run(*words).err
    assert "Traceback" in run(*words, "--debug").err


def test_debug_behind_two_dashes_is_a_file() -> None:
    assert _take_debug(["code", "--debug", "x"]) == (["code", "x"], True)
    assert _take_debug(["code", "--", "--debug"]) == (["code", "--", "--debug"], False)
    assert _take_debug([]) == ([], False)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert "_DATELINE_COMPLETE" in done.out


def test_the_completion_script_gets_its_answers(run: Run) -> None:
    asked = {"_DATELINE_COMPLETE": "complete_bash", "COMP_WORDS": "dateline co", "COMP_CWORD": "1"}
    assert run(**asked).out.split() == ["code", "completion"]


def test_a_bash_that_sources_the_script_completes() -> None:
    script = (
        f'source <({sys.executable} -m dateline completion bash); COMP_WORDS=("dateline" "sch");'
        f' COMP_CWORD=1; _dateline_completion "{sys.executable} -m dateline" 2>/dev/null;'
        " complete -p dateline"
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT, env=environment())
    assert b"_dateline_completion dateline" in done.stdout


def test_the_help_is_there_at_once() -> None:
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "dateline", "--help"],
            check=True,
            capture_output=True,
            cwd=ROOT,
        )
        taken.append(time.perf_counter() - begun)
    assert min(taken) < FIRST_ANSWER


@pytest.mark.parametrize("words", [["--help"], ["code", "--help"], ["completion", "bash"]])
def test_nothing_heavy_is_imported_for_a_first_answer(words: list[str]) -> None:
    code = (
        "import sys, atexit\n"
        "heavy = ('spacy', 'numpy', 'trafilatura', 'lxml', 'yaml', 'rich', 'dateline.coder',"
        " 'dateline.pipeline', 'dateline.intake.read')\n"
        "atexit.register(lambda: print([name for name in heavy if name in sys.modules]))\n"
        "from dateline.cli.main import main\n"
        f"main({words!r})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
