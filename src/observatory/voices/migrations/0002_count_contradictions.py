"""The contradictions of a voice are counted from an index alone."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('voices', '0001_initial'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='contradiction',
            name='contradiction_voice',
        ),
        migrations.AddIndex(
            model_name='contradiction',
            index=models.Index(fields=['voice', 'day', 'incident', 'named'], name='contradiction_voice'),
        ),
    ]
