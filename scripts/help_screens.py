"""The screens of the first minute, of the manual, and of a locked card's way into it."""

import functools
from typing import TYPE_CHECKING

from camera import Camera, close, find, settle, wait_for

from jpki_desktop.gui.dialogs.welcome import WelcomeDialog
from jpki_desktop.gui.manual.pages import ORDER
from jpki_desktop.gui.manual.window import ManualWindow
from jpki_desktop.gui.program import Program

if TYPE_CHECKING:
    from jpki_desktop.environment import DemoCards

# The pages whose pictures stand in docs/screenshots; a check of layouts looks at all of them.
_KEPT = ("start", "four-passwords", "keyboard", "error-codes")


def take(program: Program, demo: "DemoCards", camera: Camera) -> None:
    """Walk through the welcome and the manual, and search it."""
    welcome(program, demo, camera)
    program.window.help.click()
    manual = find(ManualWindow)
    for name in ORDER if camera.looks_at_all else _KEPT:
        manual.open_page(name)
        camera.take(f"manual-{name}", manual)
    manual.field.setText("SHA-256")
    camera.take("manual-search", manual)
    manual.field.setText("qqqq")
    camera.take("manual-nothing", manual)
    close(manual)


def _is_read(program: Program) -> bool:
    current = program.watcher.view.current
    return current is not None and current.summary is not None


def welcome(program: Program, demo: "DemoCards", camera: Camera) -> None:
    """Take every page, with and without a card, with and without the question."""
    settings = program.world.settings
    for answered in ("", "no"):
        settings.change(update_notice=answered)
        demo.remove()
        settle()
        program.welcome()
        dialog = find(WelcomeDialog)
        name = "welcome" if not answered else "welcome-answered"
        if not answered:
            camera.take(f"{name}-about", program.window, dialog)
            dialog.show_page(1)
            camera.take(f"{name}-no-card", program.window, dialog)
            demo.insert()
            wait_for(functools.partial(_is_read, program))
            camera.take(f"{name}-card", program.window, dialog)
        dialog.show_page(2)
        camera.take(f"{name}-last", program.window, dialog)
        close(dialog)
    demo.insert()
