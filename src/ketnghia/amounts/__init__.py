"""Honest numbers (con số trung thực): a value with its bound, and sums that keep it."""
