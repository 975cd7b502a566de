from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('activities', '0003_names_to_campaigns')]

    operations = [
        migrations.RemoveField('activity', 'campaign_name'),
        migrations.RemoveField('historicalactivity', 'campaign_name'),
        migrations.RemoveField('activity', 'participants'),
        migrations.RemoveField('historicalactivity', 'participants'),
        migrations.AddConstraint(
            model_name='organiser',
            constraint=models.UniqueConstraint(
                condition=models.Q(('role', 'lead')),
                fields=('activity',),
                name='organiser_one_lead',
                violation_error_message='Một hoạt động có một đơn vị chủ trì.',
            ),
        ),
    ]
