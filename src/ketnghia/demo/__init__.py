"""The five situations as data, loaded once for a demonstration."""
