"""The rules of the two passwords, the tries left and the notes beside a password field."""

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.password import Adapted, Rule
from jpki_desktop.card.profile import PasswordRules
from jpki_desktop.wording.language import one_after_another, translate


def rule_text(rule: Rule, rules: PasswordRules) -> str:
    """Return one rule as a short line."""
    if rule is Rule.LENGTH and rules.min_length == rules.max_length:
        return translate("password_rules", "{count} characters").format(count=rules.min_length)
    if rule is Rule.LENGTH:
        return translate("password_rules", "{least} to {most} characters").format(
            least=rules.min_length, most=rules.max_length
        )
    return {
        Rule.DIGITS_ONLY: translate("password_rules", "Digits only"),
        Rule.LETTERS_AND_DIGITS_ONLY: translate("password_rules", "Letters A–Z and digits only"),
        Rule.HAS_LETTER: translate("password_rules", "At least one letter"),
        Rule.HAS_DIGIT: translate("password_rules", "At least one digit"),
    }[rule]


def tries_sentence(state: PasswordState, rules: PasswordRules) -> str:
    """Return the tries left and what happens when they are used up."""
    if state.tries_left is None:
        return translate("password_rules", "The password locks after {most} wrong tries.").format(
            most=rules.max_tries
        )
    if state.tries_left == 1:
        return translate(
            "password_rules", "Only 1 try left! If it is wrong once more, the password locks."
        )
    return translate(
        "password_rules",
        "{left} tries left. After {left} wrong tries in a row the password locks.",
    ).format(left=state.tries_left)


def wrong_sentence(tries_left: int) -> str:
    """Return what is said after a wrong password."""
    if tries_left == 1:
        return translate("password_rules", "The password is wrong. Only 1 try is left.")
    return translate("password_rules", "The password is wrong. {left} tries are left.").format(
        left=tries_left
    )


def adapted_note(adapted: Adapted) -> str:
    """Return what was changed in the typed text, or an empty text."""
    notes = []
    if adapted.width:
        notes.append(translate("password_rules", "Full-width characters were made half-width."))
    if adapted.case:
        notes.append(translate("password_rules", "Lower-case letters were made upper-case."))
    return one_after_another(notes)


def not_sent_note(broken: tuple[Rule, ...], rules: PasswordRules) -> str:
    """Return why a text was not sent."""
    return translate("password_rules", "Not sent to the card (no try was spent): {rule}.").format(
        rule=rule_text(broken[0], rules)
    )
