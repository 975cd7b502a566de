"""Files kept beside any record (tệp): type and size checked, SHA-256 shown."""
