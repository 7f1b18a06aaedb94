"""The words of every finding, in each language, by group."""
