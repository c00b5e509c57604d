"""Who evaluates what, how, in which words: the appraisals of a sentence.

Forms: a verb of evaluation with its object ("criticised the plan"), an expressed attitude ("voiced optimism about"),
an attitude of being ("is sceptical of"), a framing ("described the plan as a mistake"), and their passives
("was welcomed by", "drew praise from"). What only may happen ("could condemn") is no appraisal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models import lexicon
from models import lexicon_appraisal as words
from models.attribution_phrases import (
    QUOTE,
    Phrase,
    Token,
    find_phrase_after,
    find_phrase_before,
    find_tokens,
    find_words_of,
    is_phrase_start,
    is_verb_like,
    skip_auxiliaries,
)
from models.attribution_quotes import Quotation
from models.attribution_subjects import find_clause_subject, find_subject
from models.base import Appraisal, Evaluation, Span

_UNREAL = frozenset("may might could if can should would've".split())
_NEGATED: dict[Evaluation, Evaluation] = {"welcomes": "sceptical", "optimistic": "sceptical"}
_ABOUT = frozenset("regarding about over regarding at for of toward towards on to with concerning against in".split())
_NOUN_LEFT = lexicon.DETERMINERS | lexicon.POSSESSIVES | (lexicon.PREPOSITIONS - {"to"})
_MERGE_GAP = 90
_COMPLEMENT = 14


def find_appraisals(
    text: str, sentence: Span, *, quotations: Sequence[Quotation] = (), previous_actor: str | None = None
) -> tuple[Appraisal, ...]:
    """Appraisals of the sentence in order, offsets in `text`; `previous_actor` is whom "they" or "both" mean."""
    tokens = find_tokens(text, sentence, quotations)
    found = [_resolve(a, previous_actor) for i in range(len(tokens)) for a in _find_at(text, tokens, i)]
    return tuple(_merge(text, found))


def _resolve(appraisal: Appraisal, previous_actor: str | None) -> Appraisal:
    pronoun = appraisal.actor.lower() in ("they", "he", "she", "it") or appraisal.actor.lower().startswith("both ")
    return replace(appraisal, actor=previous_actor) if pronoun and previous_actor else appraisal


def _merge(text: str, found: Sequence[Appraisal]) -> Iterator[Appraisal]:
    """Neighbouring words of one actor with one evaluation are one appraisal."""
    held: Appraisal | None = None
    for appraisal in found:
        if held and _belongs(held, appraisal):
            end = max(held.end, appraisal.end)
            held = replace(held, end=end, words=text[held.start : end], target=held.target or appraisal.target)
            continue
        if held:
            yield held
        held = appraisal
    if held:
        yield held


def _belongs(a: Appraisal, b: Appraisal) -> bool:
    return a.actor == b.actor and a.evaluation == b.evaluation and b.start - a.end < _MERGE_GAP


def _find_at(text: str, tokens: Sequence[Token], i: int) -> Iterator[Appraisal]:
    low = tokens[i].low
    framed = _find_framing(text, tokens, i) if low in words.FRAMING else None
    if framed:
        yield framed
    elif low in words.VERBS and (found := list(_find_verb(text, tokens, i, words.VERBS[low]))):
        yield from found
    elif i + 1 < len(tokens) and (low, tokens[i + 1].low) in words.PARTICLES:
        yield from _find_particle(text, tokens, i)
    elif low in words.NOUNS:
        yield from _find_noun(text, tokens, i)
    elif low in words.ADJECTIVES:
        yield from _find_adjective(text, tokens, i)


def _find_verb(text: str, tokens: Sequence[Token], i: int, evaluation: Evaluation) -> Iterator[Appraisal]:
    if not tokens[i].low.endswith(("ed", "ing")) and not _is_verb(tokens, i):
        return
    agent = find_phrase_after(tokens, i + 2) if i + 2 < len(tokens) and tokens[i + 1].low == "by" else None
    if agent:
        yield from _build(text, tokens, (i, i + 1), evaluation, (agent, _find_passive_target(tokens, i)))
        return
    if _is_passive(tokens, i):
        return
    target = find_phrase_after(tokens, i + 1)
    actor = _find_actor(tokens, i)
    if actor and (target or (i + 1 < len(tokens) and tokens[i + 1].low == QUOTE)):
        yield from _build(text, tokens, (i, i + 1), evaluation, (actor, target))


def _is_verb(tokens: Sequence[Token], i: int) -> bool:
    """ "supports the plan", not "supports for", "the support" or "traced back"."""
    if (
        i == 0
        or i + 1 >= len(tokens)
        or tokens[i - 1].low in _NOUN_LEFT
        or is_verb_like(tokens[i - 1]) != (tokens[i - 1].low in lexicon.AUXILIARIES)
    ):
        return False
    if tokens[i].low == "back" and tokens[i - 1].low not in lexicon.AUXILIARIES | {"to"}:
        return tokens[i - 1].low.endswith("s") and tokens[i + 1].low not in lexicon.PREPOSITIONS
    after = tokens[i + 1]
    if after.low in lexicon.PREPOSITIONS or after.low.endswith("ing"):
        return False
    return is_phrase_start(after) or after.text[0].islower()


def _is_passive(tokens: Sequence[Token], i: int) -> bool:
    if not tokens[i].low.endswith("ed"):
        return False
    j = skip_auxiliaries(tokens, i)
    return any(t.low in lexicon.BE_FORMS for t in tokens[j + 1 : i])


def _find_passive_target(tokens: Sequence[Token], i: int) -> Phrase | None:
    return find_phrase_before(tokens, skip_auxiliaries(tokens, i))


def _find_actor(tokens: Sequence[Token], i: int) -> Phrase | None:
    """Subject of the verb; of a participle or infinitive, the subject of the clause before."""
    if i == 0:
        return None
    if tokens[i].low.endswith("ing") and not _is_progressive(tokens, i):
        return (
            _find_nearest_subject(tokens, i) if tokens[i - 1].low in ("by", "and") else find_clause_subject(tokens, i)
        )
    found = find_subject(tokens, i, None)
    if found is None and tokens[i - 1].low == "to":
        return find_clause_subject(tokens, i)
    return found


def _find_nearest_subject(tokens: Sequence[Token], i: int) -> Phrase | None:
    """Subject of the finite verb next before: "X countered by praising"."""
    for k in range(i - 1, 0, -1):
        if is_verb_like(tokens[k]):
            found = find_subject(tokens, k, None)
            if found:
                return found
    return None


def _is_progressive(tokens: Sequence[Token], i: int) -> bool:
    j = skip_auxiliaries(tokens, i)
    return any(t.low in lexicon.BE_FORMS for t in tokens[j + 1 : i])


def _find_particle(text: str, tokens: Sequence[Token], i: int) -> Iterator[Appraisal]:
    evaluation = words.PARTICLES[tokens[i].low, tokens[i + 1].low]
    last = i + 2
    if tokens[i + 1].low == "and":
        if i + 2 >= len(tokens) or tokens[i + 2].low != "see":
            return
        last = i + 3
    if last < len(tokens) and tokens[last].low in ("at", "on", "over", "about", "against"):
        target = find_phrase_after(tokens, last + 1)
    else:
        target = find_phrase_after(tokens, last)
    actor = _find_actor(tokens, i)
    if actor:
        yield from _build(text, tokens, (i, last), evaluation, (actor, target))


def _find_noun(text: str, tokens: Sequence[Token], i: int) -> Iterator[Appraisal]:
    """An attitude that a verb expresses ("voiced cautious optimism about") or draws ("drew praise from")."""
    verb = _find_verb_left(tokens, i)
    evaluation = words.NOUNS[tokens[i].low]
    if verb is None:
        return
    if tokens[verb].low in words.DRAWING and i + 1 < len(tokens) and tokens[i + 1].low in ("from", "in", "among", "by"):
        agent = find_phrase_after(tokens, i + 2)
        if agent:
            yield from _build(text, tokens, (verb, i + 1), evaluation, (agent, _find_actor(tokens, verb)))
    elif tokens[verb].low in words.EXPRESSING and not _is_passive(tokens, verb):
        actor = _find_actor(tokens, verb)
        if actor:
            target = _find_target(tokens, i + 1) or find_phrase_between(tokens, verb + 1, i)
            yield from _build(text, tokens, (verb, i + 1), evaluation, (actor, target))


def find_phrase_between(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """The object of "greeted the plan with scepticism"."""
    middle = next((k for k in range(first, last) if tokens[k].low == "with"), None)
    return find_phrase_after(tokens[:middle], first) if middle is not None and middle > first else None


def _find_verb_left(tokens: Sequence[Token], i: int) -> int | None:
    for j in range(i - 1, max(-1, i - 9), -1):
        if tokens[j].low in words.EXPRESSING or tokens[j].low in words.DRAWING:
            return j
        if not tokens[j].is_word and tokens[j].low != QUOTE:
            return None
    return None


def _find_target(tokens: Sequence[Token], at: int) -> Phrase | None:
    if at < len(tokens) and tokens[at].low in _ABOUT:
        return find_phrase_after(tokens, at + 1)
    return None


def _find_adjective(text: str, tokens: Sequence[Token], i: int) -> Iterator[Appraisal]:
    j = i - 1
    while j >= 0 and (tokens[j].low in lexicon.ADVERBS or tokens[j].low.endswith("ly") or tokens[j].low == "more"):
        j -= 1
    linking = lexicon.BE_FORMS | {"remain", "remains", "remained", "sounded", "appeared", "seemed", "appear", "seem"}
    if j < 1 or tokens[j].low not in linking or i + 1 >= len(tokens):
        return
    target = _find_target(tokens, i + 1)
    if tokens[i].low == "critical" and tokens[i + 1].low != "of":
        return
    actor = _find_actor(tokens, j)
    if actor and (target or tokens[i + 1].low in ("that", "about", ".", ",")):
        yield from _build(text, tokens, (j, i + 1), words.ADJECTIVES[tokens[i].low], (actor, target))


def _find_framing(text: str, tokens: Sequence[Token], i: int) -> Appraisal | None:
    """ "framed it as an escalation", "called the plan a mistake": evaluated by what follows the object."""
    if _is_passive(tokens, i) or (i and tokens[i - 1].low in _NOUN_LEFT):
        return None
    target = find_phrase_after(tokens, i + 1)
    if target is None and not (i + 1 < len(tokens) and tokens[i + 1].low in ("as", QUOTE)):
        return None
    at = target.last if target else i + 1
    begin = next((k for k in range(i + 1, min(len(tokens), at + 8)) if tokens[k].low == "as"), None)
    if begin is not None:
        target = find_phrase_after(tokens[:begin], i + 1)
    elif tokens[i].low.startswith(("call", "brand", "label", "dub")) and target:
        begin = _find_second_phrase(tokens, i + 1, target)
        target = Phrase(target.first, min(target.last, begin)) if begin and begin > target.first else target
    if begin is None:
        return None
    return _build_framing(text, tokens, (i, begin), target)


def _find_second_phrase(tokens: Sequence[Token], first: int, target: Phrase) -> int | None:
    """Where "a mistake" begins in "called the plan a mistake", "dangerous" in "called it dangerous"."""
    for k in range(first + 1, min(len(tokens), target.last + 2)):
        low = tokens[k].low
        if low in ("a", "an", QUOTE) or low in words.NEGATIVE or low in words.POSITIVE:
            return k
        if not tokens[k].is_word:
            return None
    return None


def _build_framing(
    text: str, tokens: Sequence[Token], at: tuple[int, int], target: Phrase | None
) -> Appraisal | None:  # fmt: skip
    verb, begin = at
    end = begin
    while end < len(tokens) and end - begin < _COMPLEMENT and (tokens[end].is_word or tokens[end].low == QUOTE):
        if end > begin + 1 and tokens[end].low in ("while", "but", "and", "that", "which", "because", "who", "when"):
            break
        end += 1
    evaluation = find_polarity(text[tokens[begin].start : tokens[end - 1].end]) or words.VERBS.get(tokens[verb].low)
    actor = _find_actor(tokens, verb)
    if actor is None or end <= begin or (evaluation is None and tokens[begin].low != "as"):
        return None
    return next(_build(text, tokens, (verb, end), evaluation or "neutral", (actor, target)), None)


def find_polarity(complement: str) -> Evaluation | None:
    """Whether the words of a framing praise or blame; None when they do neither."""
    score = 0
    reverse = False
    for word in complement.lower().replace("”", " ").replace("“", " ").replace('"', " ").split():
        bare = word.strip(".,;:!?()'’")
        reverse = reverse or bare in words.REVERSING
        score += (bare in words.POSITIVE) - (bare in words.NEGATIVE)
    if score == 0:
        return None
    return "welcomes" if (score > 0) != reverse else "condemns"


def _build(
    text: str,
    tokens: Sequence[Token],
    at: tuple[int, int],
    evaluation: Evaluation,
    parties: tuple[Phrase, Phrase | None],
) -> Iterator[Appraisal]:
    actor, target = parties
    first, last = at
    if tokens[actor.first].low in ("it", "there", "this", "that", "i", "you"):
        return
    between = tokens[min(actor.last, first) : max(first, min(actor.last, first))]
    if any(t.low in _UNREAL for t in between[-6:]) or (actor.first and tokens[actor.first - 1].low == "if"):
        return
    if any(t.low in lexicon.NEGATIONS or t.low in ("refused", "declined", "failed") for t in between[-6:]):
        if evaluation not in _NEGATED:
            return
        evaluation = _NEGATED[evaluation]
    span = Span(tokens[first].start, tokens[last - 1].end)
    object_words = find_words_of(text, tokens, target) if target else ""
    yield Appraisal(find_words_of(text, tokens, actor), evaluation, object_words, span.of(text), span.start, span.end)
