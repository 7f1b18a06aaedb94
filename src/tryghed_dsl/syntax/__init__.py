"""From text to syntax tree and back. The only floor that knows the parser library."""
