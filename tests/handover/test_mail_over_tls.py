"""Notices by mail go out over TLS, and only to a server whose certificate holds.

The sink is a real server with a certificate of an authority made for the test. The system trusts
that authority through SSL_CERT_FILE, as an organisation's own authority would be trusted.
"""

from __future__ import annotations

import ssl
from datetime import datetime, timedelta, timezone
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.handover.desk import Desk
from bot.handover.hours import Hours
from bot.handover.notices import send_due
from bot.handover.settings import Email, HandoverSettings
from tests.handover.sinks import MailSink

NOW = datetime(2026, 11, 23, 10)
WAYS = ("starttls", "tls")


def certificate_for(address, issuer=None, ends=timedelta(days=30)):
    """Return key and certificate of a server, or of an authority where there is no issuer."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address or "Test authority")])
    now = datetime.now(timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer[1].subject if issuer else name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=60))
        .not_valid_after(now + ends)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if address:
        names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))])
        made = made.add_extension(names, critical=False)
    return key, made.sign(issuer[0] if issuer else key, hashes.SHA256())


def written(path, key, certificate):
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(key.private_bytes(pem, *plain) + certificate.public_bytes(pem))
    return path


@pytest.fixture
def authority(tmp_path, monkeypatch):
    """An authority that this machine trusts for the length of the test."""
    made = certificate_for(None)
    trusted = tmp_path / "authority.pem"
    trusted.write_bytes(made[1].public_bytes(serialization.Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    return made


@pytest.fixture
def sink(tmp_path):
    """Start a sink with a certificate."""
    started = []

    def start(tls, key, certificate):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(written(tmp_path / "server.pem", key, certificate))
        started.append(MailSink(context, tls))
        return started[-1]

    yield start
    for each in started:
        each.close()


def send(engine, mail, tls):
    email = Email("127.0.0.1", mail.port, tls, "guide@x.test", ("desk@x.test",))
    given = HandoverSettings(hours=Hours(), email=email, address="https://guide.x.test")
    Desk(engine, ways=given.ways).ask("a", [], NOW)
    return send_due(engine, given, NOW)


@pytest.mark.parametrize("tls", WAYS)
def test_a_notice_goes_out_over_tls(engine, authority, sink, tls):
    mail = sink(tls, *certificate_for("127.0.0.1", authority))
    assert send(engine, mail, tls) == 1
    (sent,) = mail.mails
    assert sent["To"] == "desk@x.test"
    assert mail.secured == [True]


@pytest.mark.parametrize("tls", WAYS)
@pytest.mark.parametrize("wrong", ["unknown authority", "another server", "out of date"])
def test_nothing_is_sent_to_a_server_whose_certificate_does_not_hold(
    engine, authority, sink, tls, wrong
):
    issuer = certificate_for(None) if wrong == "unknown authority" else authority
    address = "127.0.0.2" if wrong == "another server" else "127.0.0.1"
    ends = timedelta(days=-1) if wrong == "out of date" else timedelta(days=30)
    mail = sink(tls, *certificate_for(address, issuer, ends))
    assert send(engine, mail, tls) == 0
    assert mail.mails == []


def test_nothing_is_sent_in_the_clear_where_the_server_offers_no_tls(engine, mail):
    assert send(engine, mail, "starttls") == 0
    assert mail.mails == []
