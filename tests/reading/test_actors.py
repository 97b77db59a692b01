import pytest

from tests.reading.casting import actor, cast_of_text, mentions
from twosource.language import Language
from twosource.reading.actor_names import name_edges


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Park Min-jun opened the talks. Park Min Jun left early. Park smiled.",
            "Park Min-jun",
            ["Park Min-jun", "Park Min Jun", "Park"],
        ),
        ("José Peña spoke. Jose Pena left.", "José Peña", ["José Peña", "Jose Pena"]),
        ("Robert Hale spoke. Bob Hale smiled.", "Robert Hale", ["Robert Hale", "Bob Hale"]),
        (
            "Jan-Erik Holm resigned. Jan Erik Holm had led the bank.",
            "Jan-Erik Holm",
            ["Jan-Erik Holm", "Jan Erik Holm"],
        ),
        (
            "Anna Lindqvist spoke first. Lindqist said no more.",
            "Anna Lindqvist",
            ["Anna Lindqvist", "Lindqist"],
        ),
        ("President Ana Ruiz met Tom Lindqvist. Ruiz thanked him.", "Ana Ruiz", ["Ana Ruiz", "Ruiz"]),
        ("Ana Ruiz was relieved. Ruiz's offer pleased the union.", "Ana Ruiz", ["Ana Ruiz", "Ruiz"]),
        ("Finance Minister Carla Mendes resigned on Monday.", "Carla Mendes", ["Carla Mendes"]),
        (
            "The Central Grain Board cut prices. The CGB will meet.",
            "Central Grain Board",
            ["Central Grain Board", "CGB"],
        ),
    ],
)
def test_spellings_of_one_name_are_one_actor(text: str, name: str, words: list[str]) -> None:
    assert mentions(text, name, "name") == words


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz said she would resign.",
        "Talks were held in Lisbon. Ana Ruiz stayed in Lisbon.",
        "Ana Ruiz, who leads the union, met Tom Reed, who leads the port.",
        "Tom Reed met Ana Ruiz.",
    ],
)
def test_a_person_whom_the_model_overlooks_is_found_by_the_given_name(text: str) -> None:
    assert actor(text, "Ana Ruiz").type == "person"


def test_two_people_of_one_family_name_stay_apart_and_the_bare_name_joins_neither() -> None:
    text = "Maria Costa met Pedro Costa in Lisbon. Costa said the deal was done."
    assert [a.name for a in cast_of_text(text) if a.type == "person"] == [
        "Maria Costa",
        "Pedro Costa",
        "Costa",
    ]


def test_a_form_of_address_tells_two_bearers_of_a_name_apart() -> None:
    text = "Maria Costa, 54, won the vote. Mrs. Costa sang. Pedro Costa, her brother, lost. Mr. Costa wept."
    assert mentions(text, "Maria Costa", "name") == ["Maria Costa", "Costa"]
    assert actor(text, "Maria Costa").aliases == ("Costa", "Mrs. Costa")
    assert "Mr. Costa" in actor(text, "Pedro Costa").aliases


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Finance Minister Carla Mendes resigned.", "Carla Mendes", ("Finance Minister",)),
        ("Union leader Jon Berg called it an insult.", "Jon Berg", ("Union leader",)),
        ("Secretary of State Paul Grant flew to Oslo.", "Paul Grant", ("Secretary of State",)),
        (
            "Ana Ruiz, a spokeswoman for the Harbor Union, said the strike would go on.",
            "Ana Ruiz",
            ("spokeswoman for the Harbor Union",),
        ),
        (
            "Jon Berg, the leader of the dockers' union, said no.",
            "Jon Berg",
            ("leader of the dockers' union",),
        ),
        ("Dr. Lena Hoff, head of the clinic, said patients were safe.", "Lena Hoff", ("head of the clinic",)),
        (
            "South Korea's president, Lee Ha-jun, flew home.",
            "Lee Ha-jun",
            ("South Korea's president",),
        ),
        ("The Freedonian ambassador, Karl Weiss, was expelled.", "Karl Weiss", ("Freedonian ambassador",)),
        ("Mr. Reed and Ms. Ortega signed the deal.", "Ortega", ()),
        ("Kim Osei and Lee Osei, two brothers, founded the firm.", "Kim Osei", ()),
    ],
)
def test_roles(text: str, name: str, roles: tuple[str, ...]) -> None:
    assert actor(text, name).roles == roles


def test_a_role_s_country_is_the_person_s() -> None:
    assert actor("U.S. Secretary of State Paul Grant flew to Oslo.", "Paul Grant").country == "US"
    assert actor("South Korea's president, Lee Ha-jun, flew home.", "Lee Ha-jun").country == "KR"
    assert actor("Union leader Jon Berg left.", "Jon Berg").country is None


def test_a_spokesman_for_somebody_is_not_that_somebody() -> None:
    text = "A spokesman for President Reed declined to comment."
    assert {a.name: a.type for a in cast_of_text(text)} == {
        "A spokesman for President Reed": "unnamed",
        "Reed": "person",
    }


def test_a_minister_s_portfolio_is_no_body() -> None:
    names = [a.name for a in cast_of_text("Jon Berg met Transport Minister Carla Mendes on Thursday.")]
    assert names == ["Jon Berg", "Carla Mendes"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Lisbon rejected the offer. The envoy flew to Lisbon.", "Portugal", ["Lisbon"]),
        ("Washington said on Friday that it would wait.", "United States", ["Washington"]),
        ("Turkey and Greece signed a treaty. Ankara hailed it.", "Turkey", ["Turkey", "Ankara"]),
        ("Paris and Madrid agreed on a pipeline.", "Spain", ["Madrid"]),
        ("The talks between Vienna and Prague failed.", "Austria", ["Vienna"]),
        ("The Kremlin laughed. Downing Street was silent.", "Russia", ["Kremlin"]),
        ("Oslo warned Stockholm. The Swedes shrugged.", "Sweden", ["Stockholm", "Swedes"]),
        (
            "The German government fell. Germany's regime is old. Berlin was calm.",
            "Germany",
            ["The German government", "Germany", "Germany's regime", "Berlin"],
        ),
        (
            "Norwegians voted on Sunday. The Norwegian government resigned.",
            "Norway",
            ["Norwegians", "The Norwegian government"],
        ),
    ],
)
def test_what_stands_for_a_country(text: str, name: str, words: list[str]) -> None:
    found = actor(text, name)
    assert found.type == "country"
    assert [text[m.start : m.end] for m in found.mentions if m.kind != "pronoun"] == words


@pytest.mark.parametrize(
    "text",
    [
        "Talks were held in Lisbon.",
        "Ministers met near Vienna.",
        "Paris Match covered the race.",
        "Georgia Lind waited.",
    ],
)
def test_a_place_or_a_part_of_another_name_is_no_country_that_acts(text: str) -> None:
    assert not [a for a in cast_of_text(text) if a.type == "country"]


def test_the_north_and_the_south_are_the_countries_of_the_report() -> None:
    text = "North Korea and South Korea talked. The North walked out. The South waited."
    assert mentions(text, "North Korea") == ["North Korea", "The North"]
    assert mentions(text, "South Korea") == ["South Korea", "The South"]
    assert actor(text, "North Korea").country == "KP"
    lonely = cast_of_text("The train went to the north. The North is cold.")
    assert not [a for a in lonely if a.type == "country"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A senior official with the port authority said it was dead.",
            "A senior official with the port authority",
        ),
        ("Two officials said the deal was dead.", "Two officials"),
        ("Some experts doubted the data.", "Some experts"),
        ("One diplomat said the plan was dead.", "One diplomat"),
        ("The mayor said he would sue.", "mayor"),
    ],
)
def test_sources_without_a_name_are_actors_of_their_own(text: str, name: str) -> None:
    assert actor(text, name).type == "unnamed"


@pytest.mark.parametrize("second", ["Another official", "A second official", "An official"])
def test_another_source_is_another_actor(second: str) -> None:
    text = f"An official said the deal was dead. {second} denied that."
    assert len([a for a in cast_of_text(text) if a.type == "unnamed"]) == 2


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        (
            "Finance Minister Carla Mendes resigned. The minister gave no reason.",
            "Carla Mendes",
            "The minister",
        ),
        ("Governor Maria Costa spoke. The governor was tired.", "Maria Costa", "The governor"),
        ("The Harbor Union called a strike. The union wants more pay.", "Harbor Union", "The union"),
        ("The Foreign Ministry protested. The ministry will act.", "Foreign Ministry", "The ministry"),
        ("The National Grain Board cut prices. The board met.", "National Grain Board", "The board"),
        (
            "The Freedonian ambassador, Karl Weiss, was expelled. The ambassador left.",
            "Karl Weiss",
            "The ambassador",
        ),
        ("Union calls off strike\n\nThe Harbor Union ended its strike.", "Harbor Union", "Union"),
    ],
)
def test_a_description_is_the_one_actor_whose_role_or_name_it_repeats(
    text: str, name: str, word: str
) -> None:
    assert word in mentions(text, name, "nominal")


def test_the_office_is_its_holder_s_not_the_former_holder_s() -> None:
    text = (
        "Prime Minister Freya Dahl resigned. Former prime minister Nils Dahl kept silent. "
        "The prime minister wept."
    )
    assert mentions(text, "Freya Dahl", "nominal")[-1] == "The prime minister"


def test_a_description_that_two_fit_is_neither() -> None:
    text = "Governor Maria Costa and Governor Lena Hoff met. The governor was tired."
    assert all("The governor" not in mentions(text, n) for n in ("Maria Costa", "Lena Hoff"))


def test_a_possessor_is_not_the_thing_possessed() -> None:
    text = "Berg's lawyer rejected the claim. Jon Berg stayed away."
    assert actor(text, "Jon Berg").mentions[0].end == len("Berg")
    assert len(cast_of_text(text)) == 2


def test_mentions_stand_in_order_and_ids_follow_first_mention() -> None:
    text = "Jon Berg met Carla Mendes. Mendes thanked Berg. Peru sent an envoy."
    cast = cast_of_text(text)
    assert [a.id for a in cast] == [f"a{n + 1}" for n in range(len(cast))]
    firsts = [a.mentions[0].start for a in cast]
    assert firsts == sorted(firsts)
    assert all(list(a.mentions) == sorted(a.mentions, key=lambda m: m.start) for a in cast)


def test_boilerplate_names_nobody() -> None:
    from tests.reading.quoting import language
    from twosource.model import Report, Span
    from twosource.reading.actors import find_actors
    from twosource.reading.document import lay_out

    text = "Read also: Jon Berg quits.\nCarla Mendes resigned."
    report = Report(id="r1", text=text, furniture=(Span(start=0, end=26),))
    assert [a.name for a in find_actors(lay_out([report], language())[0]).actors] == ["Carla Mendes"]


def test_an_office_cut_short_is_the_office_described() -> None:
    text = (
        "Gov. Ana Ruiz vetoed the ferry bill on Monday. Gov. Bo Lund of the next state signed one. "
        "Ruiz spoke for an hour. Ruiz left. As a reason, the governor said the ferries were safe."
    )
    assert "the governor" in mentions(text, "Ana Ruiz", "nominal")


def test_a_day_behind_a_name_is_no_part_of_it(language: Language) -> None:
    (parse,) = language.parse(["Ana Ruiz Monday called for a new ferry."])
    assert name_edges(parse, 0, 3, "person") == (0, 2)
    assert [a.name for a in cast_of_text("President Ruiz Monday called for a new ferry.")] == ["Ruiz"]


def test_a_relative_of_somebody_is_no_role() -> None:
    text = "Ana Ruiz, whose six-year-old son, Bo, was hurt, spoke first."
    assert actor(text, "Ana Ruiz").roles == ()


def test_who_has_an_age_is_a_person() -> None:
    text = "Noor Nathan, 47, lives near the port. He said he had heard the ferry."
    assert actor(text, "Noor Nathan").type == "person"
    assert "He" in mentions(text, "Noor Nathan", "pronoun")


def test_an_entity_of_marks_alone_is_no_name() -> None:
    assert cast_of_text("next - ) - - (") == ()


def test_a_full_name_outweighs_the_labels_of_its_family_name() -> None:
    text = (
        "President Ana Castrol opened the port. Castrol signed the bill. Castrol has never asked for money. "
        "Castrol vetoed it."
    )
    assert [a.type for a in cast_of_text(text) if "Castrol" in a.name] == ["person"]


def test_of_two_presidents_the_one_just_named_is_meant() -> None:
    text = (
        "President Ana Ruiz of Norland met President Jon Berg in May. Ms. Ruiz has been in office for two "
        "years, and Ms. Ruiz hopes for a treaty. Ms. Ruiz met the king on Monday to talk about fish and the "
        "border. {} Still, Mr. Berg welcomed the plan. “It is good,” the president said."
    )
    weather = "Storms had taken two bridges and the only road that leads to the north of the island. " * 5
    assert mentions(text.format(weather), "Jon Berg")[-1] == "the president"
    between = text.format("Nobody knew why.")
    assert "the president" not in mentions(between, "Jon Berg") + mentions(between, "Ana Ruiz")
