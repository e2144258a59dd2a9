"""ファイル出力 and 印刷 from the certificate window."""

import gc
import subprocess
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.save_file import choose_with_dialog
from jpki_desktop.operations.export_certificate import ExportForm
from support.driving import DemoDriver, texts


def open_auth(driver: DemoDriver) -> ShowCertificateDialog:
    question = driver.ask_for(Qt.Key.Key_U)
    driver.press(question, Qt.Key.Key_Return)
    return driver.wait_for(ShowCertificateDialog)


def open_sign(driver: DemoDriver) -> ShowCertificateDialog:
    question = driver.ask_for(Qt.Key.Key_S)
    driver.type(question, "ABC123")
    driver.press(question, Qt.Key.Key_Return)
    return driver.wait_for(ShowCertificateDialog)


@pytest.mark.parametrize("form", list(ExportForm))
def test_every_form_is_written(driver: DemoDriver, tmp_path: Path, form: ExportForm) -> None:
    shown = open_auth(driver)
    proposed: list[str] = []
    target = tmp_path / f"out{form.suffix}"

    def choose(parent: object, title: str, proposed_name: str, pattern: str) -> str:
        proposed.append(Path(proposed_name).name)
        return str(target)

    shown.output.choose = choose  # type: ignore[assignment]  # names of parameters differ
    shown.output.export(form)
    assert target.stat().st_size > 100
    assert proposed[0].startswith("CertUserAuth20")
    assert proposed[0].endswith(form.suffix)
    assert "正常に終了" in texts(shown)


def test_a_name_without_its_ending_gets_it(driver: DemoDriver, tmp_path: Path) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit)
        assert isinstance(name, QLineEdit)
        name.setText("mine")
        dialog.accept()

    QTimer.singleShot(0, answer)
    proposed = str(tmp_path / "proposed.txt")
    chosen = choose_with_dialog(driver.window, "Save", proposed, "Text (*.txt)")
    assert chosen == str(tmp_path / "mine.txt")


def test_der_is_the_certificate_to_the_byte(driver: DemoDriver, tmp_path: Path) -> None:
    shown = open_auth(driver)
    target = tmp_path / "out.cer"
    shown.output.choose = lambda *_: str(target)
    shown.output.export(ExportForm.DER)
    assert target.read_bytes() == shown.certificate.der


def test_personal_data_leaves_only_after_a_question_that_defaults_to_stop(
    driver: DemoDriver, tmp_path: Path
) -> None:
    shown = open_sign(driver)
    target = tmp_path / "out.cer"
    shown.output.choose = lambda *_: str(target)
    asked: list[str] = []

    def answer() -> None:
        box = driver.open_windows(QMessageBox)[0]
        asked.append(box.text())
        button = box.defaultButton()
        assert button is not None
        button.click()

    QTimer.singleShot(50, answer)
    shown.output.export(ExportForm.DER)
    assert asked
    assert not target.exists()


def test_an_unwritable_place_is_an_error_and_nothing_is_lost(driver: DemoDriver) -> None:
    shown = open_auth(driver)
    shown.output.choose = lambda *_: "/proc/no-such-place/out.cer"
    shown.output.export(ExportForm.DER)
    box = driver.wait_for(QMessageBox)
    assert "JD-" in box.informativeText()
    box.close()
    driver.wait_gone(QMessageBox)
    assert shown.isVisible()


def test_the_preview_draws_its_page_and_closes(driver: DemoDriver) -> None:
    shown = open_auth(driver)
    shown.output.preview()
    # Garbage must not take the printer away from under it.
    gc.collect()
    preview = driver.wait_for(QPrintPreviewDialog)
    driver.qtbot.wait(100)
    assert preview.printer().pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    preview.close()
    driver.wait_gone(QPrintPreviewDialog)
    assert shown.isVisible()


@pytest.mark.peer
def test_the_sheet_is_one_page_that_another_program_reads(
    driver: DemoDriver, tmp_path: Path
) -> None:
    shown = open_auth(driver)
    target = tmp_path / "sheet.pdf"
    shown.output.choose = lambda *_: str(target)
    shown.output.save_pdf()
    words = subprocess.run(
        ["pdftotext", "-layout", str(target), "-"], check=True, capture_output=True, text=True
    ).stdout
    # Fonts with radicals at two places are read back with the other one.
    plain = unicodedata.normalize("NFKC", words)
    assert words.count("\f") == 1
    for expected in (
        "電子証明書の内容",
        shown.certificate.serial_hex,
        shown.certificate.serial_decimal,
        shown.certificate.sha256[:32],
        "未確認",
        "テスト用",
        "非公式",
    ):
        assert expected in plain
