"""The addresses of the site. Each application has its own `addresses` module; `/` is Today."""

from __future__ import annotations

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

# Upkeep asks to sign in on our own page, with the second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

admin.site.site_header = admin.site.site_title = "hudna"

urlpatterns = [
    path("", include("observatory.atlas.addresses")),
    path("", include("observatory.documents.addresses")),
    path("", include("observatory.ledgers.addresses")),
    path("", include("observatory.voices.addresses")),
    path("", include("observatory.bulletins.addresses")),
    path("", include("observatory.review.addresses")),
    path("", include("observatory.search.addresses")),
    path("", include("observatory.api.addresses")),
    path("people/", include("observatory.people.addresses")),
    path("upkeep/", admin.site.urls),
    path("favicon.ico", RedirectView.as_view(url="/static/ui/icon.svg")),
]

handler400 = "observatory.ui.errors.bad_request"
handler404 = "observatory.ui.errors.not_found"
handler403 = "observatory.ui.errors.forbidden"
handler500 = "observatory.ui.errors.server_error"
