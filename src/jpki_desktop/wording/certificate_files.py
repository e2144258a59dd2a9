"""Words for what is in a file of certificates, for authorities and for compared fingerprints.

Errors that concern a whole file are in `wording.file_errors`.
"""

from jpki_desktop.certificate.entries import (
    CertificateEntry,
    Entry,
    FileForm,
    RequestEntry,
    RevocationListEntry,
    Unreadable,
    UnreadableEntry,
)
from jpki_desktop.certificate.fingerprint_text import FingerprintComparison, Likeness
from jpki_desktop.certificate.published_authorities import AuthorityMatch, MatchedAuthority
from jpki_desktop.wording import dates
from jpki_desktop.wording.certificate import public_key_words
from jpki_desktop.wording.certificate_labels import kind_name
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import name_lines


def form_name(form: FileForm) -> str:
    """The name of a file's form; most are the same in every language."""
    return {
        FileForm.DER: translate("files", "Certificate file (DER)"),
        FileForm.PEM: translate("files", "Certificate file (PEM)"),
        FileForm.PKCS7: translate("files", "Certificates (PKCS#7)"),
        FileForm.PKCS12: translate("files", "Certificates with a key (PKCS#12)"),
    }[form]


def entry_name(entry: Entry | None) -> str:
    """What an entry is, for the column of kinds; empty for what cannot be read."""
    if isinstance(entry, CertificateEntry):
        return kind_name(entry.summary.kind)
    if isinstance(entry, RevocationListEntry):
        return translate("files", "Revocation list")
    if isinstance(entry, RequestEntry):
        return translate("files", "Certificate request")
    return ""


def unreadable_words(entry: UnreadableEntry) -> str:
    """Why a part of a file is not shown."""
    words = {
        Unreadable.DAMAGED: translate("files", "Damaged: this cannot be read"),
        Unreadable.TRUNCATED: translate("files", "The end is missing"),
        Unreadable.TRAILING: translate("files", "Something unknown follows"),
        Unreadable.TOO_DEEP: translate("files", "Nested too deeply to be read"),
        Unreadable.TOO_COMPLEX: translate("files", "Too many parts to be read"),
        Unreadable.TOO_LARGE: translate("files", "Too large for a certificate"),
        Unreadable.TOO_MANY: translate(
            "files", "There are more entries; only the first 10,000 are shown"
        ),
        Unreadable.PRIVATE_KEY: translate("files", "A private key, which is never read"),
        Unreadable.PKCS12: translate("files", "A PKCS#12 file within another file"),
        Unreadable.ATTRIBUTE_CERTIFICATE: translate(
            "files", "An attribute certificate, which is not shown"
        ),
        Unreadable.UNKNOWN: translate("files", "Neither a certificate nor anything else known"),
    }[entry.reason]
    return f"{words} ({entry.detail})" if entry.detail else words


def entry_rows(entry: RevocationListEntry | RequestEntry) -> list[tuple[str, str]]:
    """The few facts of what is no certificate, as labels and values."""
    if isinstance(entry, RequestEntry):
        return [
            (translate("files", "Subject"), name_lines(entry.subject)),
            (translate("files", "Public key"), public_key_words(entry.key)),
        ]
    following = (
        translate("files", "Not stated")
        if entry.next_update is None
        else dates.moment_in_japan(entry.next_update)
    )
    return [
        (translate("files", "Issuer"), name_lines(entry.issuer)),
        (translate("files", "Made on"), dates.moment_in_japan(entry.this_update)),
        (translate("files", "Next one by"), following),
        (translate("files", "Revoked certificates"), revoked_count(entry)),
    ]


def revoked_count(entry: RevocationListEntry) -> str:
    """How many certificates a list revokes."""
    if entry.counted_all:
        return f"{entry.revoked:,}"
    return translate("files", "{count} or more").format(count=f"{entry.revoked:,}")


def authority_words(matched: MatchedAuthority) -> str:
    """What is known of an authority's certificate."""
    if matched.match is AuthorityMatch.PUBLISHED and matched.published is not None:
        published = matched.published
        return translate(
            "files",
            "Matches the published one: {authority}, generation {generation} ({first}–{last})",
        ).format(
            authority=kind_name(published.kind),
            generation=published.generation,
            first=published.first_year,
            last=published.last_year,
        )
    if matched.match is AuthorityMatch.TEST:
        return translate("files", "A test authority: it proves nothing")
    return translate("files", "Unknown: not among the published ones")


def comparison_words(result: FingerprintComparison) -> str:
    """What comparing a pasted fingerprint found."""
    return {
        Likeness.EMPTY: translate("files", "Paste the published fingerprint here."),
        Likeness.EQUAL: translate("files", "Equal: all 64 digits are the same."),
        Likeness.EQUAL_SHA1: translate(
            "files", "Equal to the SHA-1 fingerprint. Compare the SHA-256 one: SHA-1 can be forged."
        ),
        Likeness.DIFFERENT: translate(
            "files", "Different, for the first time at digit {position}."
        ),
        Likeness.DIFFERENT_SHA1: translate(
            "files", "Different from the SHA-1 fingerprint, for the first time at digit {position}."
        ),
        Likeness.TOO_SHORT: translate("files", "Too short: {digits} of 64 digits."),
        Likeness.TOO_LONG: translate("files", "Too long: {digits} digits instead of 64."),
        Likeness.NOT_HEXADECIMAL: translate(
            "files", "Character {position} is not a hexadecimal digit (0–9, A–F)."
        ),
    }[result.likeness].format(position=result.position, digits=result.digits)
