"""What is remembered of texts is forgotten together, and nothing that takes words is remembered in another way."""

import ast
from pathlib import Path

from models.remembering import forget_all, forget_with_all, remembered

ROOT = Path(__file__).parents[1]
OWN = {"load_weights"}
"""They take arguments, and what they remember comes with the program."""


def test_what_is_remembered_is_read_once_until_all_is_forgotten():
    read, also = [], []

    @remembered(2)
    def count(text):
        """How long it is."""
        read.append(text)
        return len(text)

    forget_with_all(lambda: also.append(1))
    assert [count(text) for text in ("Velm", "Tarnby", "Velm")] == [4, 6, 4]
    assert read == ["Velm", "Tarnby"]
    assert (count.__name__, count.__doc__) == ("count", "How long it is.")
    forget_all()
    assert (count("Velm"), read, also) == (4, ["Velm", "Tarnby", "Velm"], [1])
    count("Quillan"), count("Eskil")
    assert count.cache_info().currsize == 2


def caches(tree):
    """The functions that `functools` remembers the results of."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            named = {ast.unparse(one).partition("(")[0].removeprefix("functools.") for one in function.decorator_list}
            if named & {"cache", "lru_cache"}:
                yield function


def test_whatever_takes_words_is_remembered_so_that_it_can_be_forgotten():
    files = [path for folder in ("models", "service") for path in (ROOT / folder).rglob("*.py")]
    found = [one for path in files for one in caches(ast.parse(path.read_text(encoding="utf-8")))]
    assert {one.name for one in found} >= OWN
    assert [one.name for one in found if ast.unparse(one.args) and one.name not in OWN] == []
