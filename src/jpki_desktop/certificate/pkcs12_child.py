"""The process that opens one PKCS#12 file and can be killed at any time.

Standard input: four octets with the length of the password, the password (UTF-8), the file.
Standard output: one octet with the result, then each certificate with four octets of its length.
The private key is never written anywhere; it ends with this process. `pkcs12` starts it.
"""

import sys
from contextlib import suppress

# Results; `pkcs12` reads them.
DONE = b"+"
REFUSED = b"?"
DAMAGED = b"!"

_LENGTH = 4
_CPU_SECONDS = 30
_MEMORY = 1 << 30  # addresses, not pages: the libraries alone take a third of it


def main() -> int:
    """Open what stands on standard input."""
    _limit_resources()
    given = sys.stdin.buffer.read()
    end = _LENGTH + int.from_bytes(given[:_LENGTH], "big")
    sys.stdout.buffer.write(_open(given[end:], given[_LENGTH:end]))
    sys.stdout.buffer.flush()
    return 0


def _limit_resources() -> None:
    """No core file with a password in it, and an end to everything."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _open(data: bytes, password: bytes) -> bytes:
    import warnings

    from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

    warnings.simplefilter("ignore")
    try:
        opened = pkcs12.load_pkcs12(data, password)
        own = [] if opened.cert is None else [opened.cert]
        found = [
            one.certificate.public_bytes(Encoding.DER) for one in (*own, *opened.additional_certs)
        ]
    except ValueError as problem:
        # The library has one exception for all; its sentence tells a password that does not fit.
        return REFUSED if "password" in str(problem).lower() else DAMAGED
    except BaseException:  # noqa: BLE001 - a panic of the library is no Exception
        return DAMAGED
    return DONE + b"".join(len(der).to_bytes(_LENGTH, "big") + der for der in found)


if __name__ == "__main__":
    sys.exit(main())
