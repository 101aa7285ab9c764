"""Speakers are kept with the actor of the lexicon that their naming means."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from observatory.records.projection import folded_naming, speaker_known


def know_speakers(apps: Any, editor: Any) -> None:
    """Naming by naming: there are far fewer than claims."""
    party, claim = apps.get_model("records", "Party"), apps.get_model("records", "Claim")
    unknown = party.objects.filter(role="speaker", entry=None)
    for surface in list(unknown.order_by().values_list("surface", flat=True).distinct()):
        actor = speaker_known(surface)
        if actor is not None:
            named = unknown.filter(folded=folded_naming(surface), surface=surface)
            claim.objects.filter(pk__in=named.values("claim")).update(speaker_entry=actor)
            named.update(entry=actor)


class Migration(migrations.Migration):
    """The namings that are there already."""

    dependencies = [("records", "0003_search_indexes")]
    operations = [migrations.RunPython(know_speakers, migrations.RunPython.noop)]
