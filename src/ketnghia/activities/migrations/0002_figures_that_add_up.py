import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('activities', '0001_activities'),
        ('agreements', '0001_agreements'),
        ('documents', '0001_documents'),
        ('units', '0001_units'),
    ]

    operations = [
        migrations.CreateModel(
            name='Campaign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='tên')),
                ('folded', models.CharField(editable=False, max_length=200, unique=True)),
                ('begins_on', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='đến ngày')),
            ],
            options={
                'verbose_name': 'chiến dịch',
                'ordering': [models.OrderBy(models.F('begins_on'), descending=True, nulls_last=True), 'folded'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('begins_on'))), name='campaign_ends_after_it_begins', violation_error_message='Ngày kết thúc phải sau ngày bắt đầu.')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalCampaign',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='tên')),
                ('begins_on', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='đến ngày')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical chiến dịch',
                'verbose_name_plural': 'historical chiến dịchs',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalOverlap',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('reason', models.CharField(choices=[('source', 'cùng một nguồn'), ('event', 'cùng nơi, cùng lúc'), ('span', 'một số tính cả kỳ, một số trong kỳ đó')], max_length=6)),
                ('answer', models.CharField(choices=[('waiting', 'chờ trả lời'), ('separate', 'khác nhau, cộng cả hai'), ('same', 'cùng một việc, tính một'), ('part', 'số này nằm trong số kia')], default='waiting', max_length=8, verbose_name='trả lời')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('answered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('first', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='activities.figure')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='activities.figure', verbose_name='tính số')),
                ('second', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='activities.figure')),
            ],
            options={
                'verbose_name': 'historical chỗ có thể tính trùng',
                'verbose_name_plural': 'historical chỗ có thể tính trùngs',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, verbose_name='mã')),
                ('group', models.CharField(choices=[('A', 'Giáo dục, tuyên truyền'), ('B', 'Tình nguyện, an sinh xã hội'), ('C', 'Nông thôn mới, đô thị, môi trường'), ('D', 'Sáng tạo, chuyển đổi số, cải cách hành chính'), ('E', 'Bảo vệ Tổ quốc, biên giới'), ('F', 'Đồng hành với thanh niên'), ('G', 'Thiếu nhi'), ('H', 'Xây dựng Đoàn, tham gia xây dựng Đảng'), ('I', 'Quốc tế, phối hợp, kết nghĩa')], max_length=1, verbose_name='nhóm')),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('name', models.CharField(max_length=200, verbose_name='tên chỉ tiêu')),
                ('measure', models.CharField(max_length=40, verbose_name='đơn vị tính')),
                ('adds', models.CharField(choices=[('sum', 'cộng dồn'), ('last', 'lấy số cuối kỳ'), ('share', 'tỷ lệ, không cộng')], default='sum', max_length=5, verbose_name='cách cộng')),
                ('nature', models.CharField(choices=[('things', 'vật, việc'), ('people', 'người'), ('turns', 'lượt'), ('money', 'tiền'), ('percent', 'phần trăm')], default='things', max_length=7, verbose_name='đếm gì')),
                ('derived', models.CharField(blank=True, choices=[('', 'gõ vào'), ('papers', 'văn bản còn hiệu lực'), ('delegations', 'đoàn ra, đoàn vào'), ('meetings', 'hội đàm, tọa đàm, giao lưu'), ('duties', 'cam kết đạt'), ('support', 'giá trị hỗ trợ đối tác'), ('children', 'thiếu nhi tham gia giao lưu')], default='', max_length=12, verbose_name='lấy từ')),
                ('words', models.TextField(blank=True, help_text='Mỗi dòng một cách gọi.', verbose_name='cách gọi khác')),
                ('from_year', models.PositiveSmallIntegerField(verbose_name='dùng từ năm')),
                ('until_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='dùng đến hết năm')),
                ('search_text', models.TextField(editable=False)),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='own_indicators', to='units.unit', verbose_name='chỉ tiêu riêng của')),
                ('under', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='activities.indicator', verbose_name='tính vào chỉ tiêu')),
            ],
            options={
                'verbose_name': 'chỉ tiêu',
                'ordering': ['group', 'order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('owner', 'code', 'from_year'), name='indicator_once_a_year', violation_error_message='Mã này đã có trong năm đó.'), models.UniqueConstraint(condition=models.Q(('owner__isnull', True)), fields=('code', 'from_year'), name='national_indicator_once_a_year', violation_error_message='Mã này đã có trong năm đó.'), models.CheckConstraint(condition=models.Q(('until_year__gte', models.F('from_year'))), name='indicator_ends_after_it_begins', violation_error_message='Năm cuối phải từ năm đầu trở đi.')],
            },
        ),
        migrations.CreateModel(
            name='Contribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('bound', models.CharField(choices=[('exactly', 'đúng'), ('about', 'khoảng'), ('over', 'trên'), ('nearly', 'gần'), ('at_least', 'ít nhất'), ('at_most', 'nhiều nhất')], max_length=10)),
                ('value', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('out_of', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('figure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='activities.figure')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='activities.organiser')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='units.unit')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='activities.indicator')),
            ],
            options={
                'indexes': [models.Index(fields=['unit', 'on'], name='contribution_of_a_unit'), models.Index(fields=['indicator', 'on'], name='contribution_to_a_total')],
                'constraints': [models.UniqueConstraint(fields=('figure', 'organiser'), name='contribution_once')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalIndicator',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('code', models.CharField(max_length=20, verbose_name='mã')),
                ('group', models.CharField(choices=[('A', 'Giáo dục, tuyên truyền'), ('B', 'Tình nguyện, an sinh xã hội'), ('C', 'Nông thôn mới, đô thị, môi trường'), ('D', 'Sáng tạo, chuyển đổi số, cải cách hành chính'), ('E', 'Bảo vệ Tổ quốc, biên giới'), ('F', 'Đồng hành với thanh niên'), ('G', 'Thiếu nhi'), ('H', 'Xây dựng Đoàn, tham gia xây dựng Đảng'), ('I', 'Quốc tế, phối hợp, kết nghĩa')], max_length=1, verbose_name='nhóm')),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('name', models.CharField(max_length=200, verbose_name='tên chỉ tiêu')),
                ('measure', models.CharField(max_length=40, verbose_name='đơn vị tính')),
                ('adds', models.CharField(choices=[('sum', 'cộng dồn'), ('last', 'lấy số cuối kỳ'), ('share', 'tỷ lệ, không cộng')], default='sum', max_length=5, verbose_name='cách cộng')),
                ('nature', models.CharField(choices=[('things', 'vật, việc'), ('people', 'người'), ('turns', 'lượt'), ('money', 'tiền'), ('percent', 'phần trăm')], default='things', max_length=7, verbose_name='đếm gì')),
                ('derived', models.CharField(blank=True, choices=[('', 'gõ vào'), ('papers', 'văn bản còn hiệu lực'), ('delegations', 'đoàn ra, đoàn vào'), ('meetings', 'hội đàm, tọa đàm, giao lưu'), ('duties', 'cam kết đạt'), ('support', 'giá trị hỗ trợ đối tác'), ('children', 'thiếu nhi tham gia giao lưu')], default='', max_length=12, verbose_name='lấy từ')),
                ('words', models.TextField(blank=True, help_text='Mỗi dòng một cách gọi.', verbose_name='cách gọi khác')),
                ('from_year', models.PositiveSmallIntegerField(verbose_name='dùng từ năm')),
                ('until_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='dùng đến hết năm')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='units.unit', verbose_name='chỉ tiêu riêng của')),
                ('under', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='activities.indicator', verbose_name='tính vào chỉ tiêu')),
            ],
            options={
                'verbose_name': 'historical chỉ tiêu',
                'verbose_name_plural': 'historical chỉ tiêus',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Overlap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('source', 'cùng một nguồn'), ('event', 'cùng nơi, cùng lúc'), ('span', 'một số tính cả kỳ, một số trong kỳ đó')], max_length=6)),
                ('answer', models.CharField(choices=[('waiting', 'chờ trả lời'), ('separate', 'khác nhau, cộng cả hai'), ('same', 'cùng một việc, tính một'), ('part', 'số này nằm trong số kia')], default='waiting', max_length=8, verbose_name='trả lời')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overlaps_after', to='activities.figure')),
                ('kept', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='activities.figure', verbose_name='tính số')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overlaps_before', to='activities.figure')),
            ],
            options={
                'verbose_name': 'chỗ có thể tính trùng',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['answer'], name='overlap_waiting')],
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='overlap_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='overlap_in_one_order')],
            },
        ),
        migrations.AddField(
            model_name='activity',
            name='beneficiaries',
            field=models.CharField(blank=True, max_length=300, verbose_name='làm cho ai'),
        ),
        migrations.AddField(
            model_name='activity',
            name='client_key',
            field=models.CharField(blank=True, default=None, editable=False, max_length=40, null=True, unique=True),
        ),
        migrations.AddField(
            model_name='activity',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='figure',
            name='document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='documents.document', verbose_name='tệp nguồn'),
        ),
        migrations.AddField(
            model_name='figure',
            name='form',
            field=models.CharField(blank=True, choices=[('', 'chưa tách'), ('cash', 'tiền mặt'), ('goods', 'hiện vật'), ('labour', 'ngày công')], default='', max_length=6, verbose_name='bằng gì'),
        ),
        migrations.AddField(
            model_name='figure',
            name='fund',
            field=models.CharField(blank=True, choices=[('', 'chưa rõ'), ('mobilised', 'vận động'), ('budget', 'ngân sách'), ('partner', 'đối tác hỗ trợ')], default='', max_length=9, verbose_name='nguồn tiền'),
        ),
        migrations.AddField(
            model_name='figure',
            name='out_of',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='trên tổng số'),
        ),
        migrations.AddField(
            model_name='figure',
            name='part_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='parts', to='activities.figure', verbose_name='nằm trong'),
        ),
        migrations.AddField(
            model_name='figure',
            name='said',
            field=models.TextField(blank=True, verbose_name='câu gốc'),
        ),
        migrations.AddField(
            model_name='figure',
            name='said_in',
            field=models.CharField(blank=True, max_length=200, verbose_name='ở đâu'),
        ),
        migrations.AddField(
            model_name='historicalactivity',
            name='beneficiaries',
            field=models.CharField(blank=True, max_length=300, verbose_name='làm cho ai'),
        ),
        migrations.AddField(
            model_name='historicalactivity',
            name='recorded_at',
            field=models.DateTimeField(blank=True, default=django.utils.timezone.now, editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='historicalfigure',
            name='document',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.document', verbose_name='tệp nguồn'),
        ),
        migrations.AddField(
            model_name='historicalfigure',
            name='form',
            field=models.CharField(blank=True, choices=[('', 'chưa tách'), ('cash', 'tiền mặt'), ('goods', 'hiện vật'), ('labour', 'ngày công')], default='', max_length=6, verbose_name='bằng gì'),
        ),
        migrations.AddField(
            model_name='historicalfigure',
            name='fund',
            field=models.CharField(blank=True, choices=[('', 'chưa rõ'), ('mobilised', 'vận động'), ('budget', 'ngân sách'), ('partner', 'đối tác hỗ trợ')], default='', max_length=9, verbose_name='nguồn tiền'),
        ),
        migrations.AddField(
            model_name='historicalfigure',
            name='out_of',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='trên tổng số'),
        ),
        migrations.AddField(
            model_name='historicalfigure',
            name='part_of',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='activities.figure', verbose_name='nằm trong'),
        ),
        migrations.AddField(
            model_name='historicalfigure',
            name='said',
            field=models.TextField(blank=True, verbose_name='câu gốc'),
        ),
        migrations.AddField(
            model_name='historicalfigure',
            name='said_in',
            field=models.CharField(blank=True, max_length=200, verbose_name='ở đâu'),
        ),
        migrations.AddField(
            model_name='historicalorganiser',
            name='answer',
            field=models.CharField(choices=[('none', 'chưa trả lời'), ('confirmed', 'đã xác nhận'), ('disputed', 'có ý kiến khác')], default='none', editable=False, max_length=10, verbose_name='trả lời'),
        ),
        migrations.AddField(
            model_name='historicalorganiser',
            name='answered_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='historicalorganiser',
            name='answered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalorganiser',
            name='remark',
            field=models.CharField(blank=True, max_length=300, verbose_name='ý kiến'),
        ),
        migrations.AddField(
            model_name='historicalorganiser',
            name='share',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='phần, %'),
        ),
        migrations.AddField(
            model_name='organiser',
            name='answer',
            field=models.CharField(choices=[('none', 'chưa trả lời'), ('confirmed', 'đã xác nhận'), ('disputed', 'có ý kiến khác')], default='none', editable=False, max_length=10, verbose_name='trả lời'),
        ),
        migrations.AddField(
            model_name='organiser',
            name='answered_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='organiser',
            name='answered_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='organiser',
            name='remark',
            field=models.CharField(blank=True, max_length=300, verbose_name='ý kiến'),
        ),
        migrations.AddField(
            model_name='organiser',
            name='share',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='phần, %'),
        ),
        migrations.AddField(
            model_name='organiser',
            name='weight',
            field=models.DecimalField(decimal_places=6, default=1, editable=False, max_digits=7),
        ),
        migrations.AlterField(
            model_name='figure',
            name='value',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='giá trị'),
        ),
        migrations.AlterField(
            model_name='historicalfigure',
            name='value',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='giá trị'),
        ),
        migrations.AddConstraint(
            model_name='organiser',
            constraint=models.CheckConstraint(condition=models.Q(('share__isnull', True), models.Q(('share__gte', 0), ('share__lte', Decimal('100'))), _connector='OR'), name='organiser_share_is_a_percentage', violation_error_message='Phần của một đơn vị từ 0 đến 100 phần trăm.'),
        ),
        migrations.RenameField(
            model_name='activity',
            old_name='campaign',
            new_name='campaign_name',
        ),
        migrations.RenameField(
            model_name='historicalactivity',
            old_name='campaign',
            new_name='campaign_name',
        ),
        migrations.AddField(
            model_name='activity',
            name='campaign',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to='activities.campaign', verbose_name='chiến dịch, đợt'),
        ),
        migrations.AddField(
            model_name='historicalactivity',
            name='campaign',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='activities.campaign', verbose_name='chiến dịch, đợt'),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(fields=['ends_on'], name='activity_ends_on'),
        ),
        migrations.AddField(
            model_name='figure',
            name='indicator',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='activities.indicator', verbose_name='chỉ tiêu'),
        ),
        migrations.AddField(
            model_name='historicalfigure',
            name='indicator',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='activities.indicator', verbose_name='chỉ tiêu'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(('part_of', models.F('pk')), _negated=True), name='figure_is_not_part_of_itself', violation_error_message='Một số không nằm trong chính nó.'),
        ),
    ]
