"""Conversation with a card: APDUs, status words, the JPKI applet and PC/SC.

No sentence for a person and no certificate contents live here: this package ends at bytes.
"""
