"""Which language a text is written in."""

import functools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

DEFAULT = "en"
"""What a text counts as that is too short or too mixed to tell."""

_BEYOND_LATIN = re.compile("[^\x00-\u024f]+")
_FEWEST_LETTERS = 20
_SURE = 0.5
_ENOUGH = 4_000  # a text that goes on in another language is in the one it begins with


def find_language(text: str, *, given: str | None = None) -> str:
    """The ISO 639-1 code of the language of `text`: `given` if it is one ("en", "pt-BR"), else detected.

    Texts without letters count as English, and so do texts in Latin letters that are shorter than 20 letters
    or that the model is not sure of.
    """
    named = (given or "").strip().lower().replace("_", "-").partition("-")[0]
    if named in _labels():
        return named
    beginning = text[:_ENOUGH]
    in_latin = sum(map(str.isalpha, _BEYOND_LATIN.sub("", beginning)))
    letters = in_latin + sum(map(str.isalpha, "".join(_BEYOND_LATIN.findall(beginning))))
    latin = in_latin * 2 >= letters
    if latin and letters < _FEWEST_LETTERS:
        return DEFAULT
    language, sureness = _load_identifier().classify(beginning)
    return DEFAULT if latin and sureness < _SURE else str(language)


@functools.cache
def _labels() -> frozenset[str]:
    return frozenset(label for label in _load_identifier().labels if len(label) == 2)


@functools.cache
def _load_identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
