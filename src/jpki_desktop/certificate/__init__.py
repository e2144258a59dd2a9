"""Certificates as facts: DER in, frozen values out.

Nothing here judges whether a certificate is valid, talks to a card or a server, or says a sentence.
"""
