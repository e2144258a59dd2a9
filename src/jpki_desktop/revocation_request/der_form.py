"""Whether bytes keep the encoding rules of DER (X.690 10 and 11), whatever they mean.

asn1crypto reads BER; an answer that could be written in two ways is not taken here.
"""

from jpki_desktop.certificate import ber
from jpki_desktop.certificate.ber import BerError, Element

_NUMBERS = frozenset({ber.INTEGER, 0x0A})  # and ENUMERATED
_MOST_LEVELS = 40


def is_der(data: bytes) -> bool:
    """Whether this is one element with definite, shortest lengths and shortest numbers."""
    try:
        whole = ber.element_at(data, 0, len(data))
        if whole.end != len(data):
            return False
        waiting = [(whole, 0)]
        while waiting:
            element, level = waiting.pop()
            if level > _MOST_LEVELS or not _is_plain(data, element):
                return False
            if element.constructed:
                waiting += [(child, level + 1) for child in ber.children(data, element)]
    except BerError:
        return False
    return True


def _is_plain(data: bytes, element: Element) -> bool:
    length = element.stop - element.start
    definite = element.stop == element.end
    if not definite or element.start - element.begin != _header_octets(length):
        return False
    if element.tag in _NUMBERS:
        value = ber.contents(data, element)
        return length > 0 and not _has_idle_octet(value)
    return True


def _header_octets(length: int) -> int:
    return 2 if length < 0x80 else 2 + (length.bit_length() + 7) // 8


def _has_idle_octet(value: bytes) -> bool:
    """X.690 8.3.2: the first nine bits are neither all 0 nor all 1."""
    if len(value) < 2:
        return False
    return (value[0] == 0 and value[1] < 0x80) or (value[0] == 0xFF and value[1] >= 0x80)
