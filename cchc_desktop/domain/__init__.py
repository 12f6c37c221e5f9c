"""What the program knows about plans, deadlines, agencies, periods, days and reminders: pure, time is an argument."""
