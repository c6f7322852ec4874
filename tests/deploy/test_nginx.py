"""Debian's nginx takes our configuration, redirects to TLS, hands pages on and keeps its limits."""

from __future__ import annotations

import http.client
import re
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT = Path(__file__).parents[2]
HOST = "papers.example.org"


class Front(NamedTuple):
    """The ports of a running nginx, and the headers of what it handed on."""

    http: int
    https: int
    seen: list[dict[str, str]]


def certificate(folder: Path) -> None:
    """Writes a certificate for the host, signed by itself."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    (folder / "cert.pem").write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    (folder / "cert.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def free() -> int:
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        return int(server.server_port)


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    if shutil.which("nginx") is None:
        done = subprocess.run([ROOT / ".ci" / "packages", "nginx"], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"nginx could not be installed: {done.stderr.strip()[-200:]}")
    folder, seen = tmp_path_factory.mktemp("nginx"), []

    class Behind(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_: object) -> None:
            return

    behind = ThreadingHTTPServer(("127.0.0.1", 0), Behind)
    threading.Thread(target=behind.serve_forever, daemon=True).start()
    plain, secure = free(), free()
    certificate(folder)
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{plain};").replace("listen 443", f"listen 127.0.0.1:{secure}")
    text = re.sub(r"/etc/ssl/papers\.example\.org\.pem", str(folder / "cert.pem"), text)
    text = re.sub(r"/etc/ssl/papers\.example\.org\.key", str(folder / "cert.key"), text)
    # slower and fewer than in earnest, so that the limit is reached on a busy machine too
    text = text.replace("rate=10r/s", "rate=1r/m").replace("burst=100", "burst=20")
    text = text.replace("http://127.0.0.1:8501", f"http://127.0.0.1:{behind.server_port}")
    temp = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"pid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n{temp}{text}}}\n",
        encoding="utf-8",
    )
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "warn" not in tested.stderr
    server = subprocess.Popen([*command, "-g", "daemon off;"])
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until and not (folder / "nginx.pid").exists():
            time.sleep(0.1)
        time.sleep(0.3)
        yield Front(plain, secure, seen)
    finally:
        server.terminate()
        server.wait(timeout=20)
        behind.shutdown()


def got(front: Front, path: str = "/", **headers: str) -> http.client.HTTPResponse:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection("127.0.0.1", front.https, context=context, timeout=20)
    connection.request("GET", path, headers={"Host": HOST, **headers})
    answer = connection.getresponse()
    answer.read()
    return answer


def test_what_comes_without_tls_is_sent_to_it(front: Front) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", front.http, timeout=20)
    connection.request("GET", "/decisions?x=1", headers={"Host": HOST})
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("Location")) == (301, f"https://{HOST}/decisions?x=1")


def test_pages_are_handed_on_with_their_host_and_scheme(front: Front) -> None:
    answer = got(front, **{"X-Forwarded-For": "1.2.3.4"})
    assert answer.status == 200
    assert answer.getheader("Strict-Transport-Security") == "max-age=31536000"
    assert "nginx/" not in (answer.getheader("Server") or "")
    handed = front.seen[-1]
    assert (handed["host"], handed["x-forwarded-proto"], handed["x-forwarded-for"]) == (HOST, "https", "127.0.0.1")


@pytest.mark.parametrize("path", ["/metrics", "/_stcore/metrics", "/_stcore/agent/mcp"])
def test_addresses_for_monitors_and_agents_are_closed(front: Front, path: str) -> None:
    before = len(front.seen)
    assert got(front, path).status == 404
    assert len(front.seen) == before


def test_a_visitor_who_asks_too_much_is_asked_to_wait(front: Front) -> None:
    statuses = [got(front).status for _ in range(40)]
    assert set(statuses) == {200, 429}
    assert statuses[:15] == [200] * 15
