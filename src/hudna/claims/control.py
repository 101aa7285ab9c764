"""Actors lent to an event noun by the verb that governs it: support verbs, auxiliaries, accusations and demands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hudna.arabic.letters import fold
from hudna.claims.arguments import WITH_PRONOUN
from hudna.claims.clauses import Clause, is_finite_verb
from hudna.claims.draft import Draft
from hudna.find.agreement import case, disagrees, head_word
from hudna.find.phrases import Phrase
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_REACH = 12
_QUOTES = frozenset('"«“')
_DECLARED_TYPES = frozenset({"ceasefire", "operation", "withdrawal", "siege", "agreement", "deployment"})
"""Types that one who announces them does himself («أعلن الجيش هدنة»)."""
_SIGNED_TYPES = frozenset({"agreement", "ceasefire", "talks", "release"})
_CIRCUMSTANCES = frozenset({"cause", "time", "result"})
"""«قدمت شكوى إثر انفجار»: what such a word brings is no object of the verb before it."""
_ANNOUNCING = ["بالاعلان", "عن"]
"""«اكتفت الحكومة بالإعلان عن هدنة»: the subject of the clause announces what it does."""
_ARMED_KINDS = frozenset({"state_force", "armed_group", "coalition", "force", "group"})
_WITH_OBJECT = frozenset({"speech.ittahama", "speech.hammala", "speech.haththa", "status.haththa"})
"""Verbs that never lack the one who is accused or urged."""
_AMOUNTS = frozenset(
    [
        "مزيد",
        "مزيدا",
        "سلسله",
        "عدد",
        "عددا",
        "عديد",
        "كثير",
        "عشرات",
        "مئات",
        "الاف",
        "موجه",
        "نوع",
        "نوعا",
        "جمله",
        "انواع",
    ]
)
_SUFFERINGS = frozenset(["مقتل", "مصرع", "وفاه", "استشهاد", "اصابه", "ارتقاء"])
"""Nouns that tell what happened to somebody and never what somebody did."""
_ASKING = frozenset({"speech.talab"})
"""«طلب من …»: the one who is asked stands after من."""
_CALLING_PARTICIPLES = frozenset(
    ["متهما", "متهمه", "متهمين", "محملا", "محمله", "محملين", "مطالبا", "مطالبه", "داعيا", "داعيه", "حاثا", "مناشدا"]
)
_CREDITED = frozenset(["نسبه", "نسبها", "ينسبها", "ينسبه"]) | frozenset(
    ["نسبت", "نسب", "تنسب", "ينسب", "نسبتها", "نسبته", "المنسوبه", "المنسوب", "منسوبه", "منسوب"]
)
"""«هجمات نسبت إلى …»: words that name the doer after إلى."""
_CREDIT_REACH = 8
_LEADING = frozenset(
    ["تقوده", "تقودها", "يقوده", "يقودها", "قادته", "قادتها", "قاده", "قادها", "تتولاه", "تتولاها", "يتولاه", "يتولاها"]
)
"""«هجوم تقوده القوات», «محادثات تتولاها روسيا»: verbs whose object is the event that their subject takes part in."""
_LAUNCHING = frozenset({"deployment.aqama", "shelling.atlaqa_sarukh", "gunfire.atlaqa", "attack.istahdafa"})
"""Event verbs whose object may be the event or the missile that the noun before them names."""
_LAUNCH_REACH = 4
_VERB_REACH = 3
_FIRING = "support.atlaqa"
_OBJECT_REACH = 5
"""How far behind the doer of a verbal noun its object stands («إطلاق المسلحين أربعة صواريخ»)."""
_ACCUSATIONS = frozenset(["الاتهامات", "اتهامات", "الاتهام"])
_MUTUAL = frozenset(["تبادل", "تبادلا", "تبادلت", "يتبادل", "تتبادل", "يتبادلان", "تتبادلان", "بتبادل"])
"""«تبادل الطرفان الاتهامات بخرق الهدنة»: each is accused by the other."""
_BLAME = frozenset(["باللوم", "اللوم", "بالمسؤوليه", "المسؤوليه", "بالمسئوليه", "المسئوليه"])
Loan = tuple[str, int, Mapping[str, str]]
"""A role, the index of the phrase that takes it (-1: the subject of the clause), and the roles of prepositions."""
Direct = Callable[[int, int], list[int]]


def lent_role(match: Match, lead: str) -> str:
    """The role that the subject of a governing word has in its event noun; empty when it does not govern it."""
    data = match.entry.data
    roles = data.get("roles")
    if not isinstance(roles, dict):
        carries = data.get("carries") == "subject" and data.get("scope") != "next_verb"
        return "actor" if carries else ""
    wanted = {key for key, role in roles.items() if role == "event"}
    bare = lead not in ("ب", "ل", "من")
    fits = ("object" in wanted and bare) or lead in wanted or bool(wanted - {"object", "ب", "ل"})
    return str(roles.get("subject", "")) if fits else ""


def governing_loan(
    view: SentenceView,
    draft: Draft,
    clause: Clause,
    phrases: Sequence[Phrase],
    by_first: dict[int, int],
    direct: Direct,
) -> Loan | None:
    """«شن الجيش هجوما», «تعرضت القافلة لهجوم», «قيام الجنود باعتقال»: the nearest governing word before the noun."""
    if draft.first and view.roles[draft.first - 1] in _CIRCUMSTANCES:
        return None
    if view.forms[draft.first].removeprefix(draft.match.lead) in _SUFFERINGS:
        return None
    if draft.type in _DECLARED_TYPES and view.forms[max(0, draft.first - 2) : draft.first] == _ANNOUNCING:
        return "actor", -1, {}
    lead = _lead(view, draft)
    for at in range(draft.first - 1, max(clause.first, draft.first - _REACH) - 1, -1):
        for match in view.matches[at]:
            if match.features.part == "noun" and _calls_to_account(match):
                return None  # «للمطالبة بإطلاق سراح»: who demands does not act
            if match.family != "status" or match.features.part not in ("verb", "noun"):
                continue
            role = lent_role(match, lead)
            if not role or (match.features.part == "verb" and _is_expectation(view, at, draft)):
                continue
            if match.features.part == "verb":
                subject = _subject_index(draft, clause, at, phrases, direct)
                declared = match.entry.id == "support.atlaqa" and _is_speech(view, at)
                own_act = draft.type in _DECLARED_TYPES or (_is_armed(phrases, subject) and not draft.frame.harm)
                if declared and not own_act:
                    continue
                return role, subject, _preposition_roles(match)
            index = by_first.get(match.last)
            if match.entry.id == _FIRING and (index is None or draft.first - phrases[index].last > _OBJECT_REACH):
                continue
            if index is not None and not phrases[index].governor:
                return role, index, _preposition_roles(match)
            lead = match.lead[-1:]  # «قيام الجنود بارتكاب اعتداء»: the noun itself depends on a word before it
        if view.matches[at] and is_finite_verb(view, at):
            break
    return _loan_past_relative(view, draft, clause, direct)


def _loan_past_relative(view: SentenceView, draft: Draft, clause: Clause, direct: Direct) -> Loan | None:
    """«أطلق التحالف الذي تقوده … حملة»: the object of a verb whose subject a relative clause has described."""
    if clause.opener != "relative" or _lead(view, draft) or view.roles[draft.first - 1]:
        return None
    for at in range(clause.first - 1, max(-1, clause.first - 1 - _REACH), -1):
        for match in view.matches[at]:
            roles = match.entry.data.get("roles") if match.family == "status" else None
            if match.features.part == "verb" and isinstance(roles, dict) and roles.get("object") == "event":
                subject = direct(at + 1, clause.first)
                owned = bool(match.pronoun) or not subject
                return None if owned else (str(roles.get("subject", "")), subject[0], _preposition_roles(match))
        if view.matches[at] and is_finite_verb(view, at):
            return None
    return None


def _lead(view: SentenceView, draft: Draft) -> str:
    """The preposition that the event word begins with: that of its first word in «قامت القوات بعملية تطويق»."""
    if _is_source(view, draft.first - 1):
        return "من"
    if draft.first == draft.match.first:
        return draft.match.lead[-1:]
    return next((m.lead[-1:] for m in view.matches[draft.first] if m.family == "event"), "")


def _is_source(view: SentenceView, at: int) -> bool:
    """«ما تحقق من نجاحات» against «المزيد من الهجمات», «سلسلة من الغارات», which are objects like the bare noun."""
    if at < 1 or view.forms[at] != "من":
        return False
    return view.roles[at - 1] != "pronoun" and view.forms[at - 1].removeprefix("ال") not in _AMOUNTS


def _is_expectation(view: SentenceView, at: int, draft: Draft) -> bool:
    """Whether a form of «وقّع» is rather «توقع» («توقع الوزير تحرير المدينة»): deals alone are signed."""
    return draft.type not in _SIGNED_TYPES and any(m.entry.id == "status.tawaqqaa" for m in view.matches[at])


def _preposition_roles(match: Match) -> Mapping[str, str]:
    """The roles of prepositions around a governing word, by their folded forms («وجه ضربات إلى»)."""
    roles = match.entry.data.get("roles")
    if not isinstance(roles, dict):
        return {}
    return {fold(str(key)): str(role) for key, role in roles.items() if key not in ("subject", "object", "__line__")}


def _is_armed(phrases: Sequence[Phrase], index: int) -> bool:
    """Whether one who announces an event is a force that tells of its own acts."""
    match = phrases[index].match if index >= 0 else None
    return match is not None and match.entry.data.get("kind") in _ARMED_KINDS


def _is_speech(view: SentenceView, at: int) -> bool:
    return any(m.family == "speech" for m in view.matches[at])


def _subject_index(draft: Draft, clause: Clause, at: int, phrases: Sequence[Phrase], direct: Direct) -> int:
    indexes = direct(clause.first, draft.first)
    before = [i for i in indexes if phrases[i].first < at]
    after = [i for i in indexes if phrases[i].first > at and _follows(draft.view, at, phrases[i])]
    if before and phrases[before[0]].is_actor and not _opens_quote(draft.view, at):
        return before[0]
    return (after or before or [-1])[0]


def _opens_quote(view: SentenceView, at: int) -> bool:
    """«قال المدير "نفذت الطائرات غارات"»: the verb begins what is quoted, its subject stands after it."""
    return at > 0 and not _QUOTES.isdisjoint(view.text[view.words[at - 1].end : view.words[at].start])


def done_by(view: SentenceView, at: int) -> Match | None:
    """«هجوم شنه …», «التي نفذها …»: a support verb after an event noun whose subject acts in the event."""
    for match in view.matches[at]:
        roles = match.entry.data.get("roles") if match.family == "status" else None
        if not isinstance(roles, dict) or roles.get("subject") != "actor":
            continue
        relative = view.roles[at - 1] == "relative"
        if match.features.part == "noun":
            if match.pronoun and relative:
                return match
        elif match.pronoun or relative or view.forms[at].endswith(("ه", "ها")):
            return match
        elif roles.get("ب") == "event" and view.forms[at + 1 : at + 2] in (["به"], ["بها"]):
            return match  # «هجوم قام به المسلحون»
    return None


def relative_pronoun(view: SentenceView, draft: Draft, limit: int) -> str:
    """«إثر هجوم شنته من عدن»: the pronoun that stands for the left-out subject of the verb after the noun."""
    for at in range(draft.last, min(draft.last + _VERB_REACH, limit)):
        match = done_by(view, at)
        if match is not None and match.pronoun and match.features.part == "verb":
            features = match.features
            return "هم" if features.number == "many" else "ها" if features.gender == "feminine" else "ه"
    return ""


def relative_loan(
    view: SentenceView, draft: Draft, limit: int, phrases: Sequence[Phrase], direct: Direct
) -> int | None:
    """«هجوم شنه مسلحون», «غارات نفذها الطيران»: the subject of the verb after the noun acts in it."""
    for at in range(draft.last, min(draft.last + _CREDIT_REACH, len(view.forms) - 2)):
        if view.forms[at] in _CREDITED or view.forms[at] in _BLAME:
            credited = (
                i for i, p in enumerate(phrases) if p.governor in ("الي", "علي") and at < p.first < at + _CREDIT_REACH
            )
            return next(credited, None)
    for at in range(draft.last, min(draft.last + 5, limit)):
        if done_by(view, at) is not None:
            after = direct(at + 1, min(at + 5, len(view.forms)))
            return after[0] if after else None
        if view.forms[at] in _LEADING:
            after = direct(at + 1, min(at + 2, len(view.forms)))
            return after[0] if after and phrases[after[0]].is_actor else None
    return _launched_by(view, draft, phrases, direct)


def _launched_by(view: SentenceView, draft: Draft, phrases: Sequence[Phrase], direct: Direct) -> int | None:
    """«كمين نصبه المسلحون», «قذائف أطلقتها الفصائل»: an event verb with its pronoun right after the noun."""
    size = len(view.forms)
    for at in range(draft.last, min(draft.last + _LAUNCH_REACH, size)):
        if view.words[at].kind == "mark" or view.roles[at] not in ("", "relative"):
            return None
        for match in view.matches[at]:
            if match.entry.id in _LAUNCHING and match.features.part == "verb" and match.pronoun and not match.lead:
                after = direct(at + 1, min(at + 2, size))
                return after[0] if after and phrases[after[0]].is_actor else None
    return None


def _follows(view: SentenceView, at: int, phrase: Phrase) -> bool:
    """Whether a phrase is the first noun after a verb, no unknown word standing between as its subject."""
    between = range(at + 1, phrase.first)
    return all(view.roles[i] or view.taken[i] or view.forms[i] in WITH_PRONOUN for i in between)


def _calls_to_account(match: Match) -> bool:
    """Whether a verb accuses its object or demands something of it («اتهم», «دعا», «يلزم»)."""
    data = match.entry.data
    if match.family == "speech":
        addressed = match.features.part == "noun" or data.get("addressee") or match.entry.id in _ASKING
        return bool(addressed) and data.get("force") in ("accuse", "demand")  # «دان الهجوم» accuses nobody
    return match.family == "status" and (data.get("status") == "demanded" or data.get("carries") == "object")


def accused_loan(
    view: SentenceView, draft: Draft, clause: Clause, phrases: Sequence[Phrase], direct: Direct
) -> int | None:
    """«اتهم الوزير المسلحين بقصف», «دعا المبعوث الطرفين إلى وقف»: who is accused or called upon acts in the event."""
    for at in range(draft.first - 1, max(clause.first, draft.first - _REACH) - 1, -1):
        if view.forms[at] in _CALLING_PARTICIPLES:
            after = direct(at + 1, draft.first)
            return after[0] if after and phrases[after[0]].first == at + 1 else None
        if view.forms[at] in _BLAME and view.forms[at + 1] == "علي":
            return next((i for i, p in enumerate(phrases) if p.first == at + 2 and p.first < draft.first), None)
        found = view.matches[at]
        if view.forms[at] in _ACCUSATIONS and any(f.lstrip("وف") in _MUTUAL for f in view.forms[clause.first : at]):
            return next((i for i in direct(clause.first, at) if phrases[i].is_actor), None)
        if view.forms[at].lstrip("وبل").removeprefix("ال").startswith("اتهام"):
            return _accused_by_noun(view, phrases, at, draft.first)
        for match in found:
            if match.features.part != "verb" or not _calls_to_account(match):
                continue
            if any(other.entry.data.get("carries") == "subject" for other in found):
                break  # «تمكن من» is likelier «managed» than «enables»
            if match.entry.id in _ASKING:
                asked = (i for i, p in enumerate(phrases) if p.governor == "من" and at < p.first < draft.first)
                return next(asked, None)
            return _called(view, match, phrases, direct(clause.first, at), direct(at + 1, draft.first))
    return None


def _accused_by_noun(view: SentenceView, phrases: Sequence[Phrase], at: int, last: int) -> int | None:
    """«اتهامات الحكومة للجيش بقصف», «اتهام الوزير المسلحين بقصف»: the accused stands last, after a plural with ل."""
    named = [i for i, p in enumerate(phrases) if at < p.first < last and p.governor in ("", "ل") and p.is_actor]
    if not named or phrases[named[0]].first != at + 1:
        return None
    several = view.forms[at].endswith("ات")  # «اتهامات الحكومة بخرق الهدنة»: she accuses
    return named[-1] if not several or phrases[named[-1]].governor == "ل" else None


def _called(
    view: SentenceView, verb: Match, phrases: Sequence[Phrase], before: Sequence[int], after: Sequence[int]
) -> int | None:
    """Who is called to account: the object, told from the subject by order, agreement and case."""
    if verb.pronoun or not after:
        return None
    if (before and phrases[before[0]].is_actor) or (len(after) == 1 and _is_called(view, verb, phrases[after[0]])):
        return after[0]
    return after[1] if len(after) > 1 else None


def _is_called(view: SentenceView, verb: Match, phrase: Phrase) -> bool:
    """Whether the only noun after a verb of accusing or demanding is its object."""
    if verb.entry.id in _WITH_OBJECT or not _follows(view, verb.first, phrase):
        return True
    word = head_word(view, phrase.head, phrase.lead if phrase.head == phrase.first else "")
    return case(word, phrase.match) == "object" or disagrees(verb, word, phrase.match)
