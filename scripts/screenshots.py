"""Draws every screen of the program with the demo card, in Japanese and English.

`make screenshots` writes them to docs/screenshots; the README shows them.
"""

import functools
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

import help_screens
import reminder_screens
import revocation_screens
from camera import Camera, close, find, settle, wait_for
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from jpki_desktop import environment
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import ReadersSeen
from jpki_desktop.card.profile import CertificateFile, PasswordKind
from jpki_desktop.certificate.pem import to_pem
from jpki_desktop.emulator import CommandClass, Fault, FaultKind
from jpki_desktop.errors import ReaderBusyError, UnexpectedError
from jpki_desktop.gui.dialogs.certificate_list import CertificateListWindow
from jpki_desktop.gui.dialogs.change_password import ChangePasswordDialog
from jpki_desktop.gui.dialogs.convert_serial import ConvertSerialDialog
from jpki_desktop.gui.dialogs.diagnose import DiagnoseDialog, ReportDialog
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.file_password import FilePasswordDialog
from jpki_desktop.gui.dialogs.place_card import PlaceCardDialog
from jpki_desktop.gui.dialogs.select_certificate import SelectCertificateDialog
from jpki_desktop.gui.dialogs.select_password import SelectPasswordDialog
from jpki_desktop.gui.dialogs.show_authorities import ShowAuthoritiesDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.program import Program
from jpki_desktop.gui.style import apply_style
from jpki_desktop.gui.widgets.busy_panel import BusyPanel
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.operations.show_certificate import read_open_certificate
from jpki_desktop.wording.language import set_language


def _has_verdict(window: ShowCertificateDialog) -> bool:
    return window.verdict is not None


class Tour:
    """One walk through the program."""

    def __init__(self, language: str, camera: Camera) -> None:
        set_language(language)
        self.world = environment.demo()
        # The question has pictures of its own.
        self.world.settings.change(update_notice="no")
        self.demo = self.world.demo or environment.DemoCards("mynumber", None)
        self.camera = camera
        self.program = Program(self.world)
        self.window = self.program.window
        self.program.start()
        wait_for(self.read)

    def read(self) -> bool:
        """Whether the card on the reader has been read."""
        current = self.program.watcher.view.current
        return current is not None and not current.reading and self.program.watcher.started

    def persona(self, name: str) -> None:
        """Exchange the demo card."""
        self.demo.remove()
        settle()
        self.demo.insert(name)
        settle()
        wait_for(self.read)
        settle()

    def walk(self) -> None:
        """Take every picture."""
        self.main_window()
        self.certificates()
        self.passwords()
        self.password_changes()
        self.files()
        self.validity()
        self.diagnosis()
        reminder_screens.take(self)
        self.persona("mynumber")
        revocation_screens.take(self.window, self.camera)
        self.rest()
        help_screens.take(self.program, self.demo, self.camera)
        self.program.window.close()
        self.program.stop()

    def main_window(self) -> None:
        """The card in its states."""
        self.camera.take("main", self.window)
        for name in ("expiring", "expired", "sign-locked", "one-try", "juki", "licence", "android"):
            self.persona(name)
            self.camera.take(f"main-{name}", self.window)
        self.demo.remove()
        settle()
        self.camera.take("main-no-card", self.window)
        self.program.watcher._seen.emit(ReadersSeen(service_running=True))  # noqa: SLF001
        settle()
        self.camera.take("main-no-reader", self.window)
        self.program.watcher._seen.emit(ReadersSeen(service_running=False))  # noqa: SLF001
        settle()
        self.camera.take("main-no-service", self.window)

    def select(self, which: CertificateFile) -> EnterPasswordDialog:
        """Choose a certificate and return the password dialog."""
        self.window.own_certificate.click()
        dialog = find(SelectCertificateDialog)
        dialog.choose(which)
        if which is CertificateFile.AUTH:
            self.camera.take("select-certificate", self.window, dialog)
        dialog.accept()
        return find(EnterPasswordDialog)

    def certificates(self) -> None:
        """Both tabs of the certificates, and the way to them."""
        self.persona("mynumber")
        question = self.select(CertificateFile.AUTH)
        self.camera.take("password-auth", self.window, question)
        question.without_password.emit()
        self.shown("auth")
        self.persona("long")
        question = self.select(CertificateFile.SIGN)
        question.type_text("abc12")
        self.camera.take("password-sign", self.window, question)
        question.type_text("ABC123")
        question.submit()
        self.shown("sign")
        self.camera.take("main-long", self.window)
        self.persona("jlis-test")
        question = self.select(CertificateFile.AUTH)
        question.without_password.emit()
        self.shown("jlis-test")

    def shown(self, name: str) -> None:
        """Take both tabs of the certificate that opens now."""
        dialog = find(ShowCertificateDialog)
        self.camera.take(f"certificate-{name}-basic", dialog)
        dialog.tabs.setCurrentIndex(1)
        self.camera.take(f"certificate-{name}-detail", dialog)
        close(dialog)

    def passwords(self) -> None:
        """The password dialog when something is wrong."""
        self.persona("mynumber")
        question = self.select(CertificateFile.SIGN)
        question.type_text("WRONG1")
        question.submit()
        wait_for(lambda: question.state.tries_left == 4)
        self.camera.take("password-wrong", self.window, question)
        close(question)
        for name in ("one-try", "sign-locked"):
            self.persona(name)
            question = self.select(CertificateFile.SIGN)
            self.camera.take(f"password-{name}", self.window, question)
            close(question)

    def choose_password(self, kind: PasswordKind) -> ChangePasswordDialog:
        """Choose a password to change and return the window for it."""
        self.window.change_password.click()
        choice = find(SelectPasswordDialog)
        choice.choose(kind)
        self.camera.take(f"change-select-{self.demo.persona}", self.window, choice)
        choice.accept()
        return find(ChangePasswordDialog)

    def password_changes(self) -> None:
        """Changing a password, with what is said on the way and in the end."""
        self.persona("mynumber")
        change = self.choose_password(PasswordKind.AUTH)
        self.camera.take("change-auth", self.window, change)
        change.type_texts("1234", "0520", "05")
        self.camera.take("change-auth-weak", self.window, change)
        close(change)
        change = self.choose_password(PasswordKind.SIGN)
        change.type_texts("ABC123", "river7", "river7")
        change.four_passwords.button.click()
        self.camera.take("change-sign-table", change)
        change.four_passwords.button.click()
        change.type_texts("WRONG1", "RIVER7X", "RIVER7X")
        change.submit()
        wait_for(lambda: change.state.tries_left == 4)
        self.camera.take("change-sign-wrong", self.window, change)
        change.type_texts("ABC123", "RIVER7X", "RIVER7X")
        change.submit()
        self.boxed("change-done")
        self.window.verify_password.click()
        choice = find(SelectPasswordDialog)
        choice.choose(PasswordKind.SIGN)
        choice.accept()
        check = find(EnterPasswordDialog)
        self.camera.take("check-sign", self.window, check)
        check.type_text("RIVER7X")
        check.submit()
        self.boxed("check-right")
        change = self.choose_password(PasswordKind.SIGN)
        self.demo._card.arm(Fault(FaultKind.GONE, 1, CommandClass.CHANGE, after=True))  # noqa: SLF001
        change.type_texts("RIVER7X", "STREAM8Y", "STREAM8Y")
        change.submit()
        self.boxed("change-unknown")
        self.demo.insert()
        for name in ("one-try", "sign-locked"):
            self.persona(name)
            change = self.choose_password(PasswordKind.SIGN)
            self.camera.take(f"change-{name}", self.window, change)
            close(change)

    def boxed(self, name: str) -> None:
        """Take the message that opens now."""
        box = find(QMessageBox)
        self.camera.take(name, self.window, box)
        close(box)

    def files(self) -> None:
        """Authorities, files, the list, the path, the converter."""
        self.persona("mynumber")
        self.window.authorities.click()
        authorities = find(ShowAuthoritiesDialog)
        authorities.fields[0].setText("0A:1B 2C")
        self.camera.take("authorities", authorities)
        close(authorities)
        with TemporaryDirectory() as name:
            self.list_of_files(Path(name))
        self.window.convert_serial.click()
        converter = find(ConvertSerialDialog)
        converter.field.setText("67 8A 9E")
        self.camera.take("convert-serial", converter)
        close(converter)
        password = FilePasswordDialog(self.window, "certificate.p12")
        password.open()
        self.camera.take("file-password", self.window, password)
        close(password)

    def validity(self) -> None:
        """What a check of validity says in each state."""
        for persona, which in (
            ("mynumber", CertificateFile.AUTH),
            ("moved", CertificateFile.SIGN),
            ("on-hold", CertificateFile.AUTH),
        ):
            self.persona(persona)
            question = self.select(which)
            if which is CertificateFile.AUTH:
                question.without_password.emit()
            else:
                question.type_text("ABC123")
                question.submit()
            shown = find(ShowCertificateDialog)
            shown.check_button.click()
            wait_for(functools.partial(_has_verdict, shown))
            self.camera.take(f"validity-{persona}", shown)
            close(shown)

    def diagnosed(self, name: str) -> DiagnoseDialog:
        """Run the diagnosis to its end and take its window."""
        self.window.diagnose.click()
        dialog = find(DiagnoseDialog)
        wait_for(lambda: not dialog.running)
        self.camera.take(f"diagnose-{name}", dialog)
        return dialog

    def diagnosis(self) -> None:
        """The diagnosis, the report, the detailed log, and what nobody foresaw."""
        self.persona("mynumber")
        dialog = self.diagnosed("good")
        dialog.report.click()
        report = find(ReportDialog)
        self.camera.take("support-report", report)
        close(report)
        dialog.log_switch.setChecked(True)
        self.camera.take("diagnose-detailed-log", dialog)
        close(dialog)
        self.camera.take("main-detailed-log", self.window)
        self.window.detailed_log.switch(on=False)
        self.persona("sign-locked")
        close(self.diagnosed("locked"))
        self.demo.remove()
        settle()
        close(self.diagnosed("no-card"))
        box = show_error(self.window, UnexpectedError("KeyError", ("card/worker.py:1 in run",)))
        self.camera.take("unexpected", self.window, box)
        close(box)

    def list_of_files(self, folder: Path) -> None:
        """Lay files as clerks have them into a folder, and open it."""
        reader = self.program.watcher.current_reader
        auth, authority = (
            read_open_certificate(self.demo, reader, which, CancelToken()).der
            for which in (CertificateFile.AUTH, CertificateFile.AUTH_CA)
        )
        (folder / "A-001.cer").write_bytes(auth)
        (folder / "A-002.pem").write_text(to_pem(auth) + to_pem(authority))
        (folder / "B-001.cer").write_bytes(b"no certificate at all")
        (folder / "B-002.cer").write_bytes(b"")
        self.window.open_paths([folder])
        window = find(CertificateListWindow)
        wait_for(lambda: window.model.total == 5)
        self.camera.take("list", window)
        close(window)
        self.window.open_paths([folder / "A-002.pem"])
        window = find(CertificateListWindow)
        window.table.selectRow(0)
        window.table.opened.emit(0)
        shown = find(ShowCertificateDialog)
        shown.tabs.setCurrentIndex(2)
        self.camera.take("certificate-path", shown)
        close(shown)
        close(window)

    def rest(self) -> None:
        """What is in between: placing, waiting, failing."""
        self.persona("mynumber")
        place = PlaceCardDialog(self.window)
        place.open()
        self.camera.take("place-card", self.window, place)
        place.show_advice()
        self.camera.take("place-card-advice", self.window, place)
        close(place)
        busy = BusyPanel(self.window, progress=lambda: 6, expected=14, cancel=lambda: None)
        busy.begin()
        wait_for(busy.isVisible)
        QTest.qWait(150)
        self.camera.take("busy", self.window, busy)
        busy.finish()
        box = show_error(self.window, ReaderBusyError("Demo Reader 00"))
        self.camera.take("error", self.window, box)
        close(box)


def main() -> int:
    """Draw all screens into the folder named on the command line."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    application = QApplication(["jpki-desktop"])
    apply_style(application)
    for language in ("ja", "en"):
        Tour(language, Camera(folder / language)).walk()
    return 0


if __name__ == "__main__":
    sys.exit(main())
