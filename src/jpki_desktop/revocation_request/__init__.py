"""A request to revoke a certificate: CMP `rr` built, signed by a callback, its answer judged.

Requests that are on their way are remembered here. Nothing is sent, no card is touched and nobody
is asked here; sentences are in `wording.revocation_request`.
"""
