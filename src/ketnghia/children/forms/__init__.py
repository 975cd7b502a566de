"""What people type about children's data, one file for each subject."""
