"""What the sources of a sentence are called, and the links to them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hudna.protect import Profile
from observatory.bulletins.content import Source
from observatory.documents.fields import Voice
from observatory.ui import numerals, words


def name_of_source(source: Source, voice: Voice) -> str:
    """The outlet of a document, else what kind of page it is."""
    if source.kind == "document":
        return source.name or words.say("document.name", voice.language)
    return words.say(f"bulletin.source_{source.kind}", voice.language)


class Links:
    """The links to the sources of a bulletin. It has thousands, of few outlets and days: each is worded once."""

    def __init__(self, voice: Voice, profile: Profile) -> None:
        self._voice, self._profile = voice, profile
        self._texts: dict[tuple[str, str, str], SafeString] = {}

    def of(self, sources: Iterable[Source]) -> SafeString:
        """The links to the sources of a sentence."""
        links = ((source.address(self._profile), self._text(source)) for source in sources)
        return format_html_join(" · ", '<a href="{}">{}</a>', links)

    def _text(self, source: Source) -> SafeString:
        told = source.kind, source.name, source.day
        if told not in self._texts:
            self._texts[told] = self._worded(source)
        return self._texts[told]

    def _worded(self, source: Source) -> SafeString:
        name = name_of_source(source, self._voice)
        text = format_html("<bdi>{}</bdi>" if source.name else "{}", name)
        if source.date is None:
            return text
        day = numerals.day(source.date, self._voice.language, self._voice.digits)
        return format_html('{} <span class="source-day"><time datetime="{}">{}</time></span>', text, source.day, day)
