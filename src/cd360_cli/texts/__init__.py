"""Every sentence of the tool, English and Dutch side by side; the framework brings its own."""
