"""Countries and bodies by any of their names, and what only looks like one."""

import pytest

from service.domain.bodies import find_bodies, find_body_mentions


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Kremlin and Moscow answered.", ("Russia",)),
        ("Washington answered.", ("United States",)),
        ("The Washington Courier answered.", ("United States",)),
        ("The Washington Post answered.", ()),
        ("A graduate of George Washington University answered.", ()),
        ("They left the Paris Agreement.", ()),
        ("They left Paris in agreement.", ("France",)),
        ("Give us polish.", ()),
    ],
)
def test_names_are_found_and_longer_names_of_other_things_are_not(text: str, bodies: tuple[str, ...]) -> None:
    assert find_bodies(text) == bodies


def test_the_people_are_told_from_the_state() -> None:
    text = "Russians and the Russian government, Americans and the United States"
    assert [(m.span.of(text), m.people) for m in find_body_mentions(text)] == [
        ("Russians", True),
        ("Russian", False),
        ("Americans", True),
        ("United States", False),
    ]
