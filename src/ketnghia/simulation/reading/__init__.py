"""How well and how fast the reader reads: its corpus, its score, its floors, and a peer."""
