"""What is wrong, odd or assumed in a spec or its figures: findings as data, and their words."""
