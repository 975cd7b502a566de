import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('exchanges', '0002_visits'),
        ('people', '0001_people'),
        ('units', '0001_units'),
    ]

    operations = [
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('domestic', 'Trong nước'), ('out', 'Đoàn ra nước ngoài'), ('in', 'Đoàn nước ngoài vào'), ('children', 'Có thiếu nhi')], max_length=8, verbose_name='loại')),
                ('name', models.CharField(max_length=200, verbose_name='tên')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='bản')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('made_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='checklists.template')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checklist_templates', to='units.unit')),
            ],
            options={
                'verbose_name': 'danh mục mẫu',
                'ordering': ['kind', 'unit', '-version'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'kind', 'version'), name='template_version_once'), models.UniqueConstraint(condition=models.Q(('unit', None)), fields=('kind', 'version'), name='national_template_version_once')],
            },
        ),
        migrations.CreateModel(
            name='Checklist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField(auto_now_add=True)),
                ('exchange', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checklists', to='exchanges.exchange')),
                ('started_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checklists', to='units.unit')),
                ('template', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checklists', to='checklists.template')),
            ],
            options={
                'verbose_name': 'danh mục việc chuẩn bị',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('exchange', 'unit', 'template'), name='checklist_once'), models.UniqueConstraint(condition=models.Q(('template', None)), fields=('exchange', 'unit'), name='own_checklist_once')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalTask',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('what', models.CharField(max_length=300, verbose_name='việc')),
                ('owner', models.CharField(blank=True, max_length=120, verbose_name='ai làm')),
                ('due_on', models.DateField(verbose_name='xong trước ngày')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('has_file', models.BooleanField(default=False, verbose_name='kèm tệp')),
                ('is_paper', models.BooleanField(default=False, verbose_name='là văn bản')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='số, ký hiệu')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='ngày ký')),
                ('issuer', models.CharField(blank=True, max_length=200, verbose_name='cơ quan ban hành')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='xong ngày')),
                ('skipped_on', models.DateField(blank=True, null=True, verbose_name='ghi không cần ngày')),
                ('skipped_why', models.CharField(blank=True, max_length=300, verbose_name='vì sao không cần')),
                ('is_own', models.BooleanField(default=False, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('checklist', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='checklists.checklist')),
                ('done_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người ghi')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.person', verbose_name='giao cho')),
            ],
            options={
                'verbose_name': 'historical việc chuẩn bị',
                'verbose_name_plural': 'historical việc chuẩn bịs',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=1)),
                ('what', models.CharField(max_length=300, verbose_name='việc')),
                ('owner', models.CharField(blank=True, max_length=120, verbose_name='ai làm')),
                ('days', models.SmallIntegerField(help_text='âm: trước ngày đầu; dương: sau ngày cuối; 0: ngày đầu', verbose_name='số ngày')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('has_file', models.BooleanField(default=False, verbose_name='kèm tệp')),
                ('is_paper', models.BooleanField(default=False, verbose_name='là văn bản')),
                ('template', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='checklists.template')),
            ],
            options={
                'verbose_name': 'việc trong mẫu',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalChecklist',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('started_at', models.DateTimeField(blank=True, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('exchange', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='exchanges.exchange')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('started_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='units.unit')),
                ('template', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='checklists.template')),
            ],
            options={
                'verbose_name': 'historical danh mục việc chuẩn bị',
                'verbose_name_plural': 'historical danh mục việc chuẩn bịs',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=1)),
                ('what', models.CharField(max_length=300, verbose_name='việc')),
                ('owner', models.CharField(blank=True, max_length=120, verbose_name='ai làm')),
                ('days', models.SmallIntegerField(blank=True, editable=False, null=True)),
                ('due_on', models.DateField(verbose_name='xong trước ngày')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('has_file', models.BooleanField(default=False, verbose_name='kèm tệp')),
                ('is_paper', models.BooleanField(default=False, verbose_name='là văn bản')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='số, ký hiệu')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='ngày ký')),
                ('issuer', models.CharField(blank=True, max_length=200, verbose_name='cơ quan ban hành')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='xong ngày')),
                ('skipped_on', models.DateField(blank=True, null=True, verbose_name='ghi không cần ngày')),
                ('skipped_why', models.CharField(blank=True, max_length=300, verbose_name='vì sao không cần')),
                ('is_own', models.BooleanField(default=False, editable=False)),
                ('search_text', models.TextField(editable=False)),
                ('checklist', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='checklists.checklist')),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người ghi')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='preparing', to='people.person', verbose_name='giao cho')),
            ],
            options={
                'verbose_name': 'việc chuẩn bị',
                'ordering': ['due_on', 'order', 'pk'],
                'indexes': [models.Index(fields=['done_on', 'skipped_on', 'due_on'], name='task_waiting')],
            },
        ),
    ]
