"""From findings and reports to text; one file a format."""
