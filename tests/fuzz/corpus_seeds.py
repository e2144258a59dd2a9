"""Seeds for the fuzzer: files made here, and the collection of `cryptography_vectors`.

`python tests/fuzz/corpus_seeds.py` writes the small ones into tests/fuzz/corpus anew; certificates
of others are only read at run time and never kept.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.card_target import card_seeds
from fuzz.server_targets import server_seeds
from fuzz.targets import answered
from support import certificate_files as made
from unit.certificate import samples

CORPUS = Path(__file__).parent / "corpus"
_LARGEST_SEED = 8192


def own_seeds() -> dict[str, bytes]:
    """One file of each kind, as small as it can be."""
    small = samples.build([(samples.usage("digital_signature"), True)], key=samples.ed25519_key())
    with tempfile.TemporaryDirectory() as folder:
        pkcs12 = made.pkcs12(Path(folder), "-nokeys")
    return {
        "certificate-ed25519": small,
        "certificate-auth": made.trio()[1],
        "certificate-sign": made.trio()[2],
        "authority": made.trio()[0],
        "pem": made.pem(small),
        "pkcs7": made.pkcs7_der(),
        "pkcs7-ber": made.indefinite(0x30, made.pkcs7_der()[4:]),
        "pkcs12": pkcs12,
        "crl": made.revocation_list(),
        "request": made.request(),
        "serial": b"0x67:8A:9E",
        "digits": b"6785694",
        **card_seeds(),
        "revocation-answer": answered()[1],
    }


def fresh_seeds() -> dict[str, bytes]:
    """What is good on the day of the run alone, and is therefore not kept."""
    return server_seeds()


def foreign_seeds() -> Iterator[bytes]:
    """The certificates of `cryptography_vectors`, the malformed ones included, in DER and PEM."""
    import cryptography_vectors

    from jpki_desktop.certificate import pem

    for folder in ("x509", "pkcs7", "pkcs12"):
        for file in sorted((Path(cryptography_vectors.__file__).parent / folder).rglob("*")):
            if file.is_file() and file.stat().st_size <= _LARGEST_SEED:
                data = file.read_bytes()
                yield data
                yield from (block.der for block in pem.blocks(data) if block.der is not None)


def main() -> int:
    """Write our own seeds."""
    CORPUS.mkdir(exist_ok=True)
    for name, data in own_seeds().items():
        (CORPUS / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
