"""What people type in this room, one file for each subject."""
