"""The core program: the cells a spec looks up, and the expressions that judge them."""
