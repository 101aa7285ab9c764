"""The addresses of Today and of incidents."""

from __future__ import annotations

from django.urls import path

from observatory.atlas import incident, today

urlpatterns = [
    path("", today.today, name="today"),
    path("map/", today.areas, name="map"),
    path("incidents/<slug:key>/", incident.incident, name="incident"),
    path("incidents/<slug:key>/area/", incident.area, name="incident_area"),
    path("incidents/<slug:key>/decide/", incident.decide, name="incident_decide"),
]
