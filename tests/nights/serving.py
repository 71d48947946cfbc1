"""The web of one night: an HTTP proxy on loopback that answers for every host of the world, and keeps what it answered.

As a proxy it gives the hosts their names, so that addresses do not depend on a port."""
import dataclasses
import datetime
import gzip
import http.client
import http.server
import random
import threading
import urllib.parse

from dialects import rfc822
from model import Response


@dataclasses.dataclass(frozen=True)
class Exchange:
    moment: datetime.datetime
    url: str
    response: Response
    is_unchanged: bool  # answered with 304


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512  # every host is asked at once


class Web:
    def __init__(self):
        self.answers = {}
        self.moment = None
        self.exchanges = []  # of this night, as far as the client took the answers
        self.lock = threading.Lock()
        web = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                web.answer(self)

            def log_message(self, *_):
                pass

        self.server = _Server(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def begin_night(self, moment, answers):
        self.moment, self.answers, self.exchanges = moment, answers, []

    def answer(self, handler):
        url = urllib.parse.urlsplit(handler.path)
        response = self.answers.get((url.netloc, url.path)) or Response(404, b"not found", "text/plain")
        is_unchanged = bool(response.etag) and handler.headers.get("If-None-Match") == response.etag
        exchange = Exchange(self.moment, handler.path, response, is_unchanged)
        with self.lock:  # before the client has the answer, and may end
            self.exchanges.append(exchange)
        if response.is_dropped:
            handler.close_connection = True
            return
        body = b"" if is_unchanged else response.body
        status = 304 if is_unchanged else response.status
        head = _head(status, response, self.moment, len(body)) + "\r\n"
        try:
            handler.wfile.write(head.encode() + body)
        except OSError:
            with self.lock:
                self.exchanges.remove(exchange)
            handler.close_connection = True

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def _head(status, response, moment, length):
    """The status line and header of an answer."""
    fields = {"Date": rfc822(moment, "GMT"), "Content-Type": response.content_type, "Content-Length": length}
    if response.location:
        fields["Location"] = response.location
    if response.etag:
        fields["ETag"] = response.etag
    return f"HTTP/1.1 {status} {http.client.responses[status]}\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in fields.items())


def warc_record(exchange):
    """The answer as a compressed WARC record; None if there was none, or nothing new."""
    response = exchange.response
    if response.is_dropped or exchange.is_unchanged:
        return None
    head = _head(response.status, response, exchange.moment, len(response.body))
    block = head.encode() + b"\r\n" + response.body
    record = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {exchange.url}\r\n"
              f"WARC-Date: {exchange.moment:%Y-%m-%dT%H:%M:%SZ}\r\nContent-Type: application/http; msgtype=response\r\n"
              f"Content-Length: {len(block)}\r\n\r\n")
    return gzip.compress(record.encode() + block + b"\r\n\r\n", 1, mtime=0)


def write_shuffled(records, folder, files, seed):
    """Writes the records in random order into several WARC files. Returns their paths."""
    records = sorted(records)
    random.Random(seed).shuffle(records)
    paths = [folder / f"year-{i}.warc.gz" for i in range(files)]
    for i, path in enumerate(paths):
        path.write_bytes(b"".join(records[i::files]))
    return paths
