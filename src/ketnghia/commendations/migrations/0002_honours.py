"""The national forms of honour, with the papers of their dossiers."""

from django.db import migrations

from ketnghia.commendations.national import honours


def load(apps, _schema):
    Honour = apps.get_model("commendations", "Honour")
    DossierItem = apps.get_model("commendations", "DossierItem")
    for facts in honours():
        dossier = facts.pop("dossier")
        honour = Honour.objects.create(**facts)
        DossierItem.objects.bulk_create(
            DossierItem(honour=honour, order=place, name=name, copies=copies)
            for place, (name, copies) in enumerate(dossier, start=1)
        )


def unload(apps, _schema):
    apps.get_model("commendations", "Honour").objects.filter(owner=None).delete()


class Migration(migrations.Migration):
    dependencies = [("commendations", "0001_register")]
    operations = [migrations.RunPython(load, unload)]
