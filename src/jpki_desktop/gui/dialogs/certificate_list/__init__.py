"""証明書一覧: many certificates as rows that can be sorted, filtered, copied and saved."""

from jpki_desktop.gui.dialogs.certificate_list.window import CertificateListWindow

__all__ = ["CertificateListWindow"]
