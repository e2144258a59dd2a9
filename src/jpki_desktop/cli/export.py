"""`jpki export`: a certificate of the card as a file, in one of five forms.

Without --output it goes to standard output. How the certificate is read is `show`'s.
"""

import argparse
import sys
from pathlib import Path

from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.cli.passwords import add_password_options
from jpki_desktop.cli.session import CardSession
from jpki_desktop.cli.show import read_certificate
from jpki_desktop.errors import UsageError
from jpki_desktop.operations.export_certificate import (
    ExportForm,
    default_name,
    holds_personal_data,
    write_output,
)
from jpki_desktop.wording.certificate import banner
from jpki_desktop.wording.export import Tab, exported, personal_data_warning
from jpki_desktop.wording.language import translate


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare which certificate, in which form, and where to."""
    parser.add_argument(
        "certificate",
        choices=[kind.value for kind in CertificateFile],
        help=translate("cli", "which certificate of the card"),
    )
    parser.add_argument(
        "--form",
        choices=[form.value for form in ExportForm],
        default=ExportForm.DER.value,
        help=translate("cli", "form of the file (der)"),
    )
    parser.add_argument(
        "--tab",
        choices=[tab.value for tab in Tab],
        default=Tab.DETAIL.value,
        help=translate("cli", "which rows the text has (detail)"),
    )
    parser.add_argument(
        "--output",
        metavar=translate("cli", "FILE"),
        help=translate("cli", "write into this file; into a folder, under the usual name"),
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help=translate("cli", "replace the file if there is one"),
    )
    add_password_options(parser)


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Read the certificate and write it."""
    certificate = read_certificate(arguments, session, CertificateFile(arguments.certificate))
    form, now = ExportForm(arguments.form), session.world.clock()
    content = exported(certificate, form, now, Tab(arguments.tab))
    if arguments.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        if arguments.output == "-":
            raise UsageError("output-is-dash")
        path = Path(arguments.output)
        # A folder is no mistake here: it asks for the usual name.
        target = path / default_name(certificate, form, now) if path.is_dir() else path
        write_output(str(target), content, overwrite=arguments.overwrite)
        print(translate("cli", "Written: {path}").format(path=target), file=sys.stderr)
    _warn(certificate, form)
    return 0


def _warn(certificate: Certificate, form: ExportForm) -> None:
    """What must be known of the file, beside it."""
    mark = banner(certificate)
    if mark is not None:
        print(mark, file=sys.stderr)
    if holds_personal_data(certificate) and form is not ExportForm.ICS:
        print(personal_data_warning(), file=sys.stderr)
