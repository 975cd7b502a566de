"""Names of campaigns become campaigns, numbers of participants figures, other organisers joint."""

from django.db import migrations

from ketnghia.vietnamese.text import fold, tidy

PARTICIPANTS, PEOPLE = 'Số người tham gia', 'người'


def name_campaigns(apps, _editor):
    Activity = apps.get_model('activities', 'Activity')
    Campaign = apps.get_model('activities', 'Campaign')
    for activity in Activity.objects.exclude(campaign_name=''):
        name = tidy(activity.campaign_name)
        activity.campaign, _new = Campaign.objects.get_or_create(
            folded=fold(name), defaults={'name': name}
        )
        activity.save(update_fields=['campaign'])


def write_names(apps, _editor):
    for activity in apps.get_model('activities', 'Activity').objects.filter(campaign__isnull=False):
        activity.campaign_name = activity.campaign.name
        activity.save(update_fields=['campaign_name'])


def count_participants(apps, _editor):
    Activity = apps.get_model('activities', 'Activity')
    Figure = apps.get_model('activities', 'Figure')
    for activity in Activity.objects.exclude(participants=None):
        order = activity.figures.count() + 1
        Figure.objects.create(
            activity=activity, order=order, what=PARTICIPANTS, value=activity.participants,
            measure=PEOPLE,
        )


def write_participants(apps, _editor):
    Figure = apps.get_model('activities', 'Figure')
    for figure in Figure.objects.filter(what=PARTICIPANTS, measure=PEOPLE, value__isnull=False):
        figure.activity.participants = int(figure.value)
        figure.activity.save(update_fields=['participants'])
        figure.delete()


def keep_one_lead(apps, _editor):
    Organiser = apps.get_model('activities', 'Organiser')
    seen = set()
    for organiser in Organiser.objects.filter(role='lead').order_by('pk'):
        if organiser.activity_id in seen:
            organiser.role, organiser.weight = 'joint', 0
            organiser.save(update_fields=['role', 'weight'])
        seen.add(organiser.activity_id)


class Migration(migrations.Migration):

    dependencies = [('activities', '0002_figures_that_add_up')]

    operations = [
        migrations.RunPython(name_campaigns, write_names),
        migrations.RunPython(count_participants, write_participants),
        migrations.RunPython(keep_one_lead, migrations.RunPython.noop),
    ]
