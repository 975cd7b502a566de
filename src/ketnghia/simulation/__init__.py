"""A made-up country at full size, and the benchmarks that run on it."""
