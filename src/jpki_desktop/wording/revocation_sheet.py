"""The receipt of a revocation request on paper and as a text.

Its rows and sentences come from `wording.revocation_request`.
"""

from jpki_desktop import __version__
from jpki_desktop.certificate.japanese_calendar import in_jst
from jpki_desktop.revocation_request.model import Receipt
from jpki_desktop.wording import revocation_request as words
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.print_sheet import Sheet, SheetRow


def receipt_sheet(receipt: Receipt) -> Sheet:
    """Return the receipt as one page."""
    foot = (
        words.receipt_explanation(receipt),
        words.receipt_next_step(receipt),
        translate(
            "revocation_sheet",
            "This is your own record of the request. It is no notice of any authority and no "
            "proof that the certificate is revoked.",
        ),
        translate("print_sheet", "Made with JPKI Desktop {version} (unofficial)").format(
            version=__version__
        ),
    )
    return Sheet(
        title=sheet_title(),
        heading=words.receipt_title(receipt),
        banner=words.trial_banner(demo=receipt.demo, test=receipt.test),
        rows=receipt_sheet_rows(receipt),
        foot=tuple(line for line in foot if line),
    )


def sheet_title() -> str:
    """Return the name of the receipt."""
    return translate("revocation_sheet", "Receipt of the revocation request")


def receipt_sheet_rows(receipt: Receipt) -> tuple[SheetRow, ...]:
    """Return the rows, with those marked in which digits must not be mixed up."""
    certificate = receipt.certificate
    numbers = {
        receipt.transaction_id,
        certificate.serial_hex,
        certificate.serial_decimal,
        certificate.sha256,
    }
    return tuple(
        SheetRow(label, value, is_number=value in numbers)
        for label, value in words.receipt_rows(receipt)
    )


def receipt_text(receipt: Receipt) -> str:
    """Return the receipt as a text that Windows' editor shows rightly as well."""
    sheet = receipt_sheet(receipt)
    head = [sheet.title, *([sheet.banner] if sheet.banner else []), ""]
    rows = [f"{row.label}: {row.value}" for row in sheet.rows]
    return "\r\n".join([*head, *rows, "", *sheet.foot, ""])


def receipt_name(receipt: Receipt, suffix: str) -> str:
    """Return the file name that is proposed: what it is, and when it was sent in Japan."""
    return f"RevocationRequest{in_jst(receipt.sent_at):%Y%m%d%H%M%S}{suffix}"
