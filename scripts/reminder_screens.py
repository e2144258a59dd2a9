"""The screens of 更新通知: the question, the list, what is told without a tray, the icon."""

from typing import Protocol

from camera import Camera, close, find, wait_for
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.environment import Environment
from jpki_desktop.gui.dialogs.due_notices import DueNoticesWindow
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.reminders import RemindersDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.main_window import MainWindow
from jpki_desktop.gui.program import Program
from jpki_desktop.gui.tray import Tray, TrayActions, TrayState, picture_of
from jpki_desktop.wording.reminders import tray_text


class Tour(Protocol):
    """What is needed of the walk through the program."""

    world: Environment
    program: Program
    window: MainWindow
    camera: Camera

    def persona(self, name: str) -> None:
        """Exchange the demo card."""

    def select(self, which: CertificateFile) -> EnterPasswordDialog:
        """Choose a certificate and return the password dialog."""


def take(tour: Tour) -> None:
    """The question, the list, what is told without a tray, the icon."""
    tour.world.settings.change(update_notice="")
    tour.persona("expiring")
    wait_for(tour.window.question.isVisible)
    tour.camera.take("reminders-question", tour.window)
    tour.window.question.yes.click()
    tour.persona("long")
    wait_for(tour.window.question.isVisible)
    tour.camera.take("reminders-replace", tour.window)
    tour.window.question.no.click()
    question = tour.select(CertificateFile.SIGN)
    question.type_text("ABC123")
    question.submit()
    close(find(ShowCertificateDialog))
    tour.window.reminders.click()
    listed = find(RemindersDialog)
    tour.camera.take("reminders", listed)
    close(listed)
    told = DueNoticesWindow()
    for notice in tour.program.reminders.standing():
        told.add(notice)
    told.show()
    tour.camera.take("reminder-told", told)
    close(told)
    _icons(tour)


def _icons(tour: Tour) -> None:
    """The icon in its states on a light and a dark panel, and its menu."""

    def nothing() -> None:
        pass

    tray = Tray(TrayActions(nothing, nothing, nothing, nothing, nothing))
    line = tray_text(tour.program.reminders.standing())
    tray.show_state(TrayState.REMINDER, line)
    menu = tray.build_menu()
    menu.popup(QPoint(0, 0))
    tour.camera.take("tray-menu", menu)
    menu.close()
    panels = QWidget()
    rows = QVBoxLayout(panels)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    for colour in ("#f4f4f4", "#202124"):
        panel = QWidget()
        panel.setAutoFillBackground(True)
        panel.setPalette(QPalette(QColor(colour)))
        row = QHBoxLayout(panel)
        for state in TrayState:
            for size in (16, 24, 48):
                label = QLabel()
                label.setPixmap(picture_of(state).pixmap(size, size))
                row.addWidget(label)
        rows.addWidget(panel)
    panels.show()
    tour.camera.take("tray-icons", panels)
    panels.close()
