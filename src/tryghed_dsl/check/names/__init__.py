"""Names: which are declared, what each is made of, and how much it comes to."""
