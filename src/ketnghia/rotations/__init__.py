"""Turns (lượt): whose turn it is to host, by the order that was set and the exchanges held."""
