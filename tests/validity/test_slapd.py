"""Lists in an LDAP directory as JPKI has them, served by slapd in a network of its own."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509

from support import pki
from support.network_namespace import NetworkNamespace
from support.pki import PARTITION, Entry, make_list, partition_scope
from validity.conftest import Check, write_certificate

pytestmark = pytest.mark.peer

PORT = 20389
CA = pki.make_authority()
GOOD = pki.make_holder(CA)
REVOKED = pki.make_holder(CA, serial=0x0705D999)
OTHER = pki.directory("CRL Distribution Points", "Mihon-ken", cn="Betsu-shi CRLDP")
ELSEWHERE = pki.make_holder(CA, extensions=pki.auth_extensions(CA, partition=OTHER))
EMPTY = pki.directory("CRL Distribution Points", "Mihon-ken", cn="Kara-shi CRLDP")
NOWHERE = pki.directory("CRL Distribution Points", "Mihon-ken", cn="Nai-shi CRLDP")

# The modules lie where Debian puts them.
CONFIGURATION = """include /etc/ldap/schema/core.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile {folder}/slapd.pid
sockbuf_max_incoming 100000000
database mdb
maxsize 268435456
suffix "C=JP"
directory {folder}/data
"""


def entries(folder: Path) -> str:
    """The tree of JPKI's distribution points with two lists in it."""
    number = REVOKED.serial_number
    others = [Entry(5000 + index) for index in range(50_000)]
    (folder / "a.crl").write_bytes(
        make_list(CA, [*others, Entry(number)], extensions=[partition_scope(PARTITION)])
    )
    # Another municipality's list put in the wrong place.
    (folder / "b.crl").write_bytes(make_list(CA, extensions=[partition_scope(PARTITION)]))
    base = "O=Sample Authority,C=JP"
    points = f"OU=CRL Distribution Points,{base}"
    city = f"OU=Mihon-ken,{points}"
    text = ["dn: C=JP\nobjectClass: country\nC: JP\n"]
    text.append(f"dn: {base}\nobjectClass: organization\nO: Sample Authority\n")
    for name in (points, city):
        unit = name.split(",")[0].partition("=")[2]
        text.append(f"dn: {name}\nobjectClass: organizationalUnit\nOU: {unit}\n")
    for name, file in (("Kakuu-shi CRLDP", "a.crl"), ("Betsu-shi CRLDP", "b.crl")):
        text.append(
            f"dn: CN={name},{city}\nobjectClass: cRLDistributionPoint\nCN: {name}\n"
            f"certificateRevocationList;binary:< file://{folder / file}\n"
        )
    text.append(f"dn: CN=Kara-shi CRLDP,{city}\nobjectClass: cRLDistributionPoint\nCN: x\n")
    return "\n".join(text).replace("CN: x", "CN: Kara-shi CRLDP")


@pytest.fixture(scope="module")
def directory(
    namespace: NetworkNamespace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("slapd")
    (folder / "data").mkdir()
    configuration = folder / "slapd.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder))
    (folder / "tree.ldif").write_text(entries(folder))
    subprocess.run(
        ["/usr/sbin/slapadd", "-f", str(configuration), "-l", str(folder / "tree.ldif")],
        check=True,
        capture_output=True,
    )
    address = f"ldap://127.0.0.1:{PORT}/"
    server = namespace.start("/usr/sbin/slapd", "-f", str(configuration), "-h", address, "-d", "0")
    namespace.wait_for_port(PORT)
    yield f"127.0.0.1:{PORT}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def ask(check_inside: Check, directory: str, tmp_path: Path) -> Check:
    """Check a certificate whose responder does not exist, with the directory in the settings."""
    settings = tmp_path / "jpki-desktop"
    settings.mkdir()
    (settings / "settings.toml").write_text(f'ldap_server = "{directory}"\nproxy = "none"\n')
    authority = write_certificate(tmp_path / "ca.pem", CA.x509)

    def run(holder: x509.Certificate) -> dict[str, object]:
        path = write_certificate(tmp_path / "holder.pem", holder)
        os.environ["XDG_CONFIG_HOME"] = str(tmp_path)
        try:
            return check_inside(path, "--ca", authority)
        finally:
            del os.environ["XDG_CONFIG_HOME"]

    return run


def test_partition_without_the_certificate(ask: Check) -> None:
    found = ask(GOOD)
    assert (found["verdict"], found["exit"]) == ("valid", 0)
    name = "CN=Kakuu-shi CRLDP,OU=Mihon-ken,OU=CRL Distribution Points,O=Sample Authority,C=JP"
    assert found["source"] == f"crl ldap://127.0.0.1:{PORT}/{name}"


def test_partition_with_the_certificate(ask: Check) -> None:
    assert ask(REVOKED)["verdict"] == "revoked"


def test_list_of_another_partition(ask: Check) -> None:
    assert ask(ELSEWHERE)["verdict"] == "unchecked"


@pytest.mark.parametrize("name", [EMPTY, NOWHERE])
def test_no_list_there(ask: Check, name: x509.Name) -> None:
    holder = pki.make_holder(CA, extensions=pki.auth_extensions(CA, partition=name))
    assert ask(holder)["verdict"] == "unchecked"
