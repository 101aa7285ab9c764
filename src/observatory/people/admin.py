"""Upkeep: projects and their people in Django's own pages. The audit of exports can be read there, not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from observatory.people.models import Export, Invitation, Project, Token
from observatory.records.models import Document, Outlet

if TYPE_CHECKING:
    AnyAdmin = admin.ModelAdmin[Any]
else:
    AnyAdmin = admin.ModelAdmin


class ReadOnly(AnyAdmin):
    """Rows that are looked at and nothing else."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Never."""
        return False


@admin.register(Project)
class ProjectAdmin(AnyAdmin):
    """A project: its outlets, single documents and people."""

    list_display = ("name",)
    search_fields = ("name",)
    autocomplete_fields = ("outlets", "people")
    raw_id_fields = ("documents",)


@admin.register(Outlet)
class OutletAdmin(ReadOnly):
    """Outlets, to be found for projects."""

    list_display = ("name",)
    search_fields = ("name",)


@admin.register(Document)
class DocumentAdmin(ReadOnly):
    """Documents, to be found for projects."""

    list_display = ("key", "title", "outlet", "published")
    list_select_related = ("outlet",)
    search_fields = ("key", "title")


@admin.register(Invitation)
class InvitationAdmin(ReadOnly):
    """Links that were given."""

    list_display = ("role", "note", "made_by", "made_at", "expires_at", "used_at")


@admin.register(Token)
class TokenAdmin(ReadOnly):
    """Tokens, by their first characters."""

    list_display = ("start", "name", "person", "made_at", "expires_at", "used_at", "revoked_at")


@admin.register(Export)
class ExportAdmin(ReadOnly):
    """The audit of exports."""

    list_display = ("made_at", "person", "profile", "format", "address", "rows")
