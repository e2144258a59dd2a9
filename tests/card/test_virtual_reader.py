"""The virtual card on the private reader: what arrives at a client when things go wrong."""

import time
from collections.abc import Iterator

import pytest
from smartcard import scard

from conftest import MakeReader
from support.private_pcscd import PrivatePcscd
from support.virtual_reader import VirtualReader, wait_for_card

pytestmark = pytest.mark.pcsc

SELECT_AP = "00A4040C0AD392F000260100000001"
NOT_TRANSACTED = 0x80100016


class Client:
    """A bare PC/SC client, so that nothing of the program can hide what the card does."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        result, self._context = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
        assert result == scard.SCARD_S_SUCCESS
        self._card = 0

    def connect(self) -> None:
        result, self._card, _ = scard.SCardConnect(
            self._context, self._reader, scard.SCARD_SHARE_SHARED, scard.SCARD_PROTOCOL_T1
        )
        assert result == scard.SCARD_S_SUCCESS, hex(result & 0xFFFFFFFF)

    def transmit(self, command: str) -> tuple[int, str]:
        words = list(bytes.fromhex(command))
        result, answer = scard.SCardTransmit(self._card, scard.SCARD_PCI_T1, words)
        return result & 0xFFFFFFFF, bytes(answer).hex().upper()

    def close(self) -> None:
        scard.SCardDisconnect(self._card, scard.SCARD_UNPOWER_CARD)
        scard.SCardReleaseContext(self._context)


@pytest.fixture
def client(virtual_reader: VirtualReader) -> Iterator[Client]:
    virtual_reader.insert()
    client = Client(virtual_reader.name)
    client.connect()
    yield client
    client.close()


def test_commands_take_well_below_the_delayed_acknowledgement(client: Client) -> None:
    times = []
    for _ in range(200):
        start = time.perf_counter()
        assert client.transmit(SELECT_AP) == (0, "9000")
        times.append(time.perf_counter() - start)
    assert sorted(times)[100] < 0.01


@pytest.mark.parametrize(
    ("fault", "first", "second"),
    [
        ("6f00 1", (0, "6F00"), (0, "9000")),
        ("gone 1", (0, ""), (NOT_TRANSACTED, "")),
        ("empty 1", (0, ""), (NOT_TRANSACTED, "")),
        ("gone 3", (0, "9000"), (0, "9000")),
    ],
)
def test_fault_reaches_the_client(
    virtual_reader: VirtualReader,
    client: Client,
    fault: str,
    first: tuple[int, str],
    second: tuple[int, str],
) -> None:
    virtual_reader.fault(fault)
    assert [client.transmit(SELECT_AP), client.transmit(SELECT_AP)] == [first, second]


def test_garbage_reaches_the_client(virtual_reader: VirtualReader, client: Client) -> None:
    virtual_reader.fault("garbage 1")
    result, answer = client.transmit(SELECT_AP)
    assert result == 0
    assert answer[-4:] != "9000"
    assert client.transmit(SELECT_AP) == (0, "9000")


def test_card_comes_back_by_itself_after_an_empty_answer(
    virtual_reader: VirtualReader, client: Client
) -> None:
    virtual_reader.fault("empty 1")
    client.transmit(SELECT_AP)
    wait_for_card(virtual_reader.name, present=False)
    wait_for_card(virtual_reader.name, present=True)


def test_password_before_the_card_went_is_counted(
    virtual_reader: VirtualReader, client: Client
) -> None:
    virtual_reader.fault("gone-after verify")
    client.transmit(SELECT_AP)
    assert client.transmit("002000980439393939") == (0, "")
    virtual_reader.insert()
    again = Client(virtual_reader.name)
    again.connect()
    again.transmit(SELECT_AP)
    assert again.transmit("00200098") == (0, "63C2")
    again.close()
    assert "39393939" not in str(virtual_reader.trace())


def test_removal_and_persona(virtual_reader: VirtualReader) -> None:
    virtual_reader.insert()
    virtual_reader.remove()
    virtual_reader.persona("licence")
    virtual_reader.insert()
    client = Client(virtual_reader.name)
    client.connect()
    assert client.transmit(SELECT_AP) == (0, "6A82")
    client.close()


def test_two_cards_at_once(make_reader: MakeReader) -> None:
    first, second = make_reader(), make_reader(slot=1, persona="one-try")
    answers = []
    for reader in (first, second):
        reader.insert()
        client = Client(reader.name)
        client.connect()
        client.transmit(SELECT_AP)
        answers.append(client.transmit("00200098")[1])
        client.close()
    assert answers == ["63C3", "63C1"]


@pytest.mark.parametrize("crash", [False, True])
def test_service_comes_back_at_the_same_path(
    pcscd: PrivatePcscd, virtual_reader: VirtualReader, *, crash: bool
) -> None:
    virtual_reader.insert()
    pcscd.kill() if crash else pcscd.stop()
    pcscd.start()
    wait_for_card(virtual_reader.name, present=True)


def test_order_that_makes_no_sense_is_refused(virtual_reader: VirtualReader) -> None:
    for line in ("nonsense", "persona nobody", "fault gone 0", "quirk slow maybe", "tries x 1"):
        with pytest.raises(AssertionError, match="ok"):
            virtual_reader.order(line)
