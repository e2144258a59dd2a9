"""Windows: the only package that may import QtWidgets. No APDU, no parsing, no judging."""
