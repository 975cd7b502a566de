import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('agreements', '0001_agreements'),
        ('exchanges', '0002_visits'),
        ('units', '0001_units'),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalRotation',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('since', models.PositiveSmallIntegerField(verbose_name='thứ tự có từ năm')),
                ('every', models.PositiveSmallIntegerField(blank=True, default=1, help_text='trống: mỗi lần gặp một lượt', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='mỗi lượt mấy năm')),
                ('due_month', models.PositiveSmallIntegerField(default=12, verbose_name='trước tháng')),
                ('due_day', models.PositiveSmallIntegerField(default=31, verbose_name='trước ngày')),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('agreement', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreement')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('series', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='exchanges.series')),
            ],
            options={
                'verbose_name': 'historical sổ luân phiên',
                'verbose_name_plural': 'historical sổ luân phiêns',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Rotation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.PositiveSmallIntegerField(verbose_name='thứ tự có từ năm')),
                ('every', models.PositiveSmallIntegerField(blank=True, default=1, help_text='trống: mỗi lần gặp một lượt', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='mỗi lượt mấy năm')),
                ('due_month', models.PositiveSmallIntegerField(default=12, verbose_name='trước tháng')),
                ('due_day', models.PositiveSmallIntegerField(default=31, verbose_name='trước ngày')),
                ('agreement', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='rotation', to='agreements.agreement')),
                ('series', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='rotation', to='exchanges.series')),
            ],
            options={
                'verbose_name': 'sổ luân phiên',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agreement__isnull', True), ('series__isnull', False)), models.Q(('agreement__isnull', False), ('series__isnull', True)), _connector='OR'), name='rotation_of_a_series_or_a_paper')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalRotationPlace',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
                ('joined', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='vào từ năm')),
                ('left', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='thôi từ năm')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='units.unit')),
                ('rotation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='rotations.rotation')),
            ],
            options={
                'verbose_name': 'historical thứ tự đăng cai',
                'verbose_name_plural': 'historical thứ tự đăng cais',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='RotationPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
                ('joined', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='vào từ năm')),
                ('left', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='thôi từ năm')),
                ('rotation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='rotations.rotation')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns_to_host', to='units.unit')),
            ],
            options={
                'verbose_name': 'thứ tự đăng cai',
                'ordering': ['order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('rotation', 'unit'), name='rotation_place_once', violation_error_message='Mỗi đơn vị chỉ đứng một lượt trong vòng.')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalTurnDecision',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('kind', models.CharField(choices=[('skip', 'Bỏ lượt'), ('swap', 'Đổi lượt'), ('count', 'Tính hay không tính một cuộc')], max_length=5, verbose_name='loại')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='lượt năm')),
                ('why', models.CharField(max_length=300, verbose_name='lý do')),
                ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='ai quyết định')),
                ('paper', models.CharField(blank=True, max_length=300, verbose_name='theo văn bản')),
                ('decided_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='ngày quyết định')),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('exchange', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='exchanges.exchange')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('rotation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='rotations.rotation')),
                ('by_place', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='rotations.rotationplace', verbose_name='đăng cai thay')),
                ('place', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='rotations.rotationplace', verbose_name='lượt của')),
            ],
            options={
                'verbose_name': 'historical quyết định về lượt',
                'verbose_name_plural': 'historical quyết định về lượts',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='TurnDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('skip', 'Bỏ lượt'), ('swap', 'Đổi lượt'), ('count', 'Tính hay không tính một cuộc')], max_length=5, verbose_name='loại')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='lượt năm')),
                ('why', models.CharField(max_length=300, verbose_name='lý do')),
                ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='ai quyết định')),
                ('paper', models.CharField(blank=True, max_length=300, verbose_name='theo văn bản')),
                ('decided_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='ngày quyết định')),
                ('by_place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='decisions_to_step_in', to='rotations.rotationplace', verbose_name='đăng cai thay')),
                ('exchange', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='turn_decisions', to='exchanges.exchange')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='decisions', to='rotations.rotationplace', verbose_name='lượt của')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('rotation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='rotations.rotation')),
            ],
            options={
                'verbose_name': 'quyết định về lượt',
                'ordering': ['decided_on', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('rotation', 'exchange'), name='turn_decision_once_an_exchange', violation_error_message='Cuộc này đã có quyết định. Rút quyết định cũ trước.'), models.CheckConstraint(condition=models.Q(models.Q(('exchange__isnull', False), ('kind', 'count')), models.Q(('exchange__isnull', True), ('kind', 'skip'), ('place__isnull', False)), models.Q(('by_place__isnull', False), ('exchange__isnull', True), ('kind', 'swap'), ('place__isnull', False)), _connector='OR'), name='turn_decision_says_what_its_kind_needs')],
            },
        ),
    ]
