"""From syntax tree to checked spec: names found, units agreed, every rule complete."""
