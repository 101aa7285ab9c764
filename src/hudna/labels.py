"""The bilingual catalogue: every word that command line and observatory show beside what the text itself says."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["ar", "en"]


class Label(NamedTuple):
    """One label in Arabic and English."""

    ar: str
    en: str

    def in_(self, language: Language) -> str:
        """The label in this language."""
        return self.ar if language == "ar" else self.en


TYPES: dict[str, Label] = {
    "armed_clash": Label("اشتباك مسلح", "armed clash"),
    "attack": Label("هجوم", "attack"),
    "air_strike": Label("ضربة جوية", "air strike"),
    "shelling": Label("قصف", "shelling"),
    "gunfire": Label("إطلاق نار", "gunfire"),
    "explosion": Label("انفجار", "explosion"),
    "killing": Label("قتل", "killing"),
    "abduction": Label("خطف", "abduction"),
    "detention": Label("احتجاز", "detention"),
    "destruction": Label("تدمير أو ضبط", "destruction or seizure"),
    "interception": Label("إسقاط أو اعتراض", "interception"),
    "territory_taken": Label("تغيّر سيطرة", "change of control"),
    "withdrawal": Label("انسحاب", "withdrawal"),
    "deployment": Label("انتشار قوات", "deployment"),
    "operation": Label("عملية عسكرية", "military operation"),
    "siege": Label("حصار أو إغلاق", "siege or closure"),
    "control_status": Label("وضع السيطرة", "who holds it"),
    "ceasefire_violation": Label("خرق هدنة", "ceasefire violation"),
    "ceasefire": Label("هدنة", "ceasefire"),
    "agreement": Label("اتفاق", "agreement"),
    "talks": Label("محادثات", "talks"),
    "release": Label("إفراج أو تبادل", "release or exchange"),
    "surrender": Label("استسلام", "surrender"),
    "displacement": Label("نزوح أو عودة", "displacement or return"),
    "aid": Label("مساعدات", "aid"),
    "aid_obstruction": Label("عرقلة مساعدات", "aid obstructed"),
    "protest": Label("احتجاج", "protest"),
}

STATUSES: dict[str, Label] = {
    "happened": Label("وقع", "happened"),
    "ongoing": Label("مستمر", "ongoing"),
    "future": Label("مرتقب", "planned or expected"),
    "demanded": Label("مطلوب", "demanded"),
    "denied": Label("منفي", "denied"),
    "possible": Label("غير مؤكد", "unconfirmed"),
}

COUNTS: dict[str, Label] = {
    "killed": Label("قتلى", "killed"),
    "wounded": Label("جرحى", "wounded"),
    "casualties": Label("قتلى وجرحى", "killed or wounded"),
    "missing": Label("مفقودون", "missing"),
    "captured": Label("محتجزون", "held"),
    "released": Label("مفرج عنهم", "released"),
    "displaced": Label("نازحون", "displaced"),
    "violations": Label("خروقات", "violations"),
    "strikes": Label("ضربات", "strikes"),
    "destroyed": Label("مدمّر", "destroyed"),
    "places": Label("مواقع", "places"),
    "area_km2": Label("كم²", "km²"),
    "percent": Label("٪", "%"),
    "aid": Label("مساعدات", "aid"),
    "troops": Label("قوات", "troops"),
    "other": Label("عدد", "number"),
}

QUALIFIERS: dict[str, Label] = {
    "exact": Label("", ""),
    "about": Label("نحو", "about"),
    "more_than": Label("أكثر من", "more than"),
    "at_least": Label("ما لا يقل عن", "at least"),
    "up_to": Label("حتى", "up to"),
    "less_than": Label("أقل من", "less than"),
    "vague": Label("غير محدد", "not told exactly"),
}

FINDINGS: dict[str, Label] = {
    "parts_match": Label("الأجزاء تتفق", "adds up"),
    "parts_differ": Label("الأجزاء لا تتفق", "does not add up"),
    "parts_partial": Label("قائمة جزئية", "partial list"),
    "headline_matches_totals": Label("العنوان يتفق", "headline holds"),
    "headline_matches_parts": Label("يتفق مع الأجزاء", "fits the parts"),
    "headline_differs": Label("العنوان لا يتفق", "headline differs"),
}

COLUMNS: dict[str, Label] = {
    "number": Label("#", "#"),
    "speaker": Label("من يقول", "who says"),
    "type": Label("ماذا", "what"),
    "actors": Label("من", "who"),
    "targets": Label("ضد من", "whom"),
    "places": Label("أين", "where"),
    "when": Label("متى", "when"),
    "counts": Label("كم", "how many"),
    "status": Label("الحالة", "status"),
}

FIELDS: dict[str, Label] = {
    **COLUMNS,
    "trigger": Label("كلمة الحدث", "event word"),
    "evidence": Label("الشاهد", "evidence"),
    "also": Label("ورد أيضاً", "told again"),
    "part": Label("جزء", "part"),
    "field": Label("الحقل", "field"),
    "span": Label("المحارف", "characters"),
    "words": Label("كما ورد", "as it stands"),
    "known": Label("كما قُرئ", "read as"),
    "rule": Label("القاعدة", "rule"),
    "entry": Label("سطر المعجم", "lexicon line"),
}

INCIDENTS: dict[str, Label] = {
    "key": Label("المفتاح", "key"),
    "versions": Label("الروايات", "versions"),
    "disputed": Label("مختلف فيه", "disputed"),
    "changed": Label("تغيّر الرقم", "figure changed"),
}

NOTES: dict[str, Label] = {
    "outlet": Label("المصدر الناشر", "the outlet itself"),
    "no_claims": Label("لا ادعاءات في هذا النص", "no claims in this text"),
    "findings": Label("ما وجده التدقيق", "what the checks found"),
    "claims": Label("الادعاءات", "claims"),
    "claim": Label("الادعاء", "claim"),
    "untitled": Label("بلا عنوان", "untitled"),
    "not_reckoned": Label("لا يُحسب بلا تاريخ نشر", "not reckoned without a publication date"),
    "unresolved": Label("غير محدد على الخريطة", "not on the map"),
}


def label(catalogue: dict[str, Label], key: str, language: Language) -> str:
    """The label of a key; a key that the catalogue lacks is shown as it is, never dropped."""
    found = catalogue.get(key)
    return found.in_(language) if found else key
