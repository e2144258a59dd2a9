"""The questions about reminders, with the labels of their answers.

Who asks gives the means: a band in a window takes a question, an explanation, two labels and what
to do with the answer.
"""

from collections.abc import Callable

from jpki_desktop.expiry.model import Replaces
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.reminders import (
    keep_explanation,
    keep_question,
    replace_explanation,
    replace_question,
)

Answer = Callable[[bool], None]
Ask = Callable[[str, str, str, str, Answer], None]


def ask_to_keep(ask: Ask, answer: Answer) -> None:
    """Ask once whether certificates may be remembered."""
    login = translate(
        "reminder_questions",
        "The program then starts quietly when you log in, to tell you in time. You can change this "
        "under Reminders.",
    )
    ask(
        keep_question(),
        f"{keep_explanation()}\n{login}",
        translate("reminder_questions", "Yes (&Y)"),
        translate("reminder_questions", "No (&I)"),
        answer,
    )


def ask_to_replace(ask: Ask, seen: Replaces, answer: Answer) -> None:
    """Ask whether a newer certificate stands for an older one."""
    ask(
        replace_question(seen),
        replace_explanation(seen),
        translate("reminder_questions", "Yes, replace it (&Y)"),
        translate("reminder_questions", "No, keep both (&I)"),
        answer,
    )
