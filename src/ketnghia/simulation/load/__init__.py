"""Many people at once against the real server: nothing lost, nothing doubled, no error."""
