"""What one version of a spec changes in another, and whether that is stricter or looser."""
