"""A recommendation in different forms. A renderer shows; it computes nothing."""
