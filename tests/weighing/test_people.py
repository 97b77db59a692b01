import pytest

from twosource.model import Actor, ActorType, Mention, Reading, RecordActor, Report
from twosource.weighing.people import merge_actors


def person(name: str, times: int = 1, **more: object) -> Actor:
    return made(name, "person", times, True, **more)


def made(name: str, kind: ActorType, times: int = 1, named: bool = True, **more: object) -> Actor:
    """An actor with this many mentions; its id is its name, its places do not matter."""
    mentions = tuple(
        Mention(start=n * 10, end=n * 10 + 5, kind="name" if named else "nominal") for n in range(times)
    )
    return Actor(id=name, name=name, type=kind, mentions=mentions, **more)  # type: ignore[arg-type]


def merged(*reports: list[Actor]) -> tuple[RecordActor, ...]:
    """The actors of reports r1, r2, …"""
    readings = [
        Reading(report=Report(id=f"r{n}", text="x" * 500), actors=tuple(actors))
        for n, actors in enumerate(reports, 1)
    ]
    actors, actor_of = merge_actors(readings)
    assert [a.id for a in actors] == [f"a{n + 1}" for n in range(len(actors))]
    assert set(actor_of) == {(r.report.id, a.id) for r in readings for a in r.actors}
    assert sum(len(a.mentions) for a in actors) == sum(len(a.mentions) for r in readings for a in r.actors)
    return actors


def names(*reports: list[Actor]) -> list[str]:
    return [a.name for a in merged(*reports)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Park Min-jun", "Park Min Jun"),
        ("José Peña", "Jose Pena"),
        ("Anna Lindqvist", "Anna Lindkvist"),
        ("Robert Hale", "Bob Hale"),
        ("Lena B. Hoff", "Lena Hoff"),
        ("Mike Hale", "Michael Hale"),
        ("Volodymyr Halinsky", "Volodymyr Halinskyy"),
        ("Mohammed Karimi", "Muhammad Karimi"),
        ("Taher Qadiri", "Taher Gadiri"),
        ("Kovacs Bela", "Bela Kovacs"),
        ("Byron Todd Hale", "Todd Hale"),
        ("Ben Hale Jr.", "Ben Hale"),
    ],
)
def test_spellings_of_one_person_are_one_actor(a: str, b: str) -> None:
    found = merged([person(a)], [person(b)])
    assert len(found) == 1
    assert {found[0].name, *found[0].aliases} == {a, b}
    assert [m.report for m in found[0].mentions] == ["r1", "r2"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maria Costa", "Pedro Costa"),
        ("Park Min-jun", "Park Ha-jun"),
        ("Tom Reed", "Tom Reid"),
        ("Lena Maria Hoff", "Lena Eva Hoff"),
        ("George W. Hale", "George H.W. Hale"),
        ("Ben Hale Jr.", "Ben Hale Sr."),
    ],
)
def test_people_of_like_names_stay_apart(a: str, b: str) -> None:
    assert sorted(names([person(a)], [person(b)])) == sorted([a, b])


def test_one_name_in_two_countries_is_two_people() -> None:
    assert len(merged([person("Ana Ruiz", country="ES")], [person("Ana Ruiz", country="MX")])) == 2
    assert len(merged([person("Ana Ruiz", country="ES")], [person("Ana Ruiz")])) == 1


def test_a_bare_family_name_joins_its_one_bearer() -> None:
    found = merged([person("Ana Ruiz"), person("Jon Berg")], [person("Ruiz")])
    assert [a.name for a in found] == ["Ana Ruiz", "Jon Berg"]
    assert found[0].aliases == ("Ruiz",)


def test_a_bare_family_name_that_two_bear_joins_neither() -> None:
    assert names([person("Maria Costa"), person("Pedro Costa")], [person("Costa")]) == [
        "Maria Costa",
        "Pedro Costa",
        "Costa",
    ]


def test_a_bare_family_name_is_the_bearer_s_that_the_story_is_about() -> None:
    found = merged(
        [person("Maria Costa", 9), person("Pedro Costa")], [person("Maria Costa", 4)], [person("Costa", 2)]
    )
    assert [(a.name, len(a.mentions)) for a in found] == [("Maria Costa", 15), ("Pedro Costa", 1)]


def test_a_bare_name_taken_for_a_body_is_the_person_of_other_reports() -> None:
    found = merged([person("Grace Okafor")], [made("Okafor", "organization")])
    assert [(a.name, a.type) for a in found] == [("Grace Okafor", "person")]


def test_father_and_son_of_one_report_stay_two_in_the_story() -> None:
    found = merged(
        [person("Ben Hale"), person("Ben Hale Jr.")], [person("Ben Hale Jr.")], [person("Ben Hale")]
    )
    assert [(a.name, len({m.report for m in a.mentions})) for a in found] == [
        ("Ben Hale", 2),
        ("Ben Hale Jr.", 2),
    ]


def test_two_of_one_name_are_not_joined_by_a_third_spelling() -> None:
    found = names([person("George W. Hale")], [person("George H.W. Hale")], [person("George Hale")])
    assert len(found) == 2


def test_an_initial_or_junior_must_fit() -> None:
    assert names([person("Jonas Lind")], [person("J. Lind")]) == ["Jonas Lind"]
    assert names([person("Jonas Lind")], [person("K. Lind")]) == ["Jonas Lind", "K. Lind"]
    assert names([person("Ben Hale")], [person("Hale Jr.")]) == ["Ben Hale", "Hale Jr."]


def test_a_given_name_alone_is_the_one_who_bears_it() -> None:
    assert names([person("Lena Hoff")], [person("Lena")]) == ["Lena Hoff"]
    assert len(names([person("Lena Hoff"), person("Lena Berg")], [person("Lena")])) == 3


def test_the_type_that_most_reports_see_is_the_type() -> None:
    body, man = made("Brent Okafor", "organization"), person("Brent Okafor")
    assert [(a.name, a.type) for a in merged([man], [man], [body])] == [("Brent Okafor", "person")]
    chirp = made("Chirper", "organization")
    assert {a.type for a in merged([chirp], [chirp], [person("Chirper")])} == {"organization"}


def test_a_country_in_front_of_a_body_s_name_may_be_left_out() -> None:
    assert len(merged([made("U.S. Senate", "organization")], [made("Senate", "organization")])) == 1
    assert len(merged([made("American Airlines", "organization")], [made("Airlines", "organization")])) == 2


def test_countries_meet_by_their_code() -> None:
    found = merged(
        [made("Norway", "country", country="NO", aliases=("Oslo",))],
        [made("Norway", "country", country="NO")],
    )
    assert [(a.name, a.country, a.aliases) for a in found] == [("Norway", "NO", ("Oslo",))]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("State Department", "U.S. State Department"),
        ("Board of Trade", "the Board of Trade"),
        ("Central Grain Board", "CGB"),
        ("CGB", "Central Grain Board"),
    ],
)
def test_bodies_meet_by_words_or_initials(a: str, b: str) -> None:
    assert len(merged([made(a, "organization")], [made(b, "organization")])) == 1


def test_initials_that_two_bodies_share_join_neither() -> None:
    bodies = [made("Central Grain Board", "organization"), made("City Gas Bureau", "organization")]
    assert len(merged(bodies, [made("CGB", "organization")])) == 3


def test_unnamed_and_merely_described_actors_never_meet_across_reports() -> None:
    assert len(merged([made("an official", "unnamed")], [made("an official", "unnamed")])) == 2
    one, other = (made("ministry", "organization", named=False) for _ in range(2))
    assert len(merged([one], [other])) == 2


def test_the_name_is_the_full_one_that_most_reports_use_and_roles_are_ranked() -> None:
    found = merged(
        [person("Bob Hale", roles=("mayor",))],
        [person("Robert Hale", roles=("mayor of Orrin",))],
        [person("Robert Hale", roles=("mayor of Orrin",))],
    )[0]
    assert (found.name, found.aliases, found.roles) == (
        "Robert Hale",
        ("Bob Hale",),
        ("mayor of Orrin", "mayor"),
    )


def test_no_actor_no_merge() -> None:
    assert merged([], []) == ()


def test_a_family_name_goes_to_the_one_who_holds_the_office_beside_it() -> None:
    ours = [person("Otto Brandt", roles=("President",)), person("Milena Brandt", roles=("first lady",))]
    assert names(ours, [person("Brandt", roles=("President",))]) == ["Otto Brandt", "Milena Brandt"]
    assert names(ours, [person("Brandt")]) == ["Otto Brandt", "Milena Brandt", "Brandt"]


def test_the_heir_beside_the_bare_family_name_is_another_than_its_bearer_elsewhere() -> None:
    here = [person("Ben Hale Jr."), person("Hale", roles=("President",))]
    assert len(names(here, [person("Ben Hale", roles=("President",))])) == 2
    assert names([person("Ben Hale Jr.")], [person("Ben Hale")]) in (["Ben Hale Jr."], ["Ben Hale"])
