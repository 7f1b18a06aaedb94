"""What an editor asks of a spec while it is written: plain functions, and a server round them."""
