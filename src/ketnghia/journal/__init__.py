"""What was done, when, by whom (lịch sử), readable by an officer."""
