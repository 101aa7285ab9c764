"""The audit of exports."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from observatory.people.audience import audience_of, person_of
from observatory.people.models import Export, Token


def note_export(request: HttpRequest, format: str, rows: int | None) -> None:
    """Write down that this request takes data away. To be called before the first byte goes out."""
    token = getattr(request, "token", None)
    Export.objects.create(
        made_at=timezone.now(),
        person=person_of(request).get_username(),
        token=token.start if isinstance(token, Token) else "",
        profile=audience_of(request).name,
        format=format,
        address=request.get_full_path()[:2000],
        rows=rows,
    )
