"""Home and the relation page: composed of the rooms below, no rules of its own."""
