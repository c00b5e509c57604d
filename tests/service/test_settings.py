"""Settings from the environment: what may be written, and what is said of what may not."""

import pytest

from service.errors import SettingsError
from service.settings import load_settings


@pytest.mark.parametrize(
    ("written", "languages"),
    [
        ("de", ("de",)),
        ("en,de", ("en", "de")),
        (" en , de, ", ("en", "de")),
        ('["en", "de"]', ("en", "de")),
        (' ["de"]', ("de",)),
    ],
)
def test_languages_are_written_as_a_plain_list_or_as_json(monkeypatch, written, languages):
    monkeypatch.setenv("CROSSCLAIM_LANGUAGES", written)
    assert load_settings().languages == languages


@pytest.mark.parametrize(
    ("name", "written", "sentence"),
    [
        ("LANGUAGES", '["en"', 'is no list; write en, de or ["en", "de"].'),
        ("LANGUAGES", "", "should have at least 1 item"),
        ("LANGUAGES", "[]", "should have at least 1 item"),
        ("LANGUAGES", "[1]", "should be a valid string"),
        ("JOB_ATTEMPTS", "0", "should be greater than or equal to 1"),
        ("JOB_ATTEMPTS", "three", "should be a valid integer"),
        ("JOB_LEASE_SECONDS", "0", "should be greater than or equal to 1"),
        ("INDEX", "tree", "should be 'faiss' or 'exact'"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_it_may_be(monkeypatch, name, written, sentence):
    monkeypatch.setenv(f"CROSSCLAIM_{name}", written)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value).startswith(f"The settings cannot be used: CROSSCLAIM_{name}: ")
    assert sentence in str(raised.value)
    assert str(raised.value).endswith(". Set it anew, or leave it out.")


def test_what_is_given_comes_before_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("CROSSCLAIM_DATA", "elsewhere")
    monkeypatch.setenv("CROSSCLAIM_JOB_ATTEMPTS", "5")
    given = load_settings(data=tmp_path, job_attempts=None)
    assert (given.data, given.job_attempts, given.languages) == (tmp_path, 5, ("en",))
