"""The national lists, version 1."""

from django.db import migrations

from ketnghia.checklists.national import templates


def load(apps, _schema):
    Template = apps.get_model("checklists", "Template")
    Step = apps.get_model("checklists", "Step")
    for facts in templates():
        template = Template.objects.create(kind=facts["kind"], name=facts["name"], version=1)
        Step.objects.bulk_create(
            Step(template=template, order=place, **step)
            for place, step in enumerate(facts["steps"], start=1)
        )


def unload(apps, _schema):
    apps.get_model("checklists", "Template").objects.filter(unit=None).delete()


class Migration(migrations.Migration):
    dependencies = [("checklists", "0001_checklists")]
    operations = [migrations.RunPython(load, unload)]
