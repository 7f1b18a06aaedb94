"""Trajectories: their objectives, and how the way there is judged."""
