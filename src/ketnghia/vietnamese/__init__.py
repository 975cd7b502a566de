"""The Vietnamese language in plain Python: folding, ordering, dates, number words, formats."""
