"""Path, OCSP and CRL: from a certificate to a verdict with its evidence.

Judging is apart from fetching: `path`, `ocsp` and `crl` take bytes and the time and touch no
network. "Valid" is said in one place only, `result.Verdict.word`.
"""
