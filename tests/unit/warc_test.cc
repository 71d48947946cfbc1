#include "indexer/source/warc.h"

#include "tests/support/catch.h"
#include "tests/support/text_stream.h"

using namespace council_news;

namespace {

std::string read_all(ByteStream& stream) {
  std::string all;
  char chunk[7];  // small, to exercise the ends of reads
  while (const std::size_t count = stream.read(chunk, sizeof chunk)) all.append(chunk, count);
  return all;
}

std::string record(const std::string& fields, const std::string& block, const std::string& version = "WARC/1.0") {
  return version + "\r\n" + fields + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

}  // namespace

TEST_CASE("records of a web archive") {
  struct Case {
    std::string what;
    std::string bytes;
    std::vector<std::string> blocks;
    bool damaged = false;
  };
  const std::string one = record("WARC-Type: resource\r\n", "one");
  const std::string two = record("WARC-Type: resource\r\n", "two\r\n\r\nWARC/1.0\r\n", "WARC/1.1");
  const std::vector<Case> cases = {
      {"nothing", "", {}},
      {"two", one + two, {"one", "two\r\n\r\nWARC/1.0\r\n"}},
      {"an empty block", record("", "") + one, {"", "one"}},
      {"LF line ends, no empty lines between",
       "WARC/0.18\ncontent-length: 3\n\nabcWARC/1.0\nContent-Length:1\n\nd",
       {"abc", "d"}},
      {"a continued field", "WARC/1.0\r\nX: a\r\n b\r\nContent-Length: 1\r\n\r\nz", {"z"}},
      {"truncated in a block", one + two.substr(0, two.size() - 10), {"one"}, true},
      {"truncated in a header", one + two.substr(0, 20), {"one"}, true},
      {"not a record", one + "<html>", {"one"}, true},
      {"no Content-Length", one + "WARC/1.0\r\nWARC-Type: response\r\n\r\n", {"one"}, true},
      {"a wrong length", one + "WARC/1.0\r\nContent-Length: -1\r\n\r\n", {"one"}, true},
      {"an overflowing length", one + "WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\nx", {"one"}, true},
  };
  for (const Case& row : cases) {
    CAPTURE(row.what);
    TextStream text(row.bytes);
    BufferedStream stream(text);
    WarcReader reader(stream);
    std::vector<std::string> blocks;
    const auto read = [&] {
      while (reader.next()) blocks.push_back(read_all(reader));
    };
    if (row.damaged) {
      CHECK_THROWS_AS(read(), DamagedError);
    } else {
      CHECK_NOTHROW(read());
    }
    CHECK(blocks == row.blocks);
  }
}

TEST_CASE("an unread record is skipped") {
  TextStream text(record("", std::string(200'000, 'x')) + record("", "last"));
  BufferedStream stream(text);
  WarcReader reader(stream);
  REQUIRE(reader.next());
  REQUIRE(reader.next());
  CHECK(read_all(reader) == "last");
}

TEST_CASE("the description of the document in a record") {
  struct Case {
    std::string what;
    std::string fields;
    std::string block;
    bool is_document;
    std::string skip_reason;
    std::string url;
    std::string charset = {};
    std::string body = {};
  };
  const std::string page = "WARC-Target-URI: https://n.example/a\r\nWARC-Date: 2019-03-20T10:00:00Z\r\n";
  const std::string response = page + "WARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n";
  const std::string url = "https://n.example/a";
  const std::vector<Case> cases = {
      {"a page", response, "HTTP/1.1 200 OK\r\nContent-Type: text/html; Charset=\"utf-8\"\r\n\r\nbody", true, "", url,
       "utf-8", "body"},
      {"HTTP/2 without a reason", response, "HTTP/2 200\r\n\r\nbody", true, "", url, "", "body"},
      {"a feed", response, "HTTP/1.1 200 OK\r\ncontent-type: application/atom+xml\r\n\r\n", true, "", url},
      {"no media type", response, "HTTP/1.1 200 OK\n\nbody", true, "", url, "", "body"},
      {"a redirect", response, "HTTP/1.1 302 Found\r\nContent-Type: text/html\r\n\r\n", true, "HTTP status 302", url},
      {"an error", response, "HTTP/1.0 500 Oh\r\n\r\n", true, "HTTP status 500", url},
      {"an image", response, "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\n\r\n", true, "image/svg+xml", url},
      {"a script", response, "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\n\r\n", true, "text/javascript", url},
      {"no HTTP", response, "ICY 200 OK\r\n\r\n", true, "not an HTTP response", url},
      {"truncated in the HTTP header", response, "HTTP/1.1 200 OK\r\nContent-Type: text/ht", true, "text/ht", url},
      {"an empty block", response, "", true, "not an HTTP response", url},
      {"a saved page", page + "WARC-Type: resource\r\nContent-Type: text/html;charset=x\r\n", "body", true, "", url,
       "x", "body"},
      {"a saved image", page + "WARC-Type: resource\r\nContent-Type: image/png\r\n", "body", true, "image/png", url, "",
       "body"},
      {"a request", page + "WARC-Type: request\r\n", "GET / HTTP/1.1\r\n\r\n", false, "", ""},
      {"a DNS record", "WARC-Type: response\r\nWARC-Target-URI: dns:n.example\r\n", "1.2.3.4", false, "", ""},
      {"a URL in angle brackets", "WARC-Type: response\r\nWARC-Target-URI: <https://n.example/b>\r\n",
       "HTTP/1.1 200 OK\r\n\r\n", true, "", "https://n.example/b"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.what);
    TextStream text(row.block);
    BufferedStream block(text);
    const auto capture = read_capture(HeaderFields("WARC/1.0\r\n" + row.fields), block);
    REQUIRE(capture.has_value() == row.is_document);
    if (!capture) continue;
    CHECK(capture->skip_reason == row.skip_reason);
    CHECK(capture->about.url == row.url);
    CHECK(capture->about.charset == row.charset);
    CHECK(read_all(block) == row.body);
    if (row.url == url) CHECK(capture->about.retrieved == parse_timestamp("2019-03-20T10:00:00Z"));
  }
}

TEST_CASE("a revisit record contains no document") {
  TextStream text("HTTP/1.1 200 OK\r\n\r\n");
  BufferedStream block(text);
  const HeaderFields fields("WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Target-URI: https://n.example/a\r\n");
  CHECK(read_capture(fields, block)->skip_reason.starts_with("a revisit"));
}

TEST_CASE("chunked bodies") {
  struct Case {
    std::string what;
    std::string bytes;
    std::string body;
    bool damaged = false;
  };
  const std::vector<Case> cases = {
      {"two chunks", "5\r\nhello\r\n7;name=value\r\n, world\r\n0\r\n\r\n", "hello, world"},
      {"with a trailer", "A\r\n0123456789\r\n0\r\nX: y\r\n\r\n", "0123456789"},
      {"LF only", "5\nhello\n0\n\n", "hello"},
      {"empty", "0\r\n\r\n", ""},
      {"an empty body", "", ""},
      {"stored decoded", "<html>5\r\n", "<html>5\r\n"},
      {"stored decoded, beginning with hex digits", "added by the cabinet", "added by the cabinet"},
      {"truncated in a chunk", "5\r\nhel", "hel"},
      {"truncated before the last chunk", "5\r\nhello\r\n", "hello"},
      {"damaged", "5\r\nhello\r\nxyz\r\n", "hello", true},
  };
  for (const Case& row : cases) {
    CAPTURE(row.what);
    TextStream text(row.bytes);
    BufferedStream chunks(text);
    ChunkedStream body(chunks);
    if (row.damaged) {
      CHECK_THROWS_AS(read_all(body), DamagedError);
    } else {
      CHECK(read_all(body) == row.body);
    }
  }
}

TEST_CASE("media types and character sets") {
  CHECK(media_type("Text/HTML; charset=x") == "text/html");
  CHECK(media_type(" application/rss+xml ") == "application/rss+xml");
  CHECK(charset_parameter("text/html; boundary=a; CHARSET = 'ISO-8859-1'") == "ISO-8859-1");
  CHECK(charset_parameter("text/html;charset=utf-8;x=y") == "utf-8");
  CHECK(charset_parameter("text/html; charset=\"utf-8\"") == "utf-8");
  CHECK(charset_parameter("text/html") == "");
  CHECK(charset_parameter("text/html; charset") == "");
}
