"""Which language a report is in: ten that are set aside, and English that must stay."""

import pytest

from twosource.intake.tongue import full_name, judge

OTHERS = {
    "fr": "Le gouvernement a annoncé mardi que les négociations avec les dockers vont reprendre.",
    "de": "Die Regierung sagte, dass die Gespräche mit den Arbeitern weitergehen.",
    "es": "El gobierno anunció el martes que las negociaciones con los estibadores se reanudarán el lunes.",
    "it": "Il governo ha annunciato martedì che i negoziati con i portuali riprenderanno lunedì.",
    "pt": "O governo anunciou na terça-feira que as negociações com os estivadores serão retomadas em breve.",
    "nl": "De regering maakte dinsdag bekend dat de onderhandelingen met de havenarbeiders worden hervat.",
    "ru": "Правительство объявило во вторник, что переговоры с докерами возобновятся на следующей неделе.",
    "zh": "政府周二宣布，尽管码头工人拒绝了最新提议，与港口工会的谈判将于下周恢复。",
    "ar": "أعلنت الحكومة يوم الثلاثاء أن المفاوضات مع عمال الموانئ ستستأنف الأسبوع المقبل.",
    "ko": "정부는 화요일 항만 노조와의 협상이 다음 주에 재개될 것이라고 발표했다.",
}


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_another_language_is_named(code: str) -> None:
    assert judge(OTHERS[code], None) == code
    assert judge(OTHERS[code], "en") == code


def test_english_stays_english_whatever_the_names() -> None:
    names = (
        "Kim Hyun-jong met Park Ji-won, Lee Sang-ho, Choi Min-seok and Yoon Seo-jun in Pyeongtaek on Tuesday"
    )
    assert judge(names + ", the unions of Ulsan and Incheon said.", None) == "en"
    assert judge(names, None) in ("en", None)


def test_short_texts_are_not_judged_and_metadata_decides() -> None:
    assert judge("Bonjour à tous", None) is None
    assert judge("Bonjour à tous", "fr-FR") == "fr"
    assert judge("No deal.", "en-US") == "en"
    assert judge("No deal.", "klingon") is None


def test_a_code_has_a_name() -> None:
    assert full_name("fr") == "fr (French)"
