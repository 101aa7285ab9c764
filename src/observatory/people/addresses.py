"""The addresses of people: allauth's pages for signing in, and our own. Nobody signs up, no mail is sent."""

from __future__ import annotations

from allauth.account import views as account
from django.urls import include, path

from observatory.people import sessions, views

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("second-factor/", include("allauth.mfa.urls")),
    path("sessions/", sessions.sessions, name="usersessions_list"),
    path("sessions/end/", sessions.end_sessions, name="end_sessions"),
    path("", views.account, name="account"),
    path("welcome/<str:secret>/", views.welcome, name="welcome"),
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/<int:number>/revoke/", views.revoke_token, name="revoke_token"),
    path("everyone/", views.everyone, name="everyone"),
    path("everyone/<int:number>/", views.change_person, name="change_person"),
    path("invitations/<int:number>/withdraw/", views.withdraw_invitation, name="withdraw_invitation"),
    path("exports/", views.exports, name="exports"),
]
