"""The addresses of review."""

from __future__ import annotations

from django.urls import path

from observatory.review import actions, agreement_page, claim_page, queue_page

urlpatterns = [
    path("review/", queue_page.queue, name="review"),
    path("review/agreement/", agreement_page.agreement, name="agreement"),
    path("review/agreement/second/", agreement_page.second_looks, name="second_looks"),
    path("review/agreement/gold/", agreement_page.own_gold, name="own_gold"),
    path("review/<str:key>/", claim_page.claim, name="review_claim"),
    path("review/<str:key>/decide/", actions.decide, name="decide"),
    path("review/<str:key>/undo/<int:number>/", actions.undo_decision, name="undo_decision"),
    path("review/<str:key>/take/", actions.take, name="take_claim"),
]
