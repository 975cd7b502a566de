"""Units through time (đơn vị): names, tree, successions, seats."""
