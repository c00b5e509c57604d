"""Agreed statements: pairs that say one thing become one entry, so that a briefing tells it once with all outlets."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain

from service.comparing.independence import count_origins
from service.domain.outlines import Mark
from service.domain.words import Words
from service.reports.folding import Fold, Folded, joined_by


def join_statements(folds: Iterable[Folded], facts: Mapping[str, str]) -> list[Folded]:
    """One fold for each statement, those of most origins first; `facts` names the fact of each claim that has one.

    A pair joins the first entry whose leading pair has one of its claims or is of a fact with one of them. Chains of
    agreement are not followed further, since each step may move a little. The folds come in the order in which they
    would be shown: the first of a statement leads it, and only what was judged of that one stands with the entry.
    """
    entries: list[list[Folded]] = []
    place: dict[Hashable, int] = {}
    for one in folds:
        a, b = one.shown[1:3]
        names = a.words, b.words, facts.get(a.claim_id), facts.get(b.claim_id)
        known = [place[name] for name in names if name in place]
        if known:
            entries[min(known)].append(one)
        else:
            place.update(dict.fromkeys(names, len(entries)))
            place.pop(None, None)  # not to be of a fact joins nothing
            entries.append([one])
    statements = [_join(some) for some in entries]
    return sorted(statements, key=lambda one: -one.origins)


def _join(folds: Sequence[Folded]) -> Folded:
    lead = folds[0]
    if len(folds) == 1:
        return lead
    whole = Fold(tuple(pair for one in folds for pair in one.pairs), 0, lead.judgement)
    marks = whole.marks
    joined = () if _are_apart(folds, marks) else chain.from_iterable(joined_by(one.pairs) for one in folds)
    return whole._replace(origins=count_origins(marks, joined))


def _are_apart(folds: Iterable[Folded], marks: Iterable[Mark]) -> bool:
    """Whether neither a pair nor the very same words join two of the articles: so it is with nearly all statements."""
    if not all(one.origins > 1 and len(one.pairs) == 1 for one in folds):
        return False
    if not any(one.shown.copied for one in folds):
        return True
    said: dict[Words, str] = {}
    return all(said.setdefault(mark.words, mark.source.article_id) == mark.source.article_id for mark in marks)
