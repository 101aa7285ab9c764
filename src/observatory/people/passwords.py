"""How good a password must be, said in the language of the page."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from hudna.labels import Language
from observatory.ui.words import say


class LengthValidator:
    """Refuses short passwords. Django's own validator of length has no Arabic words for it."""

    def __init__(self, least: int = 10) -> None:
        self.least = least

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """ValidationError when the password is too short."""
        if len(password) < self.least:
            raise ValidationError(self.get_help_text())

    def get_help_text(self) -> str:
        """What is asked for."""
        spoken = get_language() or ""
        language: Language = "en" if spoken == "en" else "ar"
        return say("people.password_short", language, number=self.least)
