import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('documents', '0001_documents'),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalPhoto',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('subject_id', models.PositiveBigIntegerField()),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('order', models.PositiveSmallIntegerField(default=1)),
                ('caption', models.CharField(blank=True, max_length=300, verbose_name='chú thích')),
                ('credit', models.CharField(blank=True, max_length=120, verbose_name='người chụp')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='nơi chụp')),
                ('taken_on', models.DateField(blank=True, null=True, verbose_name='ngày chụp')),
                ('shows_children', models.BooleanField(default=False, verbose_name='có trẻ em')),
                ('added_at', models.DateTimeField(blank=True, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('added_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject_type', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='contenttypes.contenttype')),
            ],
            options={
                'verbose_name': 'historical ảnh',
                'verbose_name_plural': 'historical ảnhs',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_id', models.PositiveBigIntegerField()),
                ('image', models.FileField(upload_to='photos/%Y/%m/', verbose_name='ảnh')),
                ('small', models.FileField(upload_to='photos/%Y/%m/')),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('order', models.PositiveSmallIntegerField(default=1)),
                ('caption', models.CharField(blank=True, max_length=300, verbose_name='chú thích')),
                ('credit', models.CharField(blank=True, max_length=120, verbose_name='người chụp')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='nơi chụp')),
                ('taken_on', models.DateField(blank=True, null=True, verbose_name='ngày chụp')),
                ('shows_children', models.BooleanField(default=False, verbose_name='có trẻ em')),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype')),
            ],
            options={
                'verbose_name': 'ảnh',
                'ordering': ['order', 'pk'],
                'indexes': [models.Index(fields=['subject_type', 'subject_id'], name='documents_p_subject_00c4ec_idx')],
                'constraints': [models.UniqueConstraint(fields=('subject_type', 'subject_id', 'sha256'), name='photo_once_per_subject', violation_error_message='Ảnh này đã có ở đây.')],
            },
        ),
    ]
