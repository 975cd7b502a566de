"""Pages of preparing, one file for each subject."""
