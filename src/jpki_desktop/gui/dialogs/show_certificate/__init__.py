"""証明書表示: the window that shows one certificate, its two tabs and the model of the rows."""

from jpki_desktop.gui.dialogs.show_certificate.dialog import ShowCertificateDialog, ShownCertificate

__all__ = ["ShowCertificateDialog", "ShownCertificate"]
