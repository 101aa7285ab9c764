"""Django settings: an embedded SQLite database in hudna's data folder, or the PostgreSQL that DATABASE_URL names.

What a mission sets by environment: HUDNA_HOME, DATABASE_URL, HUDNA_SECRET_KEY, HUDNA_HOSTS (names that the site answers
to, with commas), HUDNA_READERS (`everyone`: pages are open under the public profile; `people`: only to who signs in),
HUDNA_SECURE (`1`: the site is reached by TLS alone).
"""

from __future__ import annotations

import os
from datetime import timedelta

from csp.constants import NONE, SELF

from observatory.databases import database_settings, secret_key

DEBUG = False
ALLOWED_HOSTS = [name for name in os.environ.get("HUDNA_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if name]
SECRET_KEY = os.environ.get("HUDNA_SECRET_KEY") or secret_key()
READERS = os.environ.get("HUDNA_READERS", "everyone")

INSTALLED_APPS = [
    # Before allauth, whose templates it replaces.
    "observatory.ui",
    "observatory.people",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.admin",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "observatory.records",
    "observatory.documents",
    # Before atlas: who says a claim is known when what they disagree about is looked at.
    "observatory.voices",
    "observatory.atlas",
    "observatory.ledgers",
    "observatory.bulletins",
    # After atlas: what waits for review follows from incidents.
    "observatory.review",
    "observatory.search",
    "observatory.api",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "observatory.ui.preferences.PreferencesMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "observatory.people.middleware.ClosedDoorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "observatory.ui.errors.WrongMethodMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "observatory.addresses"
WSGI_APPLICATION = "observatory.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "observatory.ui.preferences.page_context",
                "observatory.ui.pages.pages_context",
            ]
        },
    }
]

# What went wrong is told on standard error, where the operator's service keeps it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "propagate": True}, "django.request": {"level": "ERROR"}},
}

DATABASES = {"default": database_settings(os.environ.get("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
# Files are served from the packages that they stand in: nothing is collected, nothing is fetched.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = int(timedelta(days=30).total_seconds())
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "observatory.ui.static_files.MarkedStaticFilesStorage"},
}

# Nothing but this site's own files, and no script inside a page.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
CSRF_FAILURE_VIEW = "observatory.ui.errors.stale_form"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SECURE = os.environ.get("HUDNA_SECURE") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = int(timedelta(days=30).total_seconds()) if SECURE else 0

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "observatory.people.adapter.ClosedAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_CALLABLE = "observatory.people.lockout.locked_out"
AXES_VERBOSE = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
USERSESSIONS_TRACK_ACTIVITY = True
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "observatory.people.passwords.LengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
