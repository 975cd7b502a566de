"""Settings and the one place that names every room."""
