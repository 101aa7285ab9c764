"""Definitions of ceasefires. A changed definition is a new row: what an older bulletin counted can still be told."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from observatory.append_only import FinalModel


class Definition(FinalModel):
    """One version of the definition of a ceasefire, as its TOML text. The newest of a name is the one that counts."""

    name = models.SlugField(max_length=80)
    text = models.TextField()
    made_at = models.DateTimeField()
    person = models.TextField()
    """Who kept it, by the name at that time; empty for one that a command kept."""
    withdrawn = models.BooleanField(default=False)
    """Whether the ceasefire is no longer listed from here on."""

    class Meta(FinalModel.Meta):
        """The newest of a name is asked for."""

        abstract = False
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="definition_name")]

    def __str__(self) -> str:
        return f"{self.name} ({self.made_at:%Y-%m-%d %H:%M})"
