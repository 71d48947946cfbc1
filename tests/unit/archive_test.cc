#include <fstream>
#include <map>

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include "indexer/source/archive_reader.h"
#include "indexer/source/inflate_stream.h"
#include "indexer/source/packing.h"
#include "indexer/source/walk.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/text_stream.h"

using namespace council_news;
using namespace std::string_literals;

namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

/// An archive written by libarchive; `format` and `filter` are libarchive's names.
std::string pack(const char* format, const char* filter, const Members& members) {
  std::string out(8 << 20, '\0');
  std::size_t used = 0;
  archive* handle = archive_write_new();
  REQUIRE(archive_write_set_format_by_name(handle, format) == ARCHIVE_OK);
  if (filter != "none"s) REQUIRE(archive_write_add_filter_by_name(handle, filter) == ARCHIVE_OK);
  archive_write_set_bytes_in_last_block(handle, 1);
  archive_write_open_memory(handle, out.data(), out.size(), &used);
  for (const auto& [name, text] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(handle, entry);
    archive_write_data(handle, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_close(handle);
  archive_write_free(handle);
  out.resize(used);
  return out;
}

/// `window` is the windowBits of zlib's deflateInit2: negative for raw deflate, 15 for zlib, 31 for gzip.
std::string deflated(const std::string& text, int window) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string out(text.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

/// Reads a stream up to its end or a damaged spot.
struct Read {
  std::string text;
  std::string damage;
};

Read read(ByteStream& stream) {
  Read result;
  try {
    char chunk[5000];
    while (const std::size_t count = stream.read(chunk, sizeof chunk)) result.text.append(chunk, count);
  } catch (const DamagedError& error) {
    result.damage = error.what();
  }
  return result;
}

std::string noise(std::size_t size) {
  std::string text;
  for (unsigned x = 1; text.size() < size; x = x * 1664525u + 1013904223u) text.push_back(static_cast<char>(x >> 24));
  return text;
}

/// The events of a walk through a file with these bytes: name → text of a document, or `skipped: …`, `failed: …`.
std::map<std::string, std::string> walk(const std::string& bytes, const std::string& url = {}) {
  const TemporaryFolder folder;
  Source source;
  source.name = folder.path().string() + "/f";
  std::ofstream(source.name, std::ios::binary) << bytes;
  std::map<std::string, std::string> events;
  const auto put = [&](const std::string& name, const std::string& what) {
    const std::string below = name.substr(source.name.size());
    CHECK(events.emplace(below, what).second);
  };
  try {
    walk_documents(source, url,
                   {[&](const Input& input, std::size_t) { put(input.source, input.bytes); },
                    [&](const std::string& name, const std::string& why) { put(name, "skipped: " + why); },
                    [&](const std::string& name, const InputError& error) { put(name, "failed: "s + error.what()); }});
  } catch (const InputError& error) {
    put(source.name, "threw: "s + error.what());
  }
  return events;
}

}  // namespace

TEST_CASE("packing is detected from the content") {
  struct Case {
    std::string what;
    std::string bytes;
    Packing packing;
  };
  std::string tar = pack("ustar", "none", {{"a", "b"}});
  std::string old_tar = tar;
  old_tar.replace(257, 8, 8, '\0');  // without its magic number; the checksum at offset 148 is adjusted
  unsigned sum = 0;
  for (std::size_t i = 0; i < 512; ++i) sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(old_tar[i]);
  for (std::size_t i = 154; i-- > 148; sum /= 8) old_tar[i] = static_cast<char>('0' + sum % 8);
  const std::vector<Case> cases = {
      {"nothing", "", Packing::none},
      {"text", "BZh is a name", Packing::none},
      {"a page", "<!doctype html>", Packing::none},
      {"gzip", deflated("x", 31), Packing::gzip},
      {"bzip2", pack("raw", "bzip2", {{"a", "b"}}), Packing::compressed},
      {"xz", pack("raw", "xz", {{"a", "b"}}), Packing::compressed},
      {"lzma", pack("raw", "lzma", {{"a", "b"}}), Packing::compressed},
      {"zstd", pack("raw", "zstd", {{"a", "b"}}), Packing::compressed},
      {"lz4", pack("raw", "lz4", {{"a", "b"}}), Packing::compressed},
      {"compress", pack("raw", "compress", {{"a", "b"}}), Packing::compressed},
      {"tar", tar, Packing::tar},
      {"old tar without magic number", old_tar, Packing::tar},
      {"a tar truncated in its first block", tar.substr(0, 511), Packing::none},
      {"zeros", std::string(1024, '\0'), Packing::none},
      {"zip", pack("zip", "none", {{"a", "b"}}), Packing::zip},
      {"an empty zip", pack("zip", "none", {}), Packing::zip},
      {"a Word document", pack("zip", "none", {{"[Content_Types].xml", ""}}), Packing::office},
      {"a web archive", "WARC/1.0\r\n", Packing::warc},
      {"an old web archive", "WARC/0.17\r\n", Packing::warc},
      {"7-Zip", "7z\xBC\xAF\x27\x1C rest", Packing::foreign},
      {"RAR", "Rar!\x1A\x07\x01", Packing::foreign},
  };
  for (const Case& row : cases) {
    CAPTURE(row.what);
    CHECK(packing_of(row.bytes.substr(0, kPackingHead)) == row.packing);
  }
}

TEST_CASE("a buffered stream") {
  const std::string text = noise(100'000);
  TextStream below(text);
  BufferedStream stream(below);
  CHECK(stream.peek(10) == text.substr(0, 10));
  CHECK(stream.peek(5000) == text.substr(0, 5000));
  char chunk[3000];
  REQUIRE(stream.read(chunk, sizeof chunk) > 0);
  CHECK(stream.peek(200'000).size() + 3000 >= text.size());
  const std::size_t left = stream.peek(200'000).size();
  CHECK(read(stream).text == text.substr(text.size() - left));
  CHECK(stream.peek(1).empty());

  TextStream lines("one\r\ntwo\n\nlast");
  BufferedStream by_line(lines);
  std::vector<std::string> seen;
  for (std::string line; by_line.read_line(line, 100);) seen.push_back(line);
  CHECK(seen == std::vector<std::string>{"one", "two", "", "last"});
  TextStream endless(std::string(5000, 'x'));
  BufferedStream one_line(endless);
  std::string line;
  CHECK_THROWS_AS(one_line.read_line(line, 4000), DamagedError);
}

TEST_CASE("gzip and deflate") {
  using Form = InflateStream::Form;
  const std::string text = noise(60'000) + std::string(100'000, 'x');
  struct Case {
    std::string what;
    std::string bytes;
    Form form;
    std::string text;
    bool damaged = false;
  };
  const std::string gzip = deflated(text, 31);
  std::string wrong_sum = gzip;
  wrong_sum[gzip.size() - 6] = static_cast<char>(wrong_sum[gzip.size() - 6] ^ 1);
  const std::vector<Case> cases = {
      {"gzip", gzip, Form::gzip, text},
      {"two members", gzip + deflated("more", 31), Form::gzip, text + "more"},
      {"padded with zeros", gzip + std::string(100'000, '\0'), Form::gzip, text},
      {"compressed, but empty", deflated("", 31), Form::gzip, ""},
      {"trailing garbage", gzip + "garbage", Form::gzip, text, true},
      {"a wrong checksum", wrong_sum, Form::gzip, text, true},
      {"cut off", gzip.substr(0, gzip.size() - 4), Form::gzip, text, true},
      {"zlib", deflated(text, 15), Form::deflate, text},
      {"raw deflate", deflated(text, -15), Form::deflate, text},
      {"not compressed", "hello, hello, hello", Form::deflate, "", true},
  };
  for (const Case& row : cases) {
    CAPTURE(row.what);
    TextStream below(row.bytes);
    BufferedStream packed(below);
    InflateStream stream(packed, row.form);
    const Read result = read(stream);
    CHECK((result.text == row.text));
    CHECK(!result.damage.empty() == row.damaged);
  }
}

TEST_CASE("truncated gzip yields the data before the cut") {
  const std::string text = noise(50'000);
  TextStream below(deflated(text, 31).substr(0, 30'000));
  BufferedStream packed(below);
  InflateStream stream(packed, InflateStream::Form::gzip);
  const Read result = read(stream);
  CHECK(result.damage == "unexpected end");
  CHECK(result.text.size() > 25'000);
  CHECK((result.text == text.substr(0, result.text.size())));
}

TEST_CASE("walking archives") {
  const Members pages{{"a.html", "one"}, {"b/c.html", noise(300'000)}, {".hidden/d.html", "no"}, {"./e", "three"}};
  const std::map<std::string, std::string> expected{
      {"!a.html", "one"}, {"!b/c.html", noise(300'000)}, {"!./e", "three"}};
  for (const char* format : {"ustar", "pax", "gnutar", "v7tar", "zip"}) {
    for (const char* filter : {"none", "gzip", "bzip2", "xz", "zstd", "lz4"}) {
      CAPTURE(format, filter);
      CHECK((walk(pack(format, filter, pages)) == expected));
    }
  }
}

TEST_CASE("walking nested archives") {
  const std::string tar = pack("ustar", "gzip", {{"a", "text"}});
  using Events = std::map<std::string, std::string>;
  CHECK(walk("text") == Events{{"", "text"}});
  CHECK(walk(deflated("text", 31)) == Events{{"", "text"}});
  CHECK(walk(deflated(deflated("text", 31), 31)) == Events{{"", "text"}});
  CHECK(walk(pack("zip", "none", {{"t.tgz", tar}, {"g.gz", deflated("more", 31)}})) ==
        Events{{"!t.tgz!a", "text"}, {"!g.gz", "more"}});
  CHECK(walk(pack("zip", "none", {{"x.docx", pack("zip", "none", {{"[Content_Types].xml", ""}})}, {"b", "text"}})) ==
        Events{{"!x.docx", "skipped: an office document or e-book, which is not supported"}, {"!b", "text"}});
  CHECK(walk(pack("zip", "none", {{"x.7z", "7z\xBC\xAF\x27\x1C"}, {"b", "text"}})) ==
        Events{{"!x.7z", "failed: an unsupported archive format"}, {"!b", "text"}});
  std::string deep = "text";
  for (int i = 0; i < kMaxLayers; ++i) deep = deflated(deep, 31);
  CHECK(walk(deep) == Events{{"", "text"}});
  CHECK(walk(deflated(deep, 31)).at("").starts_with("threw: archives are nested"));
}

TEST_CASE("--url is rejected for an archive") {
  CHECK(walk(pack("zip", "none", {{"a", "text"}}), "https://n.example/")
            .at("")
            .starts_with("threw: an archive cannot have"));
  CHECK(walk(deflated("text", 31), "https://n.example/").at("") == "text");
}

TEST_CASE("walking damaged archives") {
  const std::string inner = pack("ustar", "none", {{"b", noise(20'000)}, {"c", "three"}});
  const std::string outer = pack("ustar", "none", {{"a", "one"}, {"i.tar", inner}, {"d", "four"}});
  const auto cut = walk(outer.substr(0, 10'000));
  CHECK(cut.at("!a") == "one");
  CHECK(cut.at("").starts_with("threw: truncated or damaged"));
  CHECK(cut.size() == 2);
  // If only the inner archive is truncated, the outer one is read on.
  const auto inner_cut = walk(pack("ustar", "none", {{"a", "one"}, {"i.tar", inner.substr(0, 10'000)}, {"d", "four"}}));
  CHECK(inner_cut.at("!a") == "one");
  CHECK(inner_cut.at("!i.tar").starts_with("failed: truncated or damaged"));
  CHECK(inner_cut.at("!d") == "four");
  CHECK(inner_cut.size() == 3);
  // Damage to a member does not end the archive either.
  const auto gzip_cut = walk(pack("zip", "none", {{"a.gz", deflated("one", 31).substr(0, 15)}, {"b", "two"}}));
  CHECK(gzip_cut.at("!a.gz") == "failed: truncated or damaged (unexpected end)");
  CHECK(gzip_cut.at("!b") == "two");
}
