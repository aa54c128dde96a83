"""Technology radars for local government: YAML files in, an honest picture out."""

__version__ = "0.1.0"
