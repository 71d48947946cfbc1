"""Archives, compressed files, web archives and mirrored sites as sources: they read like their unpacked contents."""
import bz2
import gzip
import io
import json
import lzma
import os
import subprocess
import tarfile
import unittest
import zipfile
import zlib

from programs import ProgramTest


def page(title, text="The council agreed a budget for its libraries and parks, and will consult on it in the spring.",
         head=""):
    return (f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body><article>"
            f"<h1>{title}</h1><p>{text}</p><p>Residents in {title} have until May to answer, it said.</p>"
            "</article></body></html>")


FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Borough Record</title>
<link>https://record.example/</link><description>News</description>
<item><title>Town hall to trust volunteers</title><link>https://record.example/park</link><guid>park-1</guid>
<description>Dudley Council will let volunteers look after three parks.</description></item></channel></rss>"""

FILES = {
    "pages/one.html": page("Leeds"),
    "pages/Ynys Môn.html": page("Ynys Mon"),
    "feed.xml": FEED,
    "lines.jsonl": "".join(json.dumps({"guid": f"g{n}", "title": f"Item {n}", "body": f"Item {n}, agreed."}) + "\n"
                           for n in range(3)),
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(300),
    ".hidden.html": page("Hidden"),
}
ADDED = "6 added, 0 updated, 0 unchanged, 1 skipped, 0 failed\n"
UNCHANGED = "0 added, 0 updated, 6 unchanged, 1 skipped, 0 failed\n"


def content(files):
    return {name: text if isinstance(text, bytes) else text.encode("utf-8") for name, text in files.items()}


def make_zip(files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in content(files).items():
            archive.writestr(name, data)
    return out.getvalue()


def make_tar(files, form=tarfile.PAX_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in content(files).items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def warc_record(kind, url, block, media_type="application/http; msgtype=response", version="WARC/1.0", **fields):
    head = {"WARC-Type": kind, "WARC-Record-ID": "<urn:uuid:0>", "WARC-Date": "2019-03-20T10:00:00Z",
            "Content-Type": media_type, "Content-Length": len(block), **fields}
    if url:
        head["WARC-Target-URI"] = url
    lines = [version] + [f"{name}: {value}" for name, value in head.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(url, body=b"", status="200 OK", media_type="text/html; charset=utf-8", headers=(), **fields):
    body = body.encode("utf-8") if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media_type}", *headers]
    return warc_record("response", url, "\r\n".join(lines).encode() + b"\r\n\r\n" + body, **fields)


def chunked(body):
    body = body.encode("utf-8")
    parts = [body[at:at + 50] for at in range(0, len(body), 50)]
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\nTrailer: x\r\n\r\n"


RECORDS = [
    warc_record("warcinfo", None, b"software: test\r\n", "application/warc-fields"),
    warc_record("request", "https://record.example/leeds", b"GET / HTTP/1.1\r\n\r\n",
                "application/http; msgtype=request"),
    response("https://record.example/leeds", page("Leeds")),
    response("https://record.example/moved", "", "301 Moved Permanently"),
    response("https://record.example/gone", page("Not found"), "404 Not Found"),
    warc_record("revisit", "https://record.example/leeds", b"HTTP/1.1 200 OK\r\n\r\n"),
    response("https://record.example/hull", chunked(page("Hull")), headers=["Transfer-Encoding: chunked"]),
    response("https://record.example/bath", page("Bath"), headers=["Transfer-Encoding: chunked"]),
    response("https://record.example/york", gzip.compress(page("York").encode()), headers=["Content-Encoding: gzip"]),
    response("https://record.example/bury", b"\x0b\x02\x80", headers=["Content-Encoding: br"]),
    response("https://record.example/hove", zlib.compress(page("Hove").encode()),
             headers=["Content-Encoding: deflate"]),
    response("https://record.example/bare", zlib.compress(page("Bare").encode())[2:-4],
             headers=["Content-Encoding: deflate"]),
    response("https://record.example/kent", page("Kent"), headers=["Content-Encoding: br"]),
    response("https://record.example/logo", b"\x89PNG\r\n\x1a\n", media_type="image/png"),
    response("https://record.example/style.css", "p { color: red }", media_type="text/css"),
    response("https://record.example/empty"),
    response("https://record.example/western", page("Caf\u00e9").replace("<meta charset=utf-8>", "").encode("cp1252"),
             media_type="text/html; charset=windows-1252", version="WARC/1.1"),
    response("<https://record.example/feed>", FEED, media_type="application/rss+xml", version="WARC/0.18"),
    warc_record("resource", "https://record.example/saved", page("Saved").encode(), "text/html"),
    warc_record("resource", "metadata://gnu.org/wget.log", b"a log", "text/plain"),
    warc_record("metadata", "https://record.example/leeds", b"x: y\r\n", "application/warc-fields"),
]
WARC_ADDED = "10 added, 0 updated, 0 unchanged, 7 skipped, 0 failed\n"


class Containers(ProgramTest):
    def articles(self, *sources):
        """The articles that parse prints, sorted and without their source."""
        result = self.index("parse", *sources)
        lines = result.lines()
        for article in lines:
            del article["source"]
        return sorted(lines, key=json.dumps), result.err

    def test_every_container_reads_like_the_folder(self):
        for name, text in FILES.items():
            self.write("folder/" + name, text)
        expected = self.articles(self.folder / "folder")
        self.assertEqual(len(expected[0]), 6, expected[1])
        tar = make_tar(FILES)
        containers = {"stored.zip": make_zip(FILES, zipfile.ZIP_STORED), "deflated.zip": make_zip(FILES),
                      "plain.tar": tar, "gnu.tar": make_tar(FILES, tarfile.GNU_FORMAT), "t.tar.gz": gzip.compress(tar),
                      "t.tar.bz2": bz2.compress(tar), "t.tar.xz": lzma.compress(tar),
                      "t.tar.lzma": lzma.compress(tar, lzma.FORMAT_ALONE),
                      "two.tar.gz": make_tar({"inner/i.tar.gz": gzip.compress(tar)}),
                      "z.zip": make_zip({"i.zip": make_zip(FILES)}),
                      "zipped-one-by-one.tar": make_tar({n: gzip.compress(t) for n, t in content(FILES).items()}),
                      "cut-in-two.gz": gzip.compress(tar[:3000]) + gzip.compress(tar[3000:])}
        for name, data in containers.items():
            with self.subTest(container=name):
                self.assertEqual(self.articles(self.write("misnamed/" + name + ".html", data)), expected)
                piped = self.index("parse", "-", stdin=data)
                self.assertEqual(len(piped.lines()), 6, piped.err)

    def test_zstd(self):
        path = self.write("c.tar", make_tar(FILES))
        try:
            subprocess.run(["zstd", "-q", path], check=True)
        except FileNotFoundError:
            self.skipTest("there is no zstd here")
        self.assertEqual(self.index("add", self.folder / "c.tar.zst").err, ADDED)

    def test_a_second_add_adds_nothing(self):
        for name, data in (("c.zip", make_zip(FILES)), ("c.tar.gz", gzip.compress(make_tar(FILES)))):
            with self.subTest(archive=name):
                self.database = self.folder / ("db-" + name)
                path = self.write(name, data)
                self.assertEqual(self.index("add", path).err, ADDED)
                self.assertEqual(self.index("add", path).err, UNCHANGED)
                os.utime(path)  # read again with the same result
                self.assertEqual(self.index("add", path).err, UNCHANGED)
                # A changed archive is read again, and its unchanged articles count as unchanged.
                self.write(name, make_zip({**FILES, "new.html": page("Bristol")}))
                self.assertEqual(self.index("add", path).err, "1 added, 0 updated, 6 unchanged, 1 skipped, 0 failed\n")

    def test_an_archive_and_its_folder_have_the_same_articles(self):
        for name, text in FILES.items():
            self.write("folder/" + name, text)
        self.assertEqual(self.index("add", self.folder / "folder").err, ADDED)
        self.assertEqual(self.index("add", self.write("c.zip", make_zip(FILES))).err, UNCHANGED)

    def test_the_source_of_an_article_includes_the_member(self):
        path = self.write("c.zip", make_zip({"pages/Ynys Môn.html": page("Ynys Mon")}))
        article, = self.index("parse", path).lines()
        self.assertEqual(article["source"], f"{path}!pages/Ynys Môn.html")

    def test_odd_names(self):
        class OldName(zipfile.ZipInfo):
            def _encodeFilenameFlags(self):
                return self.filename.encode("cp437"), 0
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(OldName("café.html"), page("One"))
            archive.writestr("../../etc/evil\x1b[31m.html", page("Two"))
        tar = io.BytesIO()
        with tarfile.open(fileobj=tar, mode="w", format=tarfile.GNU_FORMAT, encoding="cp1252") as archive:
            for name, text in (("Môn/" + "long/" * 60 + "a.html", page("Three")), ("", page("Four"))):
                member = tarfile.TarInfo(name)
                member.size = len(text)
                archive.addfile(member, io.BytesIO(text.encode()))
        for locale in ("C", "C.UTF-8"):
            with self.subTest(locale=locale):
                env = {"LC_ALL": locale}
                names = [article["source"].split("!")[1]
                         for article in self.index("parse", self.write("c.zip", out.getvalue()), env=env).lines()]
                self.assertEqual(names, ["café.html", "../../etc/evil[31m.html"])
                result = self.index("parse", self.write("c.tar", tar.getvalue()), env=env)
                self.assertEqual(result.lines()[0]["source"].split("!")[1], "Môn/" + "long/" * 60 + "a.html")
                self.assertEqual(len(result.lines()), 2, result.err)

    def test_links_and_folders_in_an_archive_are_skipped(self):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as archive:
            for name, kind in (("folder", tarfile.DIRTYPE), ("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE)):
                member = tarfile.TarInfo(name)
                member.type, member.linkname = kind, "a.html"
                archive.addfile(member)
        self.write("c.tar", out.getvalue() + b"")
        result = self.index("add", self.folder / "c.tar")
        self.assertIn("an archive without files", result.err)

    def test_url_is_rejected_for_an_archive(self):
        path = self.write("c.zip", make_zip(FILES))
        result = self.index("add", "--url", "https://record.example/", path)
        self.assertEqual(result.status, 1)
        self.assertIn("leave out --url", result.err)
        one = self.write("one.gz", gzip.compress(page("Leeds").encode()))
        article, = self.index("parse", "--url", "https://record.example/leeds", one).lines()
        self.assertEqual(article["url"], "https://record.example/leeds")

    def test_json_lines_longer_than_a_part(self):
        lines = [json.dumps({"guid": f"g{n}", "title": f"Item {n}", "body": "The council met. " * 1250})
                 for n in range(1000)]
        lines[800] = "{broken"
        path = self.write("long.jsonl", "\n".join(lines))
        result = self.index("parse", path)
        self.assertEqual([article["guid"] for article in result.lines()], [f"g{n}" for n in range(1000) if n != 800])
        # The line number is relative to the part of the file, whose first line is also given.
        where = result.err.split("(from line ")[1]
        self.assertEqual(int(where.split(")")[0]) + int(where.split("line ")[1].split(":")[0]) - 1, 801, result.err)


class Trouble(ProgramTest):
    def add(self, name, data):
        return self.index("add", self.write(name, data))

    def check_message(self, result, *words):
        self.assertEqual(result.status, 1, result.err)
        lines = result.err.splitlines()
        self.assertEqual(len(lines), 2, result.err)
        for word in words:
            self.assertIn(word, lines[0])
        return lines[-1]

    def test_a_truncated_archive_yields_the_articles_before_the_cut(self):
        noise = os.urandom(300000).hex().encode()  # bzip2 and xz lose the data just before the cut
        files = {"a.html": page("Leeds"), "b.html": page("Hull"), "c.html": page("York").encode() + noise}
        tar = make_tar(files)
        whole = {"c.zip": make_zip(files), "stored.zip": make_zip(files, zipfile.ZIP_STORED), "c.tar": tar,
                 "c.tar.gz": gzip.compress(tar), "c.tar.bz2": bz2.compress(tar, 1), "c.tar.xz": lzma.compress(tar),
                 "in.tar.gz": gzip.compress(make_tar({"inner.tar": tar}))}
        for name, data in whole.items():
            with self.subTest(archive=name):
                self.database = self.folder / ("db-" + name)
                result = self.add(name, data[:len(data) * 7 // 10])
                summary = self.check_message(result, f"failed: {self.folder / name}: truncated or damaged", "c.html",
                                             "the part before that was read", "complete copy")
                self.assertEqual(summary, "2 added, 0 updated, 0 unchanged, 0 skipped, 1 failed")
                # Unchanged: reported again, without reading it again.
                again = self.index("add", self.folder / name)
                self.assertIn("0 added, 0 updated, 2 unchanged, 0 skipped, 1 failed", again.err)
                self.assertIn("unchanged since the last run", again.err)
                # A complete copy adds the rest.
                self.assertIn("1 added, 0 updated, 2 unchanged", self.add(name, data).err)

    def test_a_truncated_page_is_not_indexed(self):
        data = gzip.compress(page("Leeds", os.urandom(20000).hex()).encode())
        result = self.add("page.html.gz", data[:len(data) // 2])
        self.assertEqual(self.check_message(result, "page.html.gz: truncated or damaged (", "unexpected end"),
                         "0 added, 0 updated, 0 unchanged, 0 skipped, 1 failed")

    def test_a_damaged_member_does_not_stop_the_others(self):
        data = bytearray(make_zip({"a.html": page("Leeds"), "b.html": page("Hull"), "c.html": page("York")}))
        data[data.find(b"b.html") + 100] ^= 0xFF
        result = self.add("c.zip", bytes(data))
        self.assertEqual(self.check_message(result, "c.zip!b.html: "),
                         "2 added, 0 updated, 0 unchanged, 0 skipped, 1 failed")
        # A damaged member header: the following members are found.
        tar = bytearray(make_tar({"a.html": page("Leeds"), "b.html": page("Hull"), "c.html": page("York")}))
        tar[tar.find(b"b.html")] ^= 0xFF
        self.database = self.folder / "db-tar"
        result = self.add("c.tar", bytes(tar))
        self.assertEqual(self.check_message(result, "c.tar: damaged after", "a.html", "the rest was read"),
                         "2 added, 0 updated, 0 unchanged, 0 skipped, 1 failed")

    def test_the_error_for_a_member_includes_the_archive(self):
        result = self.add("c.tar.gz", gzip.compress(make_tar({"a.json": "{", "b.html": page("Leeds")})))
        self.assertEqual(self.check_message(result, "c.tar.gz!a.json: unreadable JSON"),
                         "1 added, 0 updated, 0 unchanged, 0 skipped, 1 failed")

    def test_encrypted_members_are_counted(self):
        data = bytearray(make_zip({"a.html": page("Leeds"), "b.html": page("Hull"), "c.html": page("York")},
                                  zipfile.ZIP_STORED))
        for name in (b"b.html", b"c.html"):
            data[data.find(name) - 30 + 6] |= 1
        result = self.add("c.zip", bytes(data))
        self.assertEqual(self.check_message(result, "c.zip: 2 members are encrypted", "password"),
                         "1 added, 0 updated, 0 unchanged, 0 skipped, 1 failed")

    def test_bombs(self):
        zeros = gzip.compress(bytes(300 << 20), 1)
        self.check_message(self.add("one.gz", zeros), "larger than 256 MiB")
        squared = gzip.compress(zeros, 9)
        result = self.add("many.zip", make_zip({f"{n}.gz": squared for n in range(100)}))
        lines = result.err.splitlines()
        self.assertLess(len(lines), 10)
        self.assertIn("many.zip: it unpacks to more than 1000 times its size", lines[-2])

    def test_nesting_is_limited(self):
        data = make_zip({"a.html": page("Leeds")})
        for depth in range(8):
            data = make_zip({f"{depth}.zip": data})
        self.check_message(self.add("deep.zip", data), "deep.zip!7.zip!6.zip", "more than 6 deep")

    def test_unsupported_archives_are_reported(self):
        self.check_message(self.add("c.7z", b"7z\xBC\xAF\x27\x1C" + bytes(100)), "unpack it")
        self.write("in/letter.docx", make_zip({"[Content_Types].xml": "<Types/>"}))
        result = self.index("add", "-v", self.folder / "in")
        self.assertEqual(result.status, 0)
        self.assertIn("office document", result.err)

    def test_an_empty_archive(self):
        self.check_message(self.add("empty.zip", make_zip({})), "an archive without files")
        self.check_message(self.add("empty.gz", gzip.compress(b"")), "empty")


class WebArchives(ProgramTest):
    def test_responses_are_articles_and_the_rest_is_skipped(self):
        each = {"c.warc": b"".join(RECORDS), "c.warc.gz": b"".join(map(gzip.compress, RECORDS)),
                "one.warc.gz": gzip.compress(b"".join(RECORDS)), "c.zip": make_zip({"crawl.warc": b"".join(RECORDS)}),
                "c.tar.gz": gzip.compress(make_tar({"a/crawl.warc.gz": b"".join(map(gzip.compress, RECORDS))}))}
        for name, data in each.items():
            with self.subTest(archive=name):
                self.database = self.folder / ("db-" + name)
                path = self.write(name, data)
                self.assertEqual(self.index("add", path).err, WARC_ADDED)
                self.assertEqual(self.index("add", path).err, WARC_ADDED.replace("10 added", "0 added").replace(
                    "0 unchanged", "10 unchanged"))

    def test_crawl_metadata_is_used(self):
        path = self.write("c.warc.gz", b"".join(map(gzip.compress, RECORDS)))
        articles = {article["title"]: article for article in self.index("parse", path).lines()}
        self.assertEqual(set(articles), {"Leeds", "Hull", "Bath", "York", "Hove", "Bare", "Kent", "Café", "Saved",
                                         "Town hall to trust volunteers"})
        self.assertEqual(articles["Leeds"]["url"], "https://record.example/leeds")
        self.assertEqual(articles["Leeds"]["source"], f"{path}!https://record.example/leeds")
        self.assertEqual(articles["Saved"]["url"], "https://record.example/saved")
        for article in articles.values():
            self.assertNotIn("\r", article["body"])
            self.assertNotIn(";x=y", article["body"])

    def test_reasons_for_skipping_are_reported(self):
        result = self.index("add", "-v", self.write("c.warc", b"".join(RECORDS)))
        for name, why in (("moved", "HTTP status 301"), ("gone", "HTTP status 404"), ("leeds", "a revisit"),
                          ("bury", "unsupported content encoding br"), ("logo", "image/png"), ("style.css", "text/css"), ("empty", "an empty")):
            self.assertIn(f"!https://record.example/{name}: ", result.err)
            self.assertIn(why, result.err)

    def test_truncated_and_damaged(self):
        records = [response(f"https://record.example/{name}", page(name)) for name in ("leeds", "hull", "york")]
        data = b"".join(records)
        cut = data[:-100]
        gzipped = b"".join(map(gzip.compress, records))[:-60]
        garbled = records[0] + b"garbage\r\n" + records[1]
        for name, bad, added in (("cut.warc", cut, 2), ("cut.warc.gz", gzipped, 2), ("garbled.warc", garbled, 1)):
            with self.subTest(archive=name):
                self.database = self.folder / ("db-" + name)
                result = self.index("add", self.write(name, bad))
                self.assertEqual(result.err.splitlines()[-1],
                                 f"{added} added, 0 updated, 0 unchanged, 0 skipped, 1 failed")
                self.assertIn(f"{name}: truncated or damaged", result.err)
                self.assertIn("the part before that was read", result.err)
        self.database = self.folder / "db-body"
        broken = response("https://record.example/bath", gzip.compress(b"x" * 5000)[:30],
                          headers=["Content-Encoding: gzip"])
        result = self.index("add", self.write("body.warc", records[0] + broken + records[1]))
        self.assertEqual(result.err.splitlines()[-1], "2 added, 0 updated, 0 unchanged, 0 skipped, 1 failed")
        self.assertIn("body.warc!https://record.example/bath: ", result.err)


class Mirrors(ProgramTest):
    def urls(self, *sources):
        result = self.index("parse", *sources)
        return {article["title"]: article.get("url", "") for article in result.lines()}, result.err

    def test_urls_from_a_mirrored_site(self):
        canonical = '<link rel=canonical href="https://www.leeds.example/real">'
        files = {"www.leeds.example/news/a b.html": page("One"), "www.leeds.example/index.html": page("Two"),
                 "www.leeds.example/page?id=3": page("Three"),
                 "www.leeds.example/copy.html": page("Four", head=canonical),
                 "notes.old/five.html": page("Five")}
        for name, text in files.items():
            self.write("mirror/" + name, text)
        expected = {"One": "https://www.leeds.example/news/a%20b.html", "Two": "https://www.leeds.example/",
                    "Three": "https://www.leeds.example/page?id=3", "Four": "https://www.leeds.example/real",
                    "Five": ""}
        self.assertEqual(self.urls(self.folder / "mirror")[0], expected)
        self.assertEqual(self.urls(self.write("m.zip", make_zip(files)))[0], expected)
        below = self.urls(self.folder / "mirror/www.leeds.example")[0]
        self.assertEqual(below, {title: url for title, url in expected.items() if title != "Five"})

    def test_sidecars_provide_urls_and_are_not_documents(self):
        self.write("in/a.html", page("One"))
        self.write("in/a.html.url", "https://record.example/one\n")
        self.write("in/b.html", page("Two"))
        self.write("in/b.url", "[InternetShortcut]\r\nURL=https://record.example/two\r\n")
        self.write("in/c.html", page("Thr\u00e9e").replace("<meta charset=utf-8>", "").encode("cp1252"))
        self.write("in/c.html.headers", "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\nHTTP/1.1 200 OK\r\n"
                   "Date: Wed, 20 Mar 2019 10:00:00 GMT\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n")
        self.write("in/c.html.meta.json", '{"url": "https://record.example/three", "date": "2019-03-20"}')
        expected = {"One": "https://record.example/one", "Two": "https://record.example/two",
                    "Thrée": "https://record.example/three"}
        self.assertEqual(self.urls(self.folder / "in"), (expected, ""))
        self.assertEqual(self.urls(*(self.folder / f"in/{name}.html" for name in "abc")), (expected, ""))
        self.index("add", self.folder / "in")
        self.write("in/a.html.url", "https://record.example/one-moved\n")
        self.assertIn("2 unchanged", self.index("add", self.folder / "in").err)

    def test_url_in_extended_attributes(self):
        path = self.write("a.html", page("One"))
        try:
            os.setxattr(path, "user.xdg.origin.url", b"https://record.example/one")
        except OSError:
            self.skipTest("files have no attributes here")
        self.assertEqual(self.urls(path)[0], {"One": "https://record.example/one"})


if __name__ == "__main__":
    unittest.main()
