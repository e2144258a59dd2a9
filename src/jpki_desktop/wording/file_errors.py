"""Words for what goes wrong with files of certificates, their output, and pasted numbers.

The table of all errors is in `wording.errors`; what stands for a part of a file that cannot be
read is in `wording.certificate_files`.
"""

from collections.abc import Callable

from jpki_desktop import errors
from jpki_desktop.wording.language import translate

Facts = dict[str, str | int]
Words = tuple[str, str, str]

_MEGABYTE = 1024 * 1024


def _safe(facts: Facts) -> Facts:
    """The facts with a file name that cannot break or turn a line."""
    # Every window can say an error; few have one with a name.
    from jpki_desktop.wording.names import escape_controls

    return {
        name: escape_controls(value) if isinstance(value, str) else value
        for name, value in facts.items()
    }


def _unreadable(facts: Facts) -> Words:
    return (
        translate("errors", "The file cannot be opened"),
        translate("errors", "{path} could not be opened ({reason}).").format(**_safe(facts)),
        translate("errors", "Check that the file is there and that you may read it."),
    )


def _not_a_file(facts: Facts) -> Words:
    kind = {
        "folder": translate("errors", "a folder"),
        "pipe": translate("errors", "a pipe"),
        "socket": translate("errors", "a socket"),
        "device": translate("errors", "a device"),
    }.get(str(facts["reason"]), str(facts["reason"]))
    return (
        translate("errors", "This is not a file"),
        translate("errors", "{path} is {kind}. Only files are opened.").format(
            path=_safe(facts)["path"], kind=kind
        ),
        translate("errors", "Choose a certificate file."),
    )


def _too_large(facts: Facts) -> Words:
    return (
        translate("errors", "The file is too large"),
        translate(
            "errors", "{path} has {size} MB; files of certificates have {limit} MB at most."
        ).format(
            path=_safe(facts)["path"],
            size=-(-int(facts["size"]) // _MEGABYTE),
            limit=int(facts["limit"]) // _MEGABYTE,
        ),
        translate("errors", "Check that it is the right file."),
    )


def _no_certificate(facts: Facts) -> Words:
    detail = {
        "empty": translate("errors", "{path} is empty."),
        "no-certificate": translate("errors", "{path} holds no certificate."),
    }.get(
        str(facts["reason"]),
        translate("errors", "What {path} holds is not known to this program."),
    )
    return (
        translate("errors", "There is no certificate in this file"),
        detail.format(path=_safe(facts)["path"]),
        translate(
            "errors",
            "Files that can be opened: certificates (.cer, .crt, .der, .pem), PKCS#7 (.p7b, .p7c), "
            "PKCS#12 (.p12, .pfx), revocation lists and certificate requests.",
        ),
    )


def _password_needed(facts: Facts) -> Words:
    return (
        translate("errors", "The file needs its password"),
        translate(
            "errors",
            "{path} is a PKCS#12 file, which opens only with the password it was made with.",
        ).format(**_safe(facts)),
        translate("errors", "Enter its password. It is not the password of a My Number card."),
    )


def _password(facts: Facts) -> Words:
    return (
        translate("errors", "The password does not open the file"),
        translate(
            "errors",
            "{path} does not open with this password. Try again: these tries are not counted.",
        ).format(**_safe(facts)),
        translate(
            "errors",
            "Check upper and lower case and try again. If the password is certainly right, the "
            "file is damaged.",
        ),
    )


def _too_costly(facts: Facts) -> Words:
    what = {
        "iterations": translate("errors", "It asks for more than {limit} rounds of computing."),
        "memory": translate("errors", "It asks for more than {limit} bytes of memory."),
        "seconds": translate("errors", "It was not open after {limit} seconds."),
    }[str(facts["what"])]
    return (
        translate("errors", "Opening the file would take too long"),
        what.format(limit=facts["limit"]),
        translate(
            "errors", "Files like this are made to block a computer. Ask where it comes from."
        ),
    )


def _damaged(facts: Facts) -> Words:
    return (
        translate("errors", "The file is damaged"),
        translate(
            "errors", "{path} is a PKCS#12 file that cannot be read to its end ({reason})."
        ).format(**_safe(facts)),
        translate("errors", "Get the file again from where it was made."),
    )


def _part(facts: Facts) -> Words:
    # Few errors are about a part of a file.
    from jpki_desktop.certificate.entries import Unreadable, UnreadableEntry
    from jpki_desktop.wording.certificate_files import unreadable_words

    entry = UnreadableEntry(Unreadable(str(facts["reason"])), str(facts["detail"]))
    damaged = entry.reason in (Unreadable.DAMAGED, Unreadable.TRUNCATED, Unreadable.TRAILING)
    return (
        translate("errors", "This cannot be shown"),
        translate("errors", "{path}: {reason}.").format(
            path=_safe(facts)["path"], reason=unreadable_words(entry)
        ),
        translate("errors", "Get the file again from where it was made.")
        if damaged
        else translate("errors", "Choose a file that holds the certificate."),
    )


def _serial(facts: Facts) -> Words:
    detail = {
        "empty": translate("errors", "There is no number in the text."),
        "too-long": translate("errors", "A serial number has 20 bytes (40 digits) at most."),
    }.get(
        str(facts["reason"]),
        translate("errors", "A serial number has the digits 0 to 9 and, in hexadecimal, A to F."),
    )
    return (
        translate("errors", "This is not a serial number"),
        detail,
        translate("errors", "Copy the number again, without any words around it."),
    )


def _exists(facts: Facts) -> Words:
    return (
        translate("errors", "There is a file of this name already"),
        translate("errors", "{path} was left as it is.").format(**_safe(facts)),
        translate("errors", "Choose another name, or say that the file is to be replaced."),
    )


def _folder(facts: Facts) -> Words:
    return (
        translate("errors", "The file cannot be written there"),
        translate("errors", "{path} could not be written ({reason}).").format(**_safe(facts)),
        translate("errors", "Choose a folder of your own, such as your documents."),
    )


def _full(facts: Facts) -> Words:
    return (
        translate("errors", "There is no space left for the file"),
        translate("errors", "{path} was not written.").format(**_safe(facts)),
        translate("errors", "Make space, or choose another disk."),
    )


def _target(facts: Facts) -> Words:
    return (
        translate("errors", "The name belongs to something else than a file"),
        translate("errors", "{path} is a folder or a device.").format(**_safe(facts)),
        translate("errors", "Choose another name."),
    )


def _failed(facts: Facts) -> Words:
    return (
        translate("errors", "Writing the file failed"),
        translate("errors", "{path} could not be written ({reason}).").format(**_safe(facts)),
        translate("errors", "Choose another name or another folder, and try again."),
    )


WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {
    errors.FileUnreadableError: _unreadable,
    errors.NotAFileError: _not_a_file,
    errors.FileTooLargeError: _too_large,
    errors.NoCertificateFileError: _no_certificate,
    errors.FilePasswordNeededError: _password_needed,
    errors.FilePasswordError: _password,
    errors.FileTooCostlyError: _too_costly,
    errors.FileDamagedError: _damaged,
    errors.FilePartError: _part,
    errors.SerialTextError: _serial,
    errors.OutputExistsError: _exists,
    errors.OutputFolderError: _folder,
    errors.OutputFullError: _full,
    errors.OutputTargetError: _target,
    errors.OutputFailedError: _failed,
}
