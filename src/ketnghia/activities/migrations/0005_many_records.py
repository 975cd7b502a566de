from django.conf import settings
from django.db import migrations, models

KNOWN = "SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'"
BY_PARTS = (
    "CREATE INDEX activity_found_by_parts ON activities_activity"
    " USING gin (search_text gin_trgm_ops)"
)


def find_by_parts(_apps, schema_editor):
    """A word anywhere in half a million texts: PostgreSQL finds it by its parts of three letters.

    Where the extension is not installed, searching reads every text as before.
    """
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(KNOWN)
        if cursor.fetchone() is None:
            return
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        cursor.execute(BY_PARTS)


def forget_parts(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS activity_found_by_parts")


class Migration(migrations.Migration):

    dependencies = [
        ('activities', '0004_one_lead'),
        ('agreements', '0001_agreements'),
        ('units', '0001_units'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(fields=['-begins_on', 'id'], name='activity_newest'),
        ),
        migrations.AddIndex(
            model_name='organiser',
            index=models.Index(condition=models.Q(('answer', 'none'), ('role', 'joint')), fields=['unit', 'activity'], name='organiser_asked'),
        ),
        migrations.RunPython(find_by_parts, forget_parts),
    ]
