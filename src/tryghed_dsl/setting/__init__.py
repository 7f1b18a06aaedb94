"""What figures decide before anything is judged: where, when, and from which start."""
