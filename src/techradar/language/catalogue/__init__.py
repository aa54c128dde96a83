"""The texts, a module for each part of the tool; each has `TEXTS`, keys beginning with the module's name."""
