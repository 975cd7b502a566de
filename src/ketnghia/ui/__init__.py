"""Components, styles and small scripts; knows no word of the field."""
