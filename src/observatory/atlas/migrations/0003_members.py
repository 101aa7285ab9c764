"""Which document a member belongs to, and which incidents are long, so that lists need not ask the claims."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, OuterRef, Subquery

LONG = timedelta(days=31)


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill both for the rows that are there."""
    claims = apps.get_model("records", "Claim").objects.filter(pk=OuterRef("claim"))
    apps.get_model("atlas", "Member").objects.update(document_id=Subquery(claims.values("document")[:1]))
    incidents = apps.get_model("atlas", "Incident").objects
    incidents.filter(last_day__gt=F("first_day") + LONG).update(is_long=True)


class Migration(migrations.Migration):
    """Columns that lists are made from."""

    dependencies: ClassVar = [("records", "0002_feed"), ("atlas", "0002_facts")]
    operations: ClassVar = [
        migrations.AddField("incident", "is_long", models.BooleanField(default=False)),
        migrations.AddField(
            "member",
            "document",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="members",
                to="records.document",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            "member",
            "document",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="members", to="records.document"
            ),
        ),
        migrations.AddIndex(
            "incident",
            models.Index(fields=["last_day", "first_day"], name="incident_long", condition=models.Q(is_long=True)),
        ),
    ]
