import pytest

from tests.reading.casting import actor, cast_of_text, mentions


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Vice President-elect Mara Penn came to Lisbon on Monday.", "Mara Penn", "Vice President-elect"),
        ("President-elect Otto J. Brandt came to Lisbon.", "Otto J. Brandt", "President-elect"),
        (
            "The Director of National Intelligence James Clover spoke on Monday.",
            "James Clover",
            "Director of National Intelligence",
        ),
        ("Senate President Pro Tem David Longo wrote.", "David Longo", "Senate President Pro Tem"),
        ("House Majority Leader Sara Giddens said so.", "Sara Giddens", "House Majority Leader"),
        ("The union's president, Ana Roe, spoke.", "Ana Roe", "union's president"),
    ],
)
def test_the_name_behind_an_office_is_the_person_and_the_office_is_the_role(
    text: str, name: str, role: str
) -> None:
    assert role in actor(text, name).roles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bureau fired Special Agent Strauss. Strauss will appeal.", "Strauss"),
        ("Democratic Senators Sheldon Whitfield and Anna Roe objected.", "Sheldon Whitfield"),
    ],
)
def test_an_office_in_the_plural_or_of_two_words_is_no_part_of_a_name(text: str, name: str) -> None:
    assert actor(text, name).type == "person"


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Our very able Deputy Secretary of Transport, Patrick Shannon, will take over.", "Secretary"),
        ("The Deputy Director, as the senior official, has seen it.", "Director"),
        ('"Open the office, Mr. President," he said.', "President"),
        ("The mayors of Minneapolis and St. Paul condemned it.", "Paul"),
        ("She defeated fellow California congresswoman Barbara Lindt.", "California"),
        ("Bank of Norland and General Electronics submitted briefs.", "Electronics"),
        ("The Executive Branch is bound by the ruling.", "Branch"),
        ("He spoke of Martin Luther King Jr. and of hope.", "Jr."),
    ],
)
def test_what_stands_behind_an_office_is_not_always_a_person(text: str, nobody: str) -> None:
    people = [a.name for a in cast_of_text(text) if a.type == "person"]
    assert nobody not in people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. King resigned on Monday.", "King"),
        ("General Osei resigned on Monday.", "Osei"),
        ("Chief Inspector Ana Lund resigned.", "Ana Lund"),
        ("Executive Director Bo Lund resigned.", "Bo Lund"),
    ],
)
def test_such_names_and_offices_of_people_stay(text: str, name: str) -> None:
    assert actor(text, name).type == "person"


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Students need Pell Grants, he said.", "Pell Grants"),
        ("She gave the Whitmore Lecture. Whitmore Lecture has begun.", "Whitmore Lecture"),
        ("He took Vitamin B12 on Monday.", "Vitamin B12"),
        ("Rep. Owen Hart, R-Wis., asked for time.", "Wis."),
    ],
)
def test_a_thing_is_no_actor(text: str, thing: str) -> None:
    assert thing not in [a.name for a in cast_of_text(text)]


def test_a_paper_is_a_body() -> None:
    assert actor("Boston Gazette columnist Ana Cohen came.", "Boston Gazette").type == "organization"


def test_a_given_name_outweighs_the_last_word() -> None:
    assert actor("Grace Summit said she would vote.", "Grace Summit").type == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President Otto Brandt and first lady Milena Brandt came. Brandt thanked the doctors.",
            "Otto Brandt",
        ),
        ("Tom Hutton spoke for his son, Seth Hutton. Hutton signed the bill.", "Tom Hutton"),
    ],
)
def test_the_family_name_alone_is_not_the_kin_s(text: str, name: str) -> None:
    family = name.split()[1]
    assert family in actor(text, name).aliases


def test_where_somebody_holds_office_is_a_part_of_how_he_is_called() -> None:
    text = "Senator Mitch Lund of Nebraska voted no. Lund had no comment."
    assert "Senator Mitch Lund of Nebraska" in actor(text, "Mitch Lund").aliases


def test_an_office_of_something_else_is_somebody_else_s() -> None:
    text = "Defense Secretary Jim Mora resigned. Tom Prine stepped aside as secretary of health last fall."
    assert actor(text, "Jim Mora").aliases == ()
    text = "Defense Secretary Jim Mora resigned. The secretary of trade stayed. The defense secretary wept."
    assert actor(text, "Jim Mora").aliases == ("the defense secretary",)


def test_a_son_introduced_late_is_not_whom_the_form_of_address_means() -> None:
    text = "President Roe put the ban off. Mr. Roe spoke on Friday. A photo showed Ben Roe Jr. with a gun."
    assert actor(text, "Ben Roe Jr.").aliases == ()
    assert "Mr. Roe" in actor(text, "Roe").aliases


_FAMILY = (
    "Mayor Jonas Halden, who runs the port of Brekke, has an unlikely critic of his new toll: his son, Erik "
    "Halden. “My father is wrong on this,” Erik Halden said on Monday. "
)


def test_the_form_of_address_takes_up_the_relative_whom_the_report_tells_of() -> None:
    text = _FAMILY + "Mr. Halden works on a ferry. “We pay enough as it is,” he said."
    assert mentions(text, "Erik Halden", "pronoun") == ["he"]
    assert "Mr. Halden" in actor(text, "Erik Halden").aliases
    text = "Mayor Jonas Halden has a plan. His brother, Erik Halden, likes it. Mr. Halden thanked him."
    assert "Mr. Halden" in actor(text, "Jonas Halden").aliases


def test_the_younger_is_the_son() -> None:
    text = _FAMILY + "The younger Mr. Halden wrote to the council in May."
    assert "Mr. Halden" in actor(text, "Erik Halden").aliases
    assert "Mr. Halden" not in actor(text, "Jonas Halden").aliases


def test_the_office_is_not_that_of_a_holder_named_in_passing() -> None:
    text = (
        "Mayor Jonas Halden of Brekke, a former teacher, wants a toll. Jonas Halden has led the city since "
        "2011. Erik Dahl studied in Lund under another mayor, Mayor Nils Berg. Dahl later moved to a small "
        "island far up the coast, bought a boat there, and spent several years fishing for cod and hunting "
        "seals before coming back to the mainland for good. On Friday, the mayor withdrew the plan."
    )
    assert "the mayor" in mentions(text, "Jonas Halden", "nominal")


def test_a_former_office_of_another_kind_leaves_the_present_one() -> None:
    text = "Gov. Ana Roe, a former judge, met former Gov. Bo Lind on Monday. The governor praised the dam."
    assert "The governor" in mentions(text, "Ana Roe", "nominal")
    text = "Gov. Ana Roe met Gov. Bo Lind of the next state on Monday. The governor praised the dam."
    assert "The governor" not in mentions(text, "Ana Roe") + mentions(text, "Bo Lind")
