"""From checked targets to the core; one file for each kind of rule."""
