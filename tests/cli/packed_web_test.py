"""A compressed file or an archive at an address is read as the same file on disk is."""
import bz2
import gzip
import io
import lzma
import tarfile
import unittest
import zipfile

from web import UpdateTest, rss

PAGE = ("<html><head><title>Depot stays</title></head><body><h1>Depot stays</h1><p>The council agreed on Monday to keep the "
        "depot open, after residents had asked for it for many months.</p><p>Members heard that the depot serves eleven "
        "villages, and that moving it would have cost more than repairs.</p></body></html>")


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def tarred(name, text):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(text)
        archive.addfile(member, io.BytesIO(text.encode()))
    return out.getvalue()


class PackedWebTest(UpdateTest):
    def setUp(self):
        super().setUp()
        feed = rss("one", "two")
        self.packed = {
            "/feed.gz": gzip.compress(feed.encode()),
            "/feed.bz2": bz2.compress(feed.encode()),
            "/feed.xz": lzma.compress(feed.encode()),
            "/feed.zip": zipped(feed=feed),
            "/feed.tar.xz": tarred("feed.rss", feed),
            "/feed.gz.gz": gzip.compress(gzip.compress(feed.encode())),
        }
        for path, body in self.packed.items():
            self.server.replies[path] = (200, {"Content-Type": "application/octet-stream"}, body)

    def test_add(self):
        for path in self.packed:
            with self.subTest(path):
                parsed = self.index("parse", "--allow-private", self.server.url(path))
                self.assertEqual(parsed.status, 0, parsed.err)
                self.assertEqual(len(parsed.out.splitlines()), 2)

    def test_update(self):
        for path in self.packed:
            with self.subTest(path):
                done = self.update(self.opml(path), env={"COUNCIL_NEWS_DB": str(self.folder / ("db" + path.replace("/", "-")))})
                self.assertEqual(done.status, 0, done.err)
                self.assertIn("2 added", done.err)

    def test_all_documents_of_an_archive_are_added(self):
        self.server.replies["/all.zip"] = (200, {}, zipped(feed=rss("one", "two"), page=PAGE))
        parsed = self.index("parse", "--allow-private", self.server.url("/all.zip"))
        self.assertEqual(parsed.status, 0, parsed.err)
        self.assertEqual(len(parsed.out.splitlines()), 3)

    def test_a_damaged_file_is_reported(self):
        self.server.replies["/cut.gz"] = (200, {}, self.packed["/feed.gz"][:60])
        parsed = self.index("parse", "--allow-private", self.server.url("/cut.gz"))
        self.assertEqual(parsed.status, 1)
        self.assertIn("damaged", parsed.err)


if __name__ == "__main__":
    unittest.main()
