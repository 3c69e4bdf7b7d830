"""The public names of the package: what is promised is there, importable, and cheap to import."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import dateline

SOURCE = ast.parse(Path(dateline.__file__).read_text("utf-8"))


def imported_for_type_checkers() -> dict[str, str]:
    """Give the names under ``if TYPE_CHECKING`` with their modules."""
    return {
        alias.name: node.module
        for node in ast.walk(SOURCE)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dateline.")
        for alias in node.names
    }


def test_type_checkers_and_python_see_the_same_names() -> None:
    assert imported_for_type_checkers() == dateline._HOMES
    assert sorted(dateline._HOMES) == dateline.__all__


@pytest.mark.parametrize("name", dateline.__all__)
def test_a_public_name_is_the_one_of_its_module(name: str) -> None:
    home = import_module(dateline._HOMES[name])
    assert getattr(dateline, name) is getattr(home, name)
    assert getattr(dateline, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'dateline' has no attribute 'load_codr'"):
        dateline.load_codr  # noqa: B018


def test_the_names_are_listed() -> None:
    assert set(dateline.__all__) <= set(dir(dateline))


def test_importing_the_package_imports_nothing_else() -> None:
    code = (
        "import sys; import dateline; print([n for n in sys.modules if n.startswith('dateline')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['dateline']"


def test_a_star_import_gives_the_public_names() -> None:
    found: dict[str, object] = {}
    exec("from dateline import *", found)
    assert set(dateline.__all__) <= set(found)
