"""A mail server and a web server that keep what they are sent, on ports of this machine."""

from __future__ import annotations

import threading
from email import message_from_string
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer
from ssl import SSLContext, SSLSocket


class MailSink:
    """Speaks enough SMTP to take a message.

    With a `certificate` it speaks TLS: from the first byte (`tls`), or after STARTTLS, and then
    takes no message in the clear. `secured` tells for each message how it came.
    """

    def __init__(self, certificate: SSLContext | None = None, tls: str = "none") -> None:
        self.mails: list[Message] = []
        self.secured: list[bool] = []
        sink = self

        class Handler(StreamRequestHandler):
            def setup(self) -> None:
                if certificate and tls == "tls":
                    self.request = certificate.wrap_socket(self.request, server_side=True)
                super().setup()

            def handle(self) -> None:
                self.say("220 sink")
                while line := self.rfile.readline():
                    word = line.split(b" ")[0].strip().upper()
                    if word == b"EHLO" and certificate and not self.secure():
                        self.say("250-sink")
                        self.say("250 STARTTLS")
                    elif word == b"STARTTLS" and certificate:
                        self.say("220 go on")
                        self.request = certificate.wrap_socket(self.request, server_side=True)
                        super().setup()
                    elif word == b"MAIL" and certificate and not self.secure():
                        self.say("530 STARTTLS first")
                    elif word == b"DATA":
                        sink.secured.append(self.secure())
                        self.say("354 go on")
                        lines = []
                        while (text := self.rfile.readline().decode()) != ".\r\n":
                            lines.append(text)
                        sink.mails.append(message_from_string("".join(lines)))
                        self.say("250 taken")
                    elif word == b"QUIT":
                        self.say("221 bye")
                        return
                    else:
                        self.say("250 ok")

            def secure(self) -> bool:
                return isinstance(self.request, SSLSocket)

            def say(self, text: str) -> None:
                self.wfile.write(f"{text}\r\n".encode())

        class Server(ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

            def handle_error(self, *_args: object) -> None:
                """A client that refuses our certificate hangs up: that is for the test to see."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class WebSink:
    """Takes what is posted; answers `status`."""

    def __init__(self) -> None:
        self.posts: list[tuple[dict[str, str], str]] = []
        self.status = 200
        sink = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                sink.posts.append((dict(self.headers), body))
                self.send_response(sink.status)
                if sink.status == 302:
                    self.send_header("Location", f"http://127.0.0.1:{sink.port}/elsewhere")
                self.end_headers()

            def log_message(self, *_args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
