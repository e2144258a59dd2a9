"""Names of people and authorities as text that is safe to show.

A certificate may carry any character, also such as turn the writing direction or break lines, and
a name must not be able to imitate another one or a second row.
"""

import unicodedata

from jpki_desktop.certificate.extension import GeneralName, GeneralNameKind, Name

# Control, format (all bidirectional marks) and surrogate characters, line and paragraph separators.
_ESCAPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def escape_controls(text: str) -> str:
    """The text with every invisible or direction-turning character written as ⟨U+202E⟩."""
    if text.isprintable():  # which none of them is; lists have many names
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if unicodedata.category(char) in _ESCAPED_CATEGORIES:
        return f"⟨U+{ord(char):04X}⟩"
    return char


def name_lines(name: Name) -> str:
    """A distinguished name, one attribute a line, the most specific first."""
    return "\n".join(f"{part.type}={escape_controls(part.value)}" for part in reversed(name))


def name_summary(name: Name) -> str:
    """A distinguished name on one line: its values, the most specific first."""
    return ", ".join(escape_controls(part.value) for part in reversed(name))


def general_name(name: GeneralName) -> str:
    """One alternative name; the marks before the values are those of `openssl`."""
    if name.kind is GeneralNameKind.DIRECTORY:
        return name_lines(name.name)
    if name.kind is GeneralNameKind.OTHER:
        return f"{name.type_oid}={escape_controls(name.text)}"
    mark = _MARKS.get(name.kind)
    text = escape_controls(name.text)
    return text if mark is None else f"{mark}:{text}"


_MARKS = {
    GeneralNameKind.EMAIL: "email",
    GeneralNameKind.DNS: "DNS",
    GeneralNameKind.IP: "IP",
    GeneralNameKind.REGISTERED_ID: "RID",
}
