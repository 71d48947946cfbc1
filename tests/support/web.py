"""A web server on loopback for tests of the real program."""
import http.server
import threading

from programs import ProgramTest


def rss(*titles, head=""):
    items = "".join(f"<item><title>{title}</title><link>https://news.example/{title}</link><guid>https://news.example/{title}"
                    f"</guid><description>Leeds City Council and {title}.</description></item>" for title in titles)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Test news</title>{head}{items}</channel></rss>'


class Server:
    """Answers by path and counts requests."""

    def __init__(self):
        self.replies = {}
        self.seen = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.seen.append((self.path, dict(self.headers)))
                reply = outer.replies.get(self.path, (404, {}, ""))
                status, headers, body = reply(self) if callable(reply) else reply
                data = body if isinstance(body, bytes) else body.encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.handle_error = lambda *_: None  # a client that was killed
        self.thread = threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def url(self, path):
        return f"http://127.0.0.1:{self.http.server_port}{path}"

    def paths(self):
        return sorted(path for path, _ in self.seen)

    def close(self):
        self.http.shutdown()
        self.http.server_close()


class UpdateTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.server = Server()
        self.addCleanup(self.server.close)

    def opml(self, *paths):
        outlines = "".join(f'<outline text="{path}" xmlUrl="{self.server.url(path)}"/>' for path in paths)
        return self.write("feeds.opml", f'<opml version="2.0"><body>{outlines}</body></opml>')

    def update(self, *arguments, **options):
        return self.index("update", "--allow-private", *arguments, **options)
