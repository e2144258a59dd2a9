"""`jpki inspect`: what is in files and folders, one row for each certificate.

Ends with 7 when anything could not be read, after all of it was tried. Needs no card and no reader.
"""

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterator
from datetime import datetime

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.password import wipe
from jpki_desktop.certificate.entries import RequestEntry, RevocationListEntry, UnreadableEntry
from jpki_desktop.certificate.japanese_calendar import JST, jst_date
from jpki_desktop.cli.exit_codes import ExitCode
from jpki_desktop.cli.output import print_rows
from jpki_desktop.cli.session import CardSession
from jpki_desktop.operations.inspect_certificates import (
    InspectedRow,
    days_left,
    inspect_certificates,
)
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.inspection import columns, note, values
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import name_summary
from jpki_desktop.wording.spreadsheet import cell

# Longer than any password of a file; a whole file piped in by mistake is not read to its end.
_LONGEST_LINE = 4096

# Columns of numbers stay numbers; every other one may carry a foreign text.
_NUMBERS = (4, 6)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the paths and the form of the list."""
    parser.add_argument(
        "path",
        nargs="+",
        metavar=translate("cli", "FILE|FOLDER"),
        help=translate("cli", "certificate files, or folders of them"),
    )
    parser.add_argument(
        "--csv",
        action="store_true",
        help=translate("cli", "print a table for spreadsheets (CSV, UTF-8 with BOM)"),
    )
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        help=translate("cli", "read the password of PKCS#12 files from standard input (one line)"),
    )


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """List everything and tell whether all of it could be read."""
    now = session.world.clock()
    password = _password() if arguments.password_stdin else None
    try:
        rows = inspect_certificates(arguments.path, CancelToken(), password=password)
        if arguments.csv:
            unreadable = _print_table(rows, now)
        elif arguments.json:
            unreadable = _print_json(rows, now)
        else:
            unreadable = _print_blocks(rows, now)
    finally:
        if password is not None:
            wipe(password)
    return ExitCode.UNREADABLE if unreadable else ExitCode.DONE


def _password() -> bytearray:
    line = bytearray(sys.stdin.buffer.readline(_LONGEST_LINE))
    while line and line[-1] in b"\r\n":
        del line[-1]
    return line


def _print_table(rows: Iterator[InspectedRow], now: datetime) -> int:
    """UTF-8 with BOM whatever the terminal speaks, because it is meant for a file."""
    sys.stdout.flush()
    out = io.TextIOWrapper(
        sys.stdout.buffer, "utf-8", "backslashreplace", newline="", write_through=False
    )
    unreadable, today = 0, jst_date(now).toordinal()
    try:
        out.write("\ufeff")
        write = csv.writer(out).writerow
        write(columns())
        for row in rows:
            write(
                [
                    text if number in _NUMBERS else cell(text)
                    for number, text in enumerate(values(row, today))
                ]
            )
            unreadable += not row.readable
        out.flush()
    finally:
        out.detach()
    return unreadable


def _print_json(rows: Iterator[InspectedRow], now: datetime) -> int:
    """One array, written while it is made."""
    unreadable, today = 0, jst_date(now).toordinal()
    separator = "["
    for row in rows:
        print(f"{separator}\n{json.dumps(as_json(row, today))}", end="")
        separator = ","
        unreadable += not row.readable
    print("[]" if separator == "[" else "\n]")
    return unreadable


def _print_blocks(rows: Iterator[InspectedRow], now: datetime) -> int:
    unreadable, today = 0, jst_date(now).toordinal()
    headings = columns()
    for row in rows:
        shown = zip(headings, values(row, today), strict=True)
        print_rows([(heading, text) for heading, text in shown if text])
        print()
        unreadable += not row.readable
    return unreadable


def as_json(row: InspectedRow, today: int) -> dict[str, object]:
    """Return the documented shape of one element of `jpki inspect --json`."""
    facts: dict[str, object] = {"file": row.file, "kind": _kind(row)}
    summary = row.summary
    if summary is not None:
        facts |= {
            "origin": summary.origin.value,
            "subject": name_summary(summary.subject),
            "serial": {"hex": summary.serial_hex, "decimal": str(summary.serial)},
            "not_after": _japan(summary.not_after),
            "days_left": days_left(summary, today),
            "issuer": name_summary(summary.issuer),
            "sha256": summary.sha256,
        }
    elif isinstance(row.entry, RequestEntry):
        facts["subject"] = name_summary(row.entry.subject)
    elif isinstance(row.entry, RevocationListEntry):
        facts |= {
            "issuer": name_summary(row.entry.issuer),
            "this_update": _japan(row.entry.this_update),
            "next_update": None if row.entry.next_update is None else _japan(row.entry.next_update),
            "revoked": {"count": row.entry.revoked, "all": row.entry.counted_all},
        }
    else:
        facts["error"] = {"code": _code(row), "text": note(row)}
    return facts


def _kind(row: InspectedRow) -> str:
    if row.summary is not None:
        return row.summary.kind.value
    if isinstance(row.entry, RequestEntry):
        return "request"
    return "crl" if isinstance(row.entry, RevocationListEntry) else "unreadable"


def _code(row: InspectedRow) -> str:
    if isinstance(row.entry, UnreadableEntry):
        return row.entry.reason.value
    return "" if row.error is None else describe_error(row.error).code


def _japan(moment: datetime) -> str:
    try:
        return moment.astimezone(JST).isoformat()
    except OverflowError:  # the last day of the calendar has no next one
        return moment.isoformat()
