"""Who speaks for which stretch of a text: speech verbs, quotations, nested and carried-over speakers."""

from hudna.attribution.reader import attribute
from hudna.attribution.voices import Force, Voice, Voices, naming_offsets

__all__ = ["Force", "Voice", "Voices", "attribute", "naming_offsets"]
