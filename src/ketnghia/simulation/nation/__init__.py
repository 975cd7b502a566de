"""The made-up nation: units, people, papers, deeds, meetings and reviews of three years."""
