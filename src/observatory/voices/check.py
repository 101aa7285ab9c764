"""Do the figures of voices fit the claims that they are counted from?"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, F, Q, Sum

from observatory.voices.keep import outdated
from observatory.voices.models import Said, Term, Voice

_REMEDY = "run «hudna db index»"


def voice_problems() -> Iterator[str]:
    """What does not fit, as a person reads it."""
    if documents := len(outdated()):
        yield f"who says what is not counted (documents: {documents}): {_REMEDY}"
    told = Count("said", filter=Q(said__rejected=False))
    if wrong := Voice.objects.annotate(told=told).exclude(claims=F("told")).count():
        yield f"the claims of speakers and outlets are counted wrongly (of {wrong}): {_REMEDY}"
    used = Sum("usages__claims", default=0)
    if wrong := Term.objects.annotate(used=used).exclude(claims=F("used")).count():
        yield f"the uses of terms are counted wrongly (of {wrong}): {_REMEDY}"
    if moved := Said.objects.exclude(status=F("claim__status"), type=F("claim__type")).count():
        yield f"claims are counted as they stood before a decision (of {moved}): {_REMEDY}"
