"""Lines that are not the article's own words, and lines that look like them and are."""

import pytest

from twosource.intake.furniture import is_furniture, is_label, lines_of

FURNITURE = [
    "World News",
    "Politics",
    "World > Asia Pacific",
    "OPINION",
    "More news: Ferry company buys two ships",
    "Read also: Why the harbour strike matters",
    "READ MORE Harbour strike enters its third week",
    "Read more",
    "Related: Five charts on the budget",
    "Don’t miss: A night on the docks",
    "Watch: Ministers leave the palace",
    "See also – Freedonia's long road to a budget",
    "More: Union calls the offer 'an insult'.",
    "Sign up for our newsletter",
    "Sign up for the morning briefing, in your inbox at six.",
    "Subscribe to our channel",
    "Click here to see the vote in full",
    "Follow us on Twitter",
    "Follow Ann Lee on Twitter @annlee_ledger.",
    "Share this article",
    "We use cookies to improve your experience on this site.",
    "By continuing to use this site you agree to our terms.",
    "© 2019 The Harbour Ledger",
    "Copyright 2019 The Harbour Ledger. All rights reserved.",
    "(c) 2019 Harbour Broadcasting. All rights reserved. Not to be copied without permission.",
    "(Photo: Ann Lee)",
    "FILE - In this May 3, 2019, file photo, dockers march past the town hall in Port Anselm.",
    "FILE PHOTO: Dockers march past the town hall",
    "Photograph: Ann Lee/Getty Images",
    "Dockers march past the town hall in Port Anselm on Friday. (AP Photo/Ann Lee)",
    "Dockers march past the town hall. REUTERS/Ann Lee",
    "Ann Lee via Getty Images.",
    "Getty.",
    "The union votes to strike; chief labour correspondent Ann Lee reports from Port Anselm, Freedonia.",
    "Story continues below",
    "ADVERTISEMENT",
    "Read the rest here.",
    "Reporting by Ann Lee; Editing by Bo Karlsen",
    "(Reporting by Ann Lee in Port Anselm; Writing by Bo Karlsen)",
    "Ann Lee contributed to this report.",
    "Bo Karlsen contributed reporting from Port Anselm and Mia Strand from Westmark.",
    "This story has been updated.",
    "This article was updated to include comments from the port authority.",
    "Also on HarbourPost:",
    "Karlsen reported from Westmark.",
    "Watch the full interview with Keller below:",
    "Read the rest of the story here.",
    "(h/t Harbour Watch.)",
    "This is a developing story and will be updated.",
    "3 min read",
    "214 comments",
    "2 hours ago",
    "* * *",
]

PROSE = [
    "More news is expected from the palace on Friday.",
    "Watch prices, the bank said, and the rest will follow.",
    "Related charges against two dockers were dropped in May.",
    "Read in full, the agreement gives the union less than it asked for.",
    "Follow the money, the auditor told parliament.",
    "Sign up for coverage ended in January, the health ministry said.",
    "Subscribe to that theory and the strike makes sense.",
    "Share prices fell 4 percent after the vote.",
    "Photographs of the ship showed no damage.",
    "Copyright law was the judge's main concern.",
    "Wages contributed to inflation, the central bank said.",
    "Keller contributed $2,700 to the fund.",
    "The correspondent said that the army had left the town.",
    "The editor of the Ledger, Ann Lee, reported the threat to the police.",
    "this story has been updated to say that the minister confirmed the vote.",
    "By continuing the strike, the union risks a fine.",
    "Follow that logic and no budget would ever pass.",
    '"Video: I saw the ship burn," he told the inquiry, "and they said it was only a video."',
    "Politics is never far from the harbour.",
    "Reporting by the inquiry showed that two ships were unsafe.",
    "The minister arrived late (Reuters had said noon).",
    "Advertising fell by a third.",
    "The army reported from Westmark that the bridge was lost.",
    "See the union's vote as a warning, he told the ministers who had come here.",
    "Business leaders welcomed the ceasefire.",
    "Comments were not available from the palace.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_the_pages_own_words_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_not_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_a_label_is_a_section_or_a_path_of_them() -> None:
    assert is_label("World | Europe")
    assert not is_label("World leaders meet")


def test_lines_are_cut_at_both_kinds_of_end_and_keep_their_places() -> None:
    text = "  One. \r\n\r\nTwo.\rThree.\n"
    found = [(line.start, line.end, line.text) for line in lines_of(text)]
    assert [text[start:end] for start, end, _ in found] == [line for *_, line in found]
    assert [line for *_, line in found] == ["One.", "Two.", "Three."]
