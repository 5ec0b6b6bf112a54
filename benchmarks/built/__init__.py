"""Built directives with questions whose answers are known by construction."""
