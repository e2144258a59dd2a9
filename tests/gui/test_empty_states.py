"""Every state without a card teaches: a picture, a sentence, one button that leads on."""

from importlib import resources

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from jpki_desktop.card.connection import CardPresence, ReadersSeen, ReaderState
from jpki_desktop.errors import CardAnswerError, JpkiError, NotMyNumberCardError
from jpki_desktop.gui.card_watcher import CardsView, ReaderView
from jpki_desktop.gui.dialogs.diagnose import DiagnoseDialog
from jpki_desktop.gui.dialogs.settings import SettingsDialog
from jpki_desktop.gui.manual.pages import ORDER
from jpki_desktop.gui.manual.window import ManualWindow
from jpki_desktop.wording.card_page import Step, empty_page, step_label
from support.driving import DemoDriver, texts


def reader(presence: CardPresence, error: JpkiError | None = None) -> ReaderView:
    return ReaderView(ReaderState("Reader 7", presence), error=error)


def view(of: ReaderView) -> CardsView:
    return CardsView(readers=(of,), current=of)


STATES = {
    "no service": (CardsView(service_running=False), Step.DIAGNOSE),
    "no reader": (CardsView(), Step.DIAGNOSE),
    "hidden": (CardsView(hidden=1), Step.SETTINGS),
    "no card": (view(reader(CardPresence.ABSENT)), Step.ADVICE),
    "mute": (view(reader(CardPresence.MUTE)), Step.ADVICE),
    "reading": (view(reader(CardPresence.PRESENT)), Step.NONE),
    "other card": (view(reader(CardPresence.PRESENT, NotMyNumberCardError())), Step.HELP),
    "failed": (view(reader(CardPresence.PRESENT, CardAnswerError("x", "6F00"))), Step.READ_AGAIN),
}


@pytest.mark.parametrize("state", STATES)
def test_picture_sentence_and_step(state: str) -> None:
    seen, step = STATES[state]
    page = empty_page(seen)
    assert page is not None
    picture = resources.files("jpki_desktop.resources") / "pictures" / f"{page.picture}.svg"
    assert picture.is_file()
    assert page.description.startswith("図")
    assert page.title
    assert page.step is step
    assert bool(step_label(step)) is (step is not Step.NONE)
    assert page.manual_page in ORDER


def buttons(driver: DemoDriver) -> list[QPushButton]:
    panel = driver.window.card_panel
    return [button for button in panel.findChildren(QPushButton) if button.isVisible()]


def test_no_service_leads_to_the_diagnosis(driver: DemoDriver) -> None:
    driver.program.watcher._seen.emit(ReadersSeen(service_running=False))
    driver.wait_until(lambda: "サービスが動いていません" in texts(driver.window))
    assert len(buttons(driver)) == 1
    driver.alt(driver.window, Qt.Key.Key_W)
    dialog = driver.wait_for(DiagnoseDialog)
    driver.wait_until(lambda: not dialog.running)
    dialog.close()


def test_hidden_readers_lead_to_the_settings(driver: DemoDriver) -> None:
    settings = driver.program.world.settings
    settings.change(hidden_readers=(driver.program.watcher.current_reader,))
    driver.program.watcher.use(settings.settings)
    driver.wait_until(lambda: "すべて非表示です" in texts(driver.window))
    assert len(buttons(driver)) == 1
    driver.alt(driver.window, Qt.Key.Key_W)
    driver.wait_for(SettingsDialog).close()


def test_no_card_unfolds_how_to_place_it(driver: DemoDriver) -> None:
    driver.cards.remove()
    driver.wait_until_read()
    (button,) = buttons(driver)
    assert "金色の端子" not in texts(driver.window)
    driver.alt(driver.window, Qt.Key.Key_W)
    driver.wait_until(lambda: "金色の端子" in texts(driver.window))
    assert button.isChecked()
    # Another state has no advice, and nothing of it stays.
    driver.cards.insert("licence")
    driver.wait_until(lambda: "金色の端子" not in texts(driver.window))


@pytest.mark.parametrize(
    ("persona", "key", "page"),
    [
        ("licence", Qt.Key.Key_W, "start"),
        ("juki", Qt.Key.Key_W, "start"),
        ("sign-locked", Qt.Key.Key_L, "four-passwords"),
        ("auth-locked", Qt.Key.Key_L, "four-passwords"),
    ],
)
def test_other_cards_and_locked_ones_lead_into_the_manual(
    driver: DemoDriver, persona: str, key: Qt.Key, page: str
) -> None:
    driver.lay(persona)
    driver.alt(driver.window, key)
    assert driver.wait_for(ManualWindow).page == page


def test_a_card_that_is_not_locked_shows_no_way_to_unlock(driver: DemoDriver) -> None:
    assert not driver.window.card_panel.summary.unlocking.isVisible()
