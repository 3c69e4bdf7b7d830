"""English is read, other languages are named."""

import pytest

from dateline.errors import LanguageError
from dateline.intake.language import check_language, find_language

# fmt: off
CASES = [
    ("The army said that gunmen had attacked a village and that twelve people were killed.", "en"),
    ("THE ARMY SAID THAT GUNMEN HAD ATTACKED THE VILLAGE.", "en"),
    ("Gunmen kill 14 soldiers, Mali army convoy ambush near Gao, nine wounded", "en"),
    ("Les forces armées ont annoncé mardi qu'un village du nord avait été attaqué.", "fr"),
    ("El ejército dijo el martes que hombres armados atacaron una aldea.", "es"),
    ("Die Armee teilte am Dienstag mit, dass Bewaffnete ein Dorf angegriffen haben.", "de"),
    ("Hæren sagde tirsdag at bevæbnede mænd har angrebet en landsby i nord.", "da"),
    ("Jeshi lilisema Jumanne kwamba watu wenye silaha walishambulia kijiji.", "sw"),
    ("قال الجيش يوم الثلاثاء إن مسلحين هاجموا قرية في شمال البلاد", "ar"),
    ("Армия заявила во вторник, что боевики напали на деревню", "ru"),
    ("军队周二表示，武装分子袭击了北部的一个村庄，造成十二人死亡，多人受伤，当局正在调查。这是本周第二次。", "zh"),
]
DOUBTFUL = [
    ("Attaque à Gao", "too short to tell, Latin letters"), ("", "nothing"), ("12 — 15!", "no letters"),
    ("Keita, Traoré, Sow, Diallo, Coulibaly, Cissé, Touré, Diarra", "names are in no language"),
]
# fmt: on


@pytest.mark.parametrize(("text", "code"), CASES)
def test_find_language(text: str, code: str) -> None:
    assert find_language(text) == code


@pytest.mark.parametrize(("text", "why"), DOUBTFUL)
def test_in_doubt_it_is_english(text: str, why: str) -> None:
    assert find_language(text) == "en", why


def test_another_language_is_named() -> None:
    with pytest.raises(LanguageError, match=r"expected English, found fr \(French\); "):
        check_language(CASES[3][0])
