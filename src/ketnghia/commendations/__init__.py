"""Commendations (khen thưởng): proposed from evidence, decided, kept in a register."""
