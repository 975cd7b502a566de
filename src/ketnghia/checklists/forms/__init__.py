"""What people type about preparing, one file for each subject."""
