"""Days, moments and serial numbers of a certificate."""

from datetime import UTC, datetime, timedelta

import pytest

from jpki_desktop.certificate.parse import parse_certificate
from unit.certificate import samples

CERTIFICATE = parse_certificate(samples.auth())  # ends on 2020-03-26 23:59:59 in Japan


def test_serial_of_the_municipal_guides() -> None:
    assert CERTIFICATE.serial_hex == "678A9E"
    assert CERTIFICATE.serial_decimal == "6785694"


@pytest.mark.parametrize(
    ("now", "days"),
    [
        (datetime(2020, 3, 26, 14, 59, 59, tzinfo=UTC), 0),
        (datetime(2020, 3, 26, 15, 0, 0, tzinfo=UTC), -1),
        (datetime(2020, 3, 25, 15, 0, 0, tzinfo=UTC), 0),
        (datetime(2020, 3, 25, 14, 59, 59, tzinfo=UTC), 1),
        (datetime(2020, 2, 25, 15, 0, 0, tzinfo=UTC), 29),
        (datetime(2020, 4, 5, 0, 0, 0, tzinfo=UTC), -10),
    ],
)
def test_days_left_counts_days_in_japan(now: datetime, days: int) -> None:
    assert CERTIFICATE.days_left(now) == days


def test_both_ends_of_validity_belong_to_it() -> None:
    second = timedelta(seconds=1)
    assert not CERTIFICATE.is_expired(samples.END)
    assert CERTIFICATE.is_expired(samples.END + second)
    assert not CERTIFICATE.is_not_yet_valid(samples.START)
    assert CERTIFICATE.is_not_yet_valid(samples.START - second)
