"""cd360: on which value strategy should a company lead, and how sure is that?"""

# A constant, because reading it from the installed metadata costs a quarter of a Typer import.
__version__ = "0.1.0"
