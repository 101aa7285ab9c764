"""An evaluation as one self-contained page: the figures, then each document with its errors beside their text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from hudna.evaluation.claim import ScoredClaim
from hudna.evaluation.figures import ClaimError, DocumentEvaluation, Evaluation, Item, Ratio, Share
from hudna.evaluation.page_style import STYLE
from hudna.evaluation.page_words import figure_name, slot_text, type_name, word
from hudna.evaluation.slots import SLOTS
from hudna.labels import Language

_KINDS = ("missed", "extra", "slots")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render_html(evaluation: Evaluation, language: Language = "en") -> str:
    """The page as text. It asks no outside address for anything; Arabic stands right to left in either language."""
    direction = "rtl" if language == "ar" else "ltr"
    title = escape(word("title", language))
    body = "\n".join(_body(evaluation, language))
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(evaluation: Evaluation, language: Language) -> Iterable[str]:
    yield f"<h1>{escape(word('title', language))}</h1>"
    yield from _summary(evaluation, language)
    yield f"<h2>{escape(word('by_field', language))}</h2>"
    names = {key: figure_name(key, language) for key in evaluation.rows}
    yield _figures(
        {names[key]: ratio for key, ratio in evaluation.rows.items()}, language, _shares(evaluation, language)
    )
    yield f"<h2>{escape(word('by_type', language))}</h2>"
    by_type = sorted(evaluation.figures.by_type.items(), key=lambda row: (-row[1].hits - row[1].missed, row[0]))
    yield _figures({type_name(key, language): ratio for key, ratio in by_type}, language)
    yield f"<h2>{escape(word('documents', language))}</h2>"
    yield _contents(evaluation.documents, language)
    yield _switches(language)
    for number, document in enumerate(evaluation.documents, 1):
        yield from _document(number, document, language)


def _summary(evaluation: Evaluation, language: Language) -> Iterable[str]:
    figures = evaluation.figures
    wanted = figures.claims.hits + figures.claims.missed
    told = word("summary", language).format(
        documents=len(evaluation.documents), claims=wanted, again=figures.told_again
    )
    yield f'<p class="soft">{escape(told)}</p>'
    if evaluation.without_gold:
        names = word("without_gold", language).format(names=", ".join(evaluation.without_gold))
        yield f'<p class="missed kind">{escape(names)}</p>'
    headline = (
        (f"{figures.claims.f1:.3f}", word("found_claims", language)),
        (f"{figures.whole.f1:.3f}", word("whole", language)),
        (str(len(evaluation.errors)), word("errors", language)),
    )
    yield '<ul class="headline">'
    yield from (f"<li><b>{escape(value)}</b>{escape(name)}</li>" for value, name in headline)
    yield "</ul>"


def _shares(evaluation: Evaluation, language: Language) -> dict[str, Share]:
    figures = evaluation.figures
    return {
        figure_name("status", language): figures.status,
        figure_name("within_10", language): figures.within_10_km,
        figure_name("within_25", language): figures.within_25_km,
    }


def _figures(rows: Mapping[str, Ratio], language: Language, shares: Mapping[str, Share] | None = None) -> str:
    headings = ("", "f1", "", "precision", "recall", "found", "extra", "missed")
    head = "".join(f'<th class="number">{escape(word(key, language)) if key else ""}</th>' for key in headings[1:])
    lines = [f"<tr><th></th>{head}</tr>", *(_ratio_row(name, ratio) for name, ratio in rows.items())]
    lines += [_share_row(name, share, language) for name, share in (shares or {}).items()]
    return f'<div class="wide"><table>{"".join(lines)}</table></div>'


def _ratio_row(name: str, ratio: Ratio) -> str:
    shares = f'<td class="number">{ratio.f1:.3f}</td><td>{_bar(ratio.f1)}</td>'
    shares += f'<td class="number">{ratio.precision:.3f}</td><td class="number">{ratio.recall:.3f}</td>'
    numbers = "".join(f'<td class="number">{number}</td>' for number in (ratio.hits, ratio.extra, ratio.missed))
    return f"<tr><td>{escape(name)}</td>{shares}{numbers}</tr>"


def _share_row(name: str, share: Share, language: Language) -> str:
    told = escape(word("of", language).format(right=share.right, of=share.of))
    value = f'<td class="number">{share.value:.3f}</td><td>{_bar(share.value)}</td>'
    return f'<tr><td>{escape(name)}</td>{value}<td colspan="5" class="soft">{told}</td></tr>'


def _bar(value: float) -> str:
    return f'<meter min="0" max="1" value="{value:.3f}"></meter>'


def _contents(documents: Sequence[DocumentEvaluation], language: Language) -> str:
    headings = f"<th>{escape(word('document', language))}</th>"
    headings += "".join(f'<th class="number">{escape(word(key, language))}</th>' for key in ("f1", "errors"))
    rows = [
        f'<tr><td><a href="#document-{number}"><bdi>{escape(document.title or document.id)}</bdi></a></td>'
        f'<td class="number">{document.figures.claims.f1:.3f}</td><td class="number">{len(document.errors)}</td></tr>'
        for number, document in enumerate(documents, 1)
    ]
    return f'<div class="wide"><table><tr>{headings}</tr>{"".join(rows)}</table></div>'


def _switches(language: Language) -> str:
    boxes = [
        f'<label class="{kind}"><input type="checkbox" id="show-{kind}" checked> '
        f'<span class="kind">{escape(word(kind, language))}</span></label>'
        for kind in _KINDS
    ]
    return f'<div class="show"><span class="soft">{escape(word("show", language))}</span>{"".join(boxes)}</div>'


def _document(number: int, document: DocumentEvaluation, language: Language) -> Iterable[str]:
    yield f'<section class="document" id="document-{number}">'
    yield f"<h2><bdi>{escape(document.title or document.id)}</bdi></h2>"
    about = [document.id, document.outlet, document.published, f"F1 {document.figures.claims.f1:.3f}"]
    yield f'<p class="soft">{" · ".join(f"<bdi>{escape(part)}</bdi>" for part in about if part)}</p>'
    if not document.errors:
        yield f'<p class="soft">{escape(word("no_errors", language))}</p>'
    for error in document.errors:
        yield from _error(error, language)
    yield f"<details><summary>{escape(word('text', language))}</summary>"
    yield f'<div class="text whole" dir="auto">{_marked_text(document)}</div></details>'
    yield "</section>"


def _marked_text(document: DocumentEvaluation) -> str:
    """The text with the event words of its errors marked."""
    pieces, end = [], 0
    for start, last in sorted({error.at for error in document.errors if error.at}):
        if start >= end:
            pieces += [escape(document.text[end:start]), f"<mark>{escape(document.text[start:last])}</mark>"]
            end = last
    return "".join([*pieces, escape(document.text[end:])])


def _error(error: ClaimError, language: Language) -> Iterable[str]:
    yield f'<article class="{error.kind}"><header><span class="kind">{escape(word(error.kind, language))}</span>'
    yield f"<span>{escape(type_name(error.type, language))}</span></header>"
    yield f'<blockquote class="text" dir="auto">{_evidence(error)}</blockquote>'
    yield "<table>"
    if error.kind == "slots":
        yield f"<tr><th></th><th>{escape(word('gold', language))}</th><th>{escape(word('read', language))}</th></tr>"
        for difference in error.differences:
            gold = _items(difference.slot, difference.gold, "gold", language)
            read = _items(difference.slot, difference.read, "read", language)
            yield f"<tr><th>{escape(figure_name(difference.slot, language))}</th>{gold}{read}</tr>"
    else:
        told = error.gold or error.read
        yield from _fields(told, language) if told else ()
    yield "</table></article>"


def _evidence(error: ClaimError) -> str:
    before, trigger, after = error.evidence.partition(error.trigger) if error.trigger else (error.evidence, "", "")
    if not trigger:
        return f"{escape(before)} <mark>{escape(error.trigger)}</mark>" if error.trigger else escape(before)
    return f"{escape(before)}<mark>{escape(trigger)}</mark>{escape(after)}"


def _fields(claim: ScoredClaim, language: Language) -> Iterable[str]:
    """The slots that a missed or extra claim holds."""
    for name, slot in SLOTS.items():
        items = tuple(Item(slot.show(item), True) for item in slot.items(claim))
        if items:
            yield f"<tr><th>{escape(figure_name(name, language))}</th>{_items(name, items, '', language)}</tr>"
    status = _items("status", (Item(claim.status, True),), "", language)
    yield f"<tr><th>{escape(figure_name('status', language))}</th>{status}</tr>"


def _items(slot: str, items: Sequence[Item], side: str, language: Language) -> str:
    if not items:
        return f'<td class="{side} soft">{escape(word("nothing", language))}</td>'
    shown = [
        f'<span class="item {"shared" if item.shared and side else "alone"}">'
        f"<bdi>{escape(slot_text(slot, item.text, language))}</bdi></span>"
        for item in items
    ]
    return f'<td class="{side}">{"".join(shown)}</td>'
