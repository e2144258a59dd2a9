"""The certification path in words: one line a certificate, and how far the path is known."""

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.published_authorities import match
from jpki_desktop.wording.certificate import kind_name
from jpki_desktop.wording.certificate_files import authority_words
from jpki_desktop.wording.dates import day_in_japan
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import name_summary


def path_lines(chain: tuple[Certificate, ...]) -> list[str]:
    """Return the path from the top down, each step further in than the one above."""
    lines = []
    for depth, certificate in enumerate(reversed(chain)):
        line = translate("certificate_path", "{kind}: {name} (until {date})").format(
            kind=kind_name(certificate.kind),
            name=name_summary(certificate.subject),
            date=day_in_japan(certificate.not_after),
        )
        lines.append(f"{'　' * depth}{'└ ' if depth else ''}{line}")
    return lines


def path_note(chain: tuple[Certificate, ...]) -> str:
    """Return what is known of the top of the path."""
    top = chain[-1]
    if top.issuer != top.subject:
        return translate(
            "certificate_path",
            "The certificate of the issuer is not known. Where this one came from a card, put the "
            "card on the reader and open this tab again. Where it came from a file, open a file "
            "that holds both.",
        )
    return authority_words(match(top))
