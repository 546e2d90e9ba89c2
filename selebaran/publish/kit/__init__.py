"""A kit for an event: all that is printed for it, counted, in a few files that staff print one after the other."""
