"""One file, in the order Django documents; everything changeable is read by env.py."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from ketnghia.config import env
from ketnghia.config.databases import database
from ketnghia.config.secrets import secret_key

PACKAGE = Path(__file__).resolve().parent.parent
DATA = env.folder("KETNGHIA_DATA", Path.cwd() / "data")
DEBUG = env.flag("KETNGHIA_DEBUG", default=False)
TLS = env.flag("KETNGHIA_TLS", default=False)

HOST = env.text("KETNGHIA_HOST", "127.0.0.1")
PORT = env.number("KETNGHIA_PORT", 8000)
DEMO_PASSWORD = env.text("KETNGHIA_DEMO_PASSWORD")
# Children's names are erased so many days after the exchange they were kept for.
CHILDREN_KEPT_DAYS = env.number("KETNGHIA_CHILDREN_KEPT_DAYS", 30)

SECRET_KEY = secret_key(DATA)
# Former secret keys still open what was sealed and signed with them.
SECRET_KEY_FALLBACKS = [key for key in env.text("KETNGHIA_OLD_SECRET_KEYS").split(",") if key]
ALLOWED_HOSTS = [*env.text("KETNGHIA_HOSTS", "127.0.0.1,localhost,[::1]").split(","), HOST]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if TLS else []
if TLS:  # a proxy in front speaks TLS and says so
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = TLS
SESSION_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "ketnghia.ui",
    "ketnghia.accounts",  # before allauth: its templates are ours
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "template_partials.apps.SimpleAppConfig",
    "ketnghia.documents",
    "ketnghia.journal",
    "ketnghia.units",
    "ketnghia.people",
    "ketnghia.holidays",
    "ketnghia.children",
    "ketnghia.agreements",
    "ketnghia.exchanges",
    "ketnghia.rotations",
    "ketnghia.gifts",
    "ketnghia.checklists",
    "ketnghia.activities",
    "ketnghia.reviews",
    "ketnghia.commendations",
    "ketnghia.agenda",
    "ketnghia.reading",
    "ketnghia.overview",
    "ketnghia.demo",
    "ketnghia.simulation",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # with random bytes against guessing (BREACH)
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ketnghia.units.middleware.remember_seats",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
ROOT_URLCONF = "ketnghia.config.urls"
WSGI_APPLICATION = "ketnghia.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["django.template.loaders.app_directories.Loader"],
                        )
                    ],
                )
            ],
            "builtins": ["template_partials.templatetags.partials", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
DATABASES = {"default": database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "ketnghia.accounts.adapters.InvitedOnly"
ACCOUNT_FORMS = {"login": "ketnghia.accounts.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation has already reached the address
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not TLS  # http://localhost only: browsers refuse others
MFA_TOTP_ISSUER = "Kết Nghĩa"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["ketnghia.vietnamese.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_THOUSAND_SEPARATOR = True

EMAIL_HOST = env.text("KETNGHIA_MAIL_HOST")
EMAIL_PORT = env.number("KETNGHIA_MAIL_PORT", 25)
DEFAULT_FROM_EMAIL = env.text("KETNGHIA_MAIL_FROM", "ketnghia@localhost")
if not EMAIL_HOST:  # without a mail server, mails are written where the server's output goes
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

# Long work is done by `ketnghia work`, beside the server; what waits stands in the database.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# A folder of articles is given at once.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
