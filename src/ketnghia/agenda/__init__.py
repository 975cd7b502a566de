"""The agenda (lịch): what comes, by month and by day, and feeds for calendars."""
