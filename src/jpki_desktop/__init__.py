"""JPKI Desktop: the certificates of a My Number card on the desktop. Unofficial."""

__version__ = "0.1.0"
