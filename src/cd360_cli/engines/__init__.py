"""Engines that score a table by the SQL of a framework, each imported only when it is used."""
