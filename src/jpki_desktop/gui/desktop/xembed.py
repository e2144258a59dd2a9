"""Whether an X11 tray of the older kind (XEMBED) is there.

System Tray Protocol Specification 0.4: the tray owns the selection _NET_SYSTEM_TRAY_S<screen>. Qt
is not asked, because its first answer about trays holds for the rest of the process, and at login
a tray often comes later than we do.
"""

import ctypes
from contextlib import suppress

_SELECTION = b"_NET_SYSTEM_TRAY_S%d"


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Reply(ctypes.Structure):
    """What both answers begin with; `value` is the atom, or the owner's window (X protocol)."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("value", ctypes.c_uint32),
    )


def xembed_tray_present() -> bool:
    """Ask the X server of $DISPLAY, over a connection of its own."""
    with suppress(OSError, AttributeError):
        return _Server().tray_owner() != 0
    return False


class _Server:
    def __init__(self) -> None:
        self._xcb = ctypes.CDLL("libxcb.so.1")
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = (ctypes.c_void_p,)
        reply = ctypes.POINTER(_Reply)
        for name, result, arguments in (
            ("xcb_connect", ctypes.c_void_p, (ctypes.c_char_p, ctypes.POINTER(ctypes.c_int))),
            ("xcb_connection_has_error", ctypes.c_int, (ctypes.c_void_p,)),
            ("xcb_disconnect", None, (ctypes.c_void_p,)),
            (
                "xcb_intern_atom",
                _Cookie,
                (ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_char_p),
            ),
            ("xcb_intern_atom_reply", reply, (ctypes.c_void_p, _Cookie, ctypes.c_void_p)),
            ("xcb_get_selection_owner", _Cookie, (ctypes.c_void_p, ctypes.c_uint32)),
            ("xcb_get_selection_owner_reply", reply, (ctypes.c_void_p, _Cookie, ctypes.c_void_p)),
        ):
            function = getattr(self._xcb, name)
            function.restype = result
            function.argtypes = arguments

    def tray_owner(self) -> int:
        """Return the window that owns the tray's selection, 0 where there is none."""
        screen = ctypes.c_int(0)
        connection = self._xcb.xcb_connect(None, ctypes.byref(screen))
        try:
            if self._xcb.xcb_connection_has_error(connection):
                return 0
            name = _SELECTION % screen.value
            asked = self._xcb.xcb_intern_atom(connection, 1, len(name), name)
            atom = self._value(self._xcb.xcb_intern_atom_reply(connection, asked, None))
            if not atom:
                return 0
            asked = self._xcb.xcb_get_selection_owner(connection, atom)
            return self._value(self._xcb.xcb_get_selection_owner_reply(connection, asked, None))
        finally:
            self._xcb.xcb_disconnect(connection)

    def _value(self, reply: "ctypes._Pointer[_Reply]") -> int:
        try:
            value = int(reply.contents.value)
        except ValueError:
            # A null pointer: the connection broke.
            return 0
        self._free(reply)
        return value
