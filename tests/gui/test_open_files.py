"""証明書ファイル: one file, many files, a folder, what is no certificate, drop."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMessageBox, QScrollArea, QTabBar

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.certificate.pem import to_pem
from jpki_desktop.gui.dialogs.certificate_list import CertificateListWindow
from jpki_desktop.gui.dialogs.file_password import FilePasswordDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.operations.show_certificate import read_open_certificate
from support.certificate_files import openssl
from support.driving import DemoDriver, texts

READER = "Demo Reader 00"


def der_of(driver: DemoDriver, which: CertificateFile) -> bytes:
    return read_open_certificate(driver.cards, READER, which, CancelToken()).der


@pytest.fixture
def folder(driver: DemoDriver, tmp_path: Path) -> Path:
    """A folder as clerks have them: good files, a bundle, rubbish, an empty one."""
    auth, ca = der_of(driver, CertificateFile.AUTH), der_of(driver, CertificateFile.AUTH_CA)
    (tmp_path / "one.cer").write_bytes(auth)
    (tmp_path / "named-wrongly.txt").write_text(to_pem(ca))
    (tmp_path / "bundle.pem").write_text(to_pem(auth) + to_pem(ca))
    (tmp_path / "rubbish.cer").write_bytes(b"rubbish" * 50)
    (tmp_path / "empty.cer").write_bytes(b"")
    return tmp_path


def test_one_certificate_opens_as_a_certificate(driver: DemoDriver, folder: Path) -> None:
    driver.window.open_paths([folder / "one.cer"])
    shown = driver.wait_for(ShowCertificateDialog)
    assert shown.certificate.kind.value == "auth"
    assert not driver.open_windows(CertificateListWindow)


def test_a_long_serial_number_is_not_cut(
    driver: DemoDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A font with low lines makes windows narrow; twenty octets have 49 digits."""
    place = "jpki_desktop.gui.dialogs.show_certificate.dialog.fitting"
    monkeypatch.setattr(place, lambda *_: QSize(400, 500))
    (tmp_path / "long.cer").write_bytes(
        openssl(
            *("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", tmp_path / "key"),
            *("-subj", "/CN=long", "-set_serial", "0x7F" + "AB" * 19, "-outform", "DER"),
        )
    )
    driver.window.open_paths([tmp_path / "long.cer"])
    shown = driver.wait_for(ShowCertificateDialog)
    [area] = [area for area in shown.findChildren(QScrollArea) if area.findChild(QTabBar)]
    driver.wait_until(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0
    for field in shown.findChildren(QLineEdit):
        assert field.cursorPosition() == 0
        assert field.fontMetrics().horizontalAdvance(field.text()) < field.width()


def test_content_decides_not_the_name(driver: DemoDriver, folder: Path) -> None:
    driver.window.open_paths([folder / "named-wrongly.txt"])
    assert driver.wait_for(ShowCertificateDialog).certificate.kind.value == "auth-ca"


def test_a_bundle_opens_as_a_list_and_knows_its_path(driver: DemoDriver, folder: Path) -> None:
    driver.window.open_paths([folder / "bundle.pem"])
    window = driver.wait_for(CertificateListWindow)
    assert window.model.total == 2
    window.table.selectRow(0)
    driver.press(window, Qt.Key.Key_Return)
    shown = driver.wait_for(ShowCertificateDialog)
    shown.tabs.setCurrentIndex(2)
    assert "テスト用" in texts(shown)


def test_a_folder_is_a_list_in_which_the_unreadable_are_rows(
    driver: DemoDriver, folder: Path
) -> None:
    driver.window.open_paths([folder])
    window = driver.wait_for(CertificateListWindow)
    driver.wait_until(lambda: window.model.total == 6)
    assert window.model.unreadable == 2
    window.filter.setText("認証局")
    assert 0 < window.model.rowCount() < 6
    window.filter.setText("")
    window.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    serials = [
        row.summary.serial
        for row in (window.model.row(index) for index in range(window.model.rowCount()))
        if row.summary is not None
    ]
    assert serials == sorted(serials, reverse=True)


def test_rows_can_be_copied_and_saved_for_a_spreadsheet(
    driver: DemoDriver, folder: Path, tmp_path: Path
) -> None:
    driver.window.open_paths([folder / "bundle.pem"])
    window = driver.wait_for(CertificateListWindow)
    window.table.selectRow(0)
    driver.press(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    serial = str(window.model.row(0).summary.serial)  # type: ignore[union-attr]
    assert serial in QGuiApplication.clipboard().text().split("\t")
    target = tmp_path / "out.csv"
    window.choose = lambda *_: str(target)
    window.save_csv()
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert serial in content.decode("utf-8-sig")


@pytest.mark.parametrize(
    "name", ["rubbish.cer", "empty.cer", "missing.cer", "cut.cer", "private-key.pem"]
)
def test_what_cannot_be_opened_is_one_sentence_with_a_next_step(
    driver: DemoDriver, folder: Path, name: str
) -> None:
    (folder / "cut.cer").write_bytes((folder / "one.cer").read_bytes()[:500])
    _openssl("genrsa", "-out", str(folder / "private-key.pem"), "2048")
    driver.window.open_paths([folder / name])
    box = driver.wait_for(QMessageBox)
    assert "コード：JD-" in box.informativeText()
    assert name in box.informativeText()
    assert "ください。" in box.informativeText()
    box.close()
    driver.wait_gone(QMessageBox)
    assert driver.window.isVisible()


def test_pkcs12_asks_its_password_and_shows_the_certificate(
    driver: DemoDriver, tmp_path: Path
) -> None:
    key, cert, bundle = tmp_path / "k.pem", tmp_path / "c.pem", tmp_path / "bundle.p12"
    subject = "/CN=Invented Test"
    _openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out",
             str(cert), "-subj", subject, "-days", "30")  # fmt: skip
    _openssl("pkcs12", "-export", "-inkey", str(key), "-in", str(cert), "-out", str(bundle),
             "-passout", "pass:right one")  # fmt: skip
    driver.window.open_paths([bundle])
    dialog = driver.wait_for(FilePasswordDialog)
    driver.type(dialog, "wrong one")
    driver.press(dialog, Qt.Key.Key_Return)
    driver.wait_until(lambda: "パスワード" in texts(dialog) and dialog.field.text() == "")
    driver.wait_until(lambda: bool(dialog.problem))
    driver.type(dialog, "right one")
    driver.press(dialog, Qt.Key.Key_Return)
    shown = driver.wait_for(ShowCertificateDialog)
    driver.wait_gone(FilePasswordDialog)
    assert shown.certificate.subject[0].value == "Invented Test"


def test_a_file_with_a_password_can_be_opened_from_the_list(
    driver: DemoDriver, folder: Path, tmp_path: Path
) -> None:
    key, cert, bundle = tmp_path / "k.pem", tmp_path / "c.pem", tmp_path / "bundle.p12"
    _openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out",
             str(cert), "-subj", "/CN=Invented Test", "-days", "30")  # fmt: skip
    _openssl("pkcs12", "-export", "-inkey", str(key), "-in", str(cert), "-out", str(bundle),
             "-passout", "pass:right one")  # fmt: skip
    driver.window.open_paths([folder / "one.cer", bundle])
    window = driver.wait_for(CertificateListWindow)
    driver.wait_until(lambda: window.model.total == 2)
    window.table.selectRow(1)
    driver.press(window, Qt.Key.Key_Return)
    dialog = driver.wait_for(FilePasswordDialog)
    # Closing it leads back to the list.
    assert dialog.parent() is window
    driver.type(dialog, "right one")
    driver.press(dialog, Qt.Key.Key_Return)
    shown = driver.wait_for(ShowCertificateDialog)
    assert shown.certificate.subject[0].value == "Invented Test"


def _openssl(*words: str) -> None:
    subprocess.run(["openssl", *words], check=True, capture_output=True)


def test_requests_and_revocation_lists_are_said_for_what_they_are(
    driver: DemoDriver, tmp_path: Path
) -> None:
    key, request = tmp_path / "k.pem", tmp_path / "request.csr"
    _openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out",
             str(request), "-subj", "/CN=Invented Request")  # fmt: skip
    driver.window.open_paths([request])
    box = driver.wait_for(QMessageBox)
    assert "Invented Request" in box.informativeText()
    box.close()


def test_dropping_files_on_the_window_opens_them(driver: DemoDriver, folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "one.cer"))])
    event = QDropEvent(
        QPointF(QPoint(10, 10)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    driver.window.dropEvent(event)
    driver.wait_for(ShowCertificateDialog)


def test_closing_the_list_stops_the_reading(driver: DemoDriver, tmp_path: Path) -> None:
    der = der_of(driver, CertificateFile.AUTH)
    for number in range(300):
        (tmp_path / f"{number}.cer").write_bytes(der)
    driver.window.open_paths([tmp_path])
    window = driver.wait_for(CertificateListWindow)
    driver.press(window, Qt.Key.Key_Escape)
    driver.wait_gone(CertificateListWindow)
    driver.qtbot.wait(200)
    assert driver.window.isVisible()


def test_the_converter_turns_both_ways(driver: DemoDriver) -> None:
    from jpki_desktop.gui.dialogs.convert_serial import ConvertSerialDialog

    driver.window.convert_serial.click()
    dialog = driver.wait_for(ConvertSerialDialog)
    driver.type(dialog, "67:8A 9E")
    shown = [edit.text() for edit in dialog.findChildren(QLineEdit) if edit.isVisible()]
    assert "6785694" in shown
    dialog.field.setText("not a number")
    assert not [
        edit for edit in dialog.findChildren(QLineEdit) if edit.isVisible() and edit.isReadOnly()
    ]


def test_what_a_file_says_is_shown_as_text(driver: DemoDriver, tmp_path: Path) -> None:
    key, request = tmp_path / "k.pem", tmp_path / "request.csr"
    _openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out",
             str(request), "-subj", "/CN=<h1>FAKE<\\/h1>")  # fmt: skip
    driver.window.open_paths([request])
    box = driver.wait_for(QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()


def test_closed_lists_are_not_kept(driver: DemoDriver, folder: Path) -> None:
    for _ in range(3):
        driver.window.open_paths([folder])
        window = driver.wait_for(CertificateListWindow)
        window.reject()
        driver.wait_gone(CertificateListWindow)
    driver.wait_until(lambda: not driver.window.findChildren(CertificateListWindow))
