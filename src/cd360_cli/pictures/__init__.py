"""Geometry of the pictures in a report: values in, shapes with coordinates out; nothing is drawn.

Floats are allowed here and nowhere else: a coordinate is for the eye. Every coordinate is rounded,
so the same values give the same bytes on every machine. Angles are turns (1 is the whole circle),
clockwise from the top; y grows downwards, as in SVG.
"""
