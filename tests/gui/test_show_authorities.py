"""認証局の証明書: both certificates, the built-in list, and the comparison of a pasted text."""

from PySide6.QtCore import Qt

from jpki_desktop.gui.dialogs.place_card import PlaceCardDialog
from jpki_desktop.gui.dialogs.show_authorities import ShowAuthoritiesDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from support.driving import DemoDriver, texts


def opened(driver: DemoDriver) -> ShowAuthoritiesDialog:
    driver.alt(driver.window, Qt.Key.Key_C)
    return driver.wait_for(ShowAuthoritiesDialog)


def test_both_are_shown_without_a_password_and_as_tests(driver: DemoDriver) -> None:
    dialog = opened(driver)
    shown = texts(dialog)
    assert len(dialog.fields) == 2
    assert shown.count("テスト用（デモ）") == 2
    assert driver.verifies.sent == 0


def test_a_pasted_fingerprint_is_compared_whatever_its_form(driver: DemoDriver) -> None:
    dialog = opened(driver)
    shown: list[object] = []
    dialog.opened.connect(shown.append)
    fingerprint = _fingerprint(driver)
    spaced = " ".join(fingerprint[at : at + 4] for at in range(0, 64, 4)).lower()
    dialog.fields[0].setText(spaced)
    assert "一致" in texts(dialog)
    dialog.fields[0].setText(fingerprint[:10] + ("0" if fingerprint[10] != "0" else "1"))
    assert "一致しました" not in texts(dialog)


def _fingerprint(driver: DemoDriver) -> str:
    from jpki_desktop.card.cancel import CancelToken
    from jpki_desktop.card.profile import CertificateFile
    from jpki_desktop.operations.show_certificate import read_open_certificate

    certificate = read_open_certificate(
        driver.cards, "Demo Reader 00", CertificateFile.AUTH_CA, CancelToken()
    )
    return certificate.sha256


def test_one_can_be_shown_in_full(driver: DemoDriver) -> None:
    dialog = opened(driver)
    from PySide6.QtWidgets import QPushButton

    button = next(
        button for button in dialog.findChildren(QPushButton) if "この証明書" in button.text()
    )
    button.click()
    assert driver.wait_for(ShowCertificateDialog).certificate.is_ca


def test_without_a_card_the_prompt_comes_first(driver: DemoDriver) -> None:
    driver.cards.remove()
    driver.wait_until_read()
    driver.alt(driver.window, Qt.Key.Key_C)
    driver.wait_for(PlaceCardDialog)
    driver.cards.insert()
    driver.wait_for(ShowAuthoritiesDialog)
