"""The addresses of ceasefires."""

from __future__ import annotations

from django.urls import path

from observatory.ledgers import define, page, sentences

urlpatterns = [
    path("ceasefires/", page.ceasefires, name="ceasefires"),
    path("ceasefires/define/", define.define, name="define_ceasefire"),
    path("ceasefires/<slug:name>/", page.ledger, name="ceasefire"),
    path("ceasefires/<slug:name>/definition/", define.definition, name="ceasefire_definition"),
    path("ceasefires/<slug:name>/define/", define.define, name="redefine_ceasefire"),
    path("ceasefires/<slug:name>/sentences/", sentences.sentences, name="ceasefire_sentences"),
]
