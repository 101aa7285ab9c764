"""The words of the evaluation page in Arabic and English."""

from __future__ import annotations

from hudna.labels import COUNTS, FIELDS, QUALIFIERS, STATUSES, TYPES, Label, Language, label

WORDS: dict[str, Label] = {
    "title": Label("تقييم القراءة", "Evaluation of a reading"),
    "summary": Label(
        "{documents} وثيقة فيها {claims} من الادعاءات؛ {again} ادعاء مقروء يعيد ما سبق",
        "{documents} documents with {claims} claims; {again} read claims tell one again",
    ),
    "without_gold": Label(
        "قراءات بلا ملف مرجعي، لا تُحتسب: {names}", "Readings without a gold file, not counted: {names}"
    ),
    "found_claims": Label("الادعاءات الموجودة (F1)", "claims found (F1)"),
    "whole": Label("الادعاءات الصحيحة كاملةً (F1)", "claims wholly right (F1)"),
    "errors": Label("الأخطاء", "errors"),
    "by_field": Label("حسب الحقل", "By field"),
    "by_type": Label("حسب النوع", "By type"),
    "documents": Label("الوثائق", "Documents"),
    "document": Label("الوثيقة", "document"),
    "precision": Label("الدقة", "precision"),
    "recall": Label("الاستدعاء", "recall"),
    "f1": Label("F1", "F1"),
    "found": Label("موجود", "found"),
    "missed": Label("فائت", "missed"),
    "extra": Label("زائد", "extra"),
    "slots": Label("حقول مختلفة", "wrong fields"),
    "gold": Label("المرجع", "gold"),
    "read": Label("المقروء", "read"),
    "nothing": Label("لا شيء", "nothing"),
    "no_errors": Label("لا أخطاء في هذه الوثيقة", "no errors in this document"),
    "text": Label("النص كاملاً", "the whole text"),
    "of": Label("{right} من {of}", "{right} of {of}"),
    "show": Label("أظهر:", "Show:"),
}

FIGURES: dict[str, Label] = {
    "claims": Label("الادعاءات", "claims"),
    "claims_any_type": Label("الادعاءات أياً كان النوع", "claims of any type"),
    "whole_claims": Label("الادعاءات كاملةً", "whole claims"),
    "actors": FIELDS["actors"],
    "targets": FIELDS["targets"],
    "places": FIELDS["places"],
    "counts": FIELDS["counts"],
    "parts": Label("أجزاء العدد", "breakdowns"),
    "speaker": FIELDS["speaker"],
    "when": FIELDS["when"],
    "status": FIELDS["status"],
    "point": Label("الموقع على الخريطة", "point"),
    "within_10": Label("الموقع ضمن 10 كم", "point within 10 km"),
    "within_25": Label("الموقع ضمن 25 كم", "point within 25 km"),
}


def word(key: str, language: Language) -> str:
    """One of the page's words."""
    return label(WORDS, key, language)


def figure_name(key: str, language: Language) -> str:
    """The name of a row of figures or of a slot."""
    return label(FIGURES, key, language)


def type_name(key: str, language: Language) -> str:
    """The name of a type of claim."""
    return label(TYPES, key, language)


def slot_text(slot: str, text: str, language: Language) -> str:
    """An item of a slot in the page's language: a status by its name, a figure with its kind and qualifier."""
    if slot == "status":
        return label(STATUSES, text, language)
    if slot != "counts":
        return text
    kind, *others = text.split(" ")
    if others and others[0] in QUALIFIERS:
        others[0] = label(QUALIFIERS, others[0], language)
    return " ".join([label(COUNTS, kind, language), *others])
