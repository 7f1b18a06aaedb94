"""What runs a core program. Engines know cells and expressions, and no kind of target."""
