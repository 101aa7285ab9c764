"""The Django application of bulletins."""

from __future__ import annotations

from django.apps import AppConfig


class BulletinsConfig(AppConfig):
    """Bulletins and their versions."""

    name = "observatory.bulletins"
    label = "bulletins"
