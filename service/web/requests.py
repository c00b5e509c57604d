"""What may be asked, over HTTP and on the command line: shapes of what comes in. Knows no web framework."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal, NotRequired, TypeVar, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictInt,
    ValidationError,
    WithJsonSchema,
)
from typing_extensions import TypedDict

from models.base import Stance
from service.domain.claims import Statement
from service.domain.comparisons import Dismissal, Relation
from service.errors import BadInputError

LONGEST_STATEMENT = 20_000
"""Code points; a statement is a sentence or a few, never an article."""

SAID_FIELDS = 5
"""How many of the fields that are wrong are named in the sentence; the list names all."""

Body = TypeVar("Body", bound=BaseModel)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class FieldError(TypedDict):
    """One thing wrong with a request: what, and where (a JSON pointer, or a parameter's name)."""

    detail: str
    pointer: NotRequired[str]
    parameter: NotRequired[str]


class InvalidFieldsError(BadInputError):
    """What was given has fields that cannot be used; `fields` names each."""

    def __init__(self, fields: Sequence[FieldError]) -> None:
        self.fields = list(fields)
        said = [f"{place_of(field)}: {field['detail']}." for field in self.fields[:SAID_FIELDS]]
        more = len(self.fields) - len(said)
        super().__init__(" ".join(said) + (f" And {more} more." if more else ""))


def _iso(value: str) -> str:
    if not _DAY.match(value):
        raise ValueError("write the date as 2025-12-08 or 2025-12-08T14:30:00Z")
    try:
        # The day by itself first: readers of a statement look at its first ten characters.
        date.fromisoformat(value[:10])
        datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"write the date as 2025-12-08 or 2025-12-08T14:30:00Z ({error})") from error
    return value


def _string_or_integer(value: object) -> object:
    # A union of the two would take true for 1, and give each refusal twice.
    if value is not None and type(value) not in (str, int):
        raise ValueError("give a string or an integer")
    if isinstance(value, str) and not value.isascii():
        value.encode()  # half of a surrogate pair could not be given back; UnicodeError is a ValueError
    return value


Moment = Annotated[
    str,
    AfterValidator(_iso),
    WithJsonSchema(
        {
            "type": "string",
            "anyOf": [{"format": "date"}, {"format": "date-time"}],
            "examples": ["2025-12-08"],
            "description": "ISO 8601, a day or a moment.",
        }
    ),
]
PairId = Annotated[
    Any,
    AfterValidator(_string_or_integer),
    WithJsonSchema({"type": ["string", "integer", "null"], "description": "Given back as it is."}),
]
Words = Annotated[str, Field(min_length=1, max_length=LONGEST_STATEMENT, pattern=r"\S")]
Name = Annotated[str, Field(max_length=1_000)]
Note = Annotated[str, Field(max_length=10_000)]


class PairSide(BaseModel):
    """One side of a pair: the words, and what is known of who said them, where and when."""

    model_config = ConfigDict(extra="ignore")

    text: Words
    speaker: Name | None = None
    stance: Stance | None = None
    outlet: Name | None = None
    published_at: Moment | None = None
    title: Name | None = None
    context: str | None = None
    language: Name | None = Field(default=None, description="ISO 639-1; taken for a known one when left out.")


class Pair(BaseModel):
    """One line of PAIRS.jsonl; unknown keys (labels, notes) are passed over."""

    model_config = ConfigDict(extra="ignore")

    id: PairId = None
    a: PairSide
    b: PairSide


class FiltersBody(BaseModel):
    """Which stored claims may answer a query: outlets, and days of publication (both ends included)."""

    model_config = ConfigDict(extra="forbid")

    outlets: list[Name] = Field(default=[], max_length=1_000)
    since: Moment | None = None
    until: Moment | None = None


class QueryBody(BaseModel):
    """A claim to find related claims for."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "text": "Russian officials welcomed the new US national security strategy",
                    "published_at": "2025-12-08",
                    "limit": 20,
                    "filters": {"since": "2025-12-01"},
                }
            ]
        },
    )

    text: Words
    speaker: Name | None = None
    published_at: Moment | None = None
    outlet: Name | None = None
    limit: StrictInt = Field(default=20, ge=1, le=100)
    filters: FiltersBody = FiltersBody()


class JudgementBody(BaseModel):
    """What a person says of a comparison: a relation, or that it is a false alarm or not worth showing."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"verdict": "false_alarm", "note": "Two different bridges."}]},
    )

    verdict: Literal[Relation, Dismissal]
    note: Note = ""
    judged_by: Name | None = None
    blind: bool = Field(default=False, description="Given before the machine's verdict was shown.")


class ReviewerBody(BaseModel):
    """Who reviews; `blind` as in the question for the next pair."""

    model_config = ConfigDict(extra="forbid")

    judged_by: Name | None = None
    blind: bool = False


class ArticleBody(BaseModel):
    """An article; exactly one of `text` and `html` is required, unknown keys are passed over.

    Only shown in the API's description: intake reads articles, for the command line too.
    """

    id: str | None = Field(default=None, description="Names it within its outlet; else the URL does.")
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published_at: str | None = Field(default=None, description="In any form; two readings are both kept.")
    author: str | None = None
    language: str | None = Field(default=None, description="ISO 639-1; found from the text when left out.")
    origin: str | None = Field(default=None, description="Who wrote it first; `source` of a feed's entry says it too.")
    text: str | None = Field(default=None, description="Stored as it is; offsets count its code points.")
    html: str | None = Field(default=None, description="A page; the text extracted from it is stored.")


def statement_of(form: PairSide | Mapping[str, object]) -> Statement:
    """The statement of one side of a pair; raises InvalidFieldsError for a form that is not one."""
    side = form if isinstance(form, PairSide) else _checked(PairSide, form)
    return Statement(**side.model_dump())


def read_pair(given: Mapping[str, object]) -> tuple[str | int | None, tuple[Statement, Statement]]:
    """The id and the two statements of a line of PAIRS.jsonl; raises InvalidFieldsError."""
    pair = _checked(Pair, given)
    return pair.id, (statement_of(pair.a), statement_of(pair.b))


def pointer_to(*path: str | int) -> str:
    """The JSON pointer (RFC 6901) as a fragment: ("a", "text") is #/a/text."""
    return "#" + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def place_of(field: FieldError) -> str:
    """Where a field error is, for reading."""
    return field.get("pointer") or field.get("parameter") or "#"


def said_of(error: Mapping[str, Any]) -> str:
    """What pydantic says of an error, without its own prefix and full stop."""
    return str(error["msg"]).removeprefix("Value error, ").rstrip(".")


def _checked(model: type[Body], given: object) -> Body:
    try:
        return model.model_validate(given)
    except ValidationError as error:
        fields: list[FieldError] = [
            {"pointer": pointer_to(*one["loc"]), "detail": said_of(cast(dict[str, Any], one))} for one in error.errors()
        ]
        raise InvalidFieldsError(fields) from error
