"""Gifts go to a room of their own, which takes the rows and the tables: see gifts/0001."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("exchanges", "0002_visits")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.DeleteModel("Gift"),
                migrations.DeleteModel("HistoricalGift"),
            ]
        )
    ]
