"""Gifts in a room of their own, taken over with their keys, files and history from `exchanges`."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.core.management.color import no_style
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader

from ketnghia.vietnamese.text import fold

FACTS = ("id", "recipient", "on", "kind", "what", "value", "bound", "exchange_id", "giver_id",
         "receiver_id")
VERSION = ("history_id", "history_date", "history_change_reason", "history_type",
           "history_user_id")
KEPT = {"gift": FACTS, "historicalgift": FACTS + VERSION}
# What the old tables did not keep, as it is where nobody wrote it.
BEGUN = {"currency": "VND", "number_bound": "exactly", "measure": "", "paper": "", "note": ""}
BATCH = 1000


def take_over(apps, schema_editor):
    """Rows stand under the same keys; a new database has no old tables."""
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        known = set(connection.introspection.table_names(cursor))
    for name, columns in KEPT.items():
        if f"exchanges_{name}" in known:
            begun = BEGUN | ({"search_text": ""} if name == "gift" else {})
            model = apps.get_model("gifts", name)
            _copy(schema_editor, f"exchanges_{name}", model, columns, begun)
            schema_editor.execute(f"DROP TABLE {connection.ops.quote_name(f'exchanges_{name}')}")
    _fill_words(apps.get_model("gifts", "Gift").objects.using(connection.alias))
    _rename_kinds(apps, connection.alias, "exchanges", "gifts")


def give_back(apps, schema_editor):
    """Back into the old tables; what these have no place for is lost."""
    loader = MigrationLoader(None, replace_migrations=False)
    before = loader.project_state(("exchanges", "0002_visits")).apps
    for name, columns in KEPT.items():
        model = before.get_model("exchanges", name)
        schema_editor.create_model(model)
        _copy(schema_editor, f"gifts_{name}", model, columns, {})
    _rename_kinds(apps, schema_editor.connection.alias, "gifts", "exchanges")


def _copy(schema_editor, source, model, columns, begun):
    """Rows of a table into that of a model, and the next key after the highest."""
    connection = schema_editor.connection
    quote = connection.ops.quote_name
    kept = ", ".join(map(quote, columns))
    names = ", ".join(map(quote, [*columns, *begun]))
    values = ", ".join([kept, *["%s"] * len(begun)])
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(model._meta.db_table)} ({names})"
            f" SELECT {values} FROM {quote(source)}",
            list(begun.values()),
        )
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)


def _fill_words(gifts):
    """Gifts recorded before can be searched too."""
    last = 0
    while batch := list(gifts.filter(pk__gt=last).order_by("pk")[:BATCH]):
        for gift in batch:
            gift.search_text = fold(f"{gift.what} {gift.recipient}")
        gifts.bulk_update(batch, ["search_text"])
        last = batch[-1].pk


def _rename_kinds(apps, database, before, after):
    """Files, permissions and whatever else points at a gift by its kind go on pointing at it."""
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(database)
    kinds.filter(app_label=before, model__in=KEPT).update(app_label=after)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('exchanges', '0003_gifts_leave'),
        ('units', '0001_units'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalGift',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('recipient', models.CharField(blank=True, max_length=200, verbose_name='quỹ, người nhận')),
                ('on', models.DateField(verbose_name='ngày')),
                ('kind', models.CharField(choices=[('cash', 'Tiền'), ('goods', 'Hiện vật'), ('labour', 'Ngày công'), ('souvenir', 'Quà lưu niệm')], max_length=8, verbose_name='loại')),
                ('what', models.CharField(max_length=300, verbose_name='nội dung')),
                ('value', models.DecimalField(blank=True, decimal_places=2, max_digits=17, null=True, verbose_name='trị giá')),
                ('bound', models.CharField(choices=[('exactly', 'đúng'), ('about', 'khoảng'), ('over', 'trên'), ('nearly', 'gần'), ('at_least', 'ít nhất'), ('at_most', 'nhiều nhất')], default='exactly', max_length=10, verbose_name='mức')),
                ('currency', models.CharField(choices=[('VND', 'đồng'), ('LAK', 'kíp'), ('CNY', 'nhân dân tệ'), ('KHR', 'riel'), ('THB', 'bạt'), ('USD', 'đô la Mỹ')], default='VND', max_length=3, verbose_name='loại tiền')),
                ('number', models.DecimalField(blank=True, decimal_places=2, max_digits=17, null=True, verbose_name='số lượng')),
                ('number_bound', models.CharField(choices=[('exactly', 'đúng'), ('about', 'khoảng'), ('over', 'trên'), ('nearly', 'gần'), ('at_least', 'ít nhất'), ('at_most', 'nhiều nhất')], default='exactly', max_length=10, verbose_name='mức của số lượng')),
                ('measure', models.CharField(blank=True, max_length=60, verbose_name='đơn vị tính')),
                ('paper', models.CharField(blank=True, max_length=200, verbose_name='biên nhận, chứng từ')),
                ('note', models.TextField(blank=True, verbose_name='ghi chú')),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('exchange', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='exchanges.exchange', verbose_name='trong cuộc giao lưu')),
                ('giver', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='units.unit', verbose_name='bên tặng')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('receiver', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='units.unit', verbose_name='bên nhận')),
                ('recorded_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical quà, hỗ trợ',
                'verbose_name_plural': 'historical quà, hỗ trợs',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Gift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recipient', models.CharField(blank=True, max_length=200, verbose_name='quỹ, người nhận')),
                ('on', models.DateField(verbose_name='ngày')),
                ('kind', models.CharField(choices=[('cash', 'Tiền'), ('goods', 'Hiện vật'), ('labour', 'Ngày công'), ('souvenir', 'Quà lưu niệm')], max_length=8, verbose_name='loại')),
                ('what', models.CharField(max_length=300, verbose_name='nội dung')),
                ('value', models.DecimalField(blank=True, decimal_places=2, max_digits=17, null=True, verbose_name='trị giá')),
                ('bound', models.CharField(choices=[('exactly', 'đúng'), ('about', 'khoảng'), ('over', 'trên'), ('nearly', 'gần'), ('at_least', 'ít nhất'), ('at_most', 'nhiều nhất')], default='exactly', max_length=10, verbose_name='mức')),
                ('currency', models.CharField(choices=[('VND', 'đồng'), ('LAK', 'kíp'), ('CNY', 'nhân dân tệ'), ('KHR', 'riel'), ('THB', 'bạt'), ('USD', 'đô la Mỹ')], default='VND', max_length=3, verbose_name='loại tiền')),
                ('number', models.DecimalField(blank=True, decimal_places=2, max_digits=17, null=True, verbose_name='số lượng')),
                ('number_bound', models.CharField(choices=[('exactly', 'đúng'), ('about', 'khoảng'), ('over', 'trên'), ('nearly', 'gần'), ('at_least', 'ít nhất'), ('at_most', 'nhiều nhất')], default='exactly', max_length=10, verbose_name='mức của số lượng')),
                ('measure', models.CharField(blank=True, max_length=60, verbose_name='đơn vị tính')),
                ('paper', models.CharField(blank=True, max_length=200, verbose_name='biên nhận, chứng từ')),
                ('note', models.TextField(blank=True, verbose_name='ghi chú')),
                ('search_text', models.TextField(default='', editable=False)),
                ('exchange', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='gifts', to='exchanges.exchange', verbose_name='trong cuộc giao lưu')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gifts_given', to='units.unit', verbose_name='bên tặng')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gifts_received', to='units.unit', verbose_name='bên nhận')),
                ('recorded_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'quà, hỗ trợ',
                'ordering': ['on', 'pk'],
                'indexes': [models.Index(fields=['on'], name='gift_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('giver', models.F('receiver')), _negated=True), name='gift_between_two', violation_error_message='Bên nhận phải là đơn vị khác với bên tặng.')],
            },
        ),
        migrations.RunPython(take_over, give_back),
    ]
