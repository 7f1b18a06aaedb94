"""Text as it was written: sources, places in them, encodings, numbers in words, near names."""
