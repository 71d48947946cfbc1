#include "indexer/read/sniff.h"

#include <string>

#include "common/error.h"
#include "indexer/source/packing.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace std::string_literals;

TEST_CASE("formats are detected from content") {
  struct Case {
    const char* text;
    Format format;
  };
  const Case row = GENERATE(values<Case>({
      {"<rss version='2.0'><channel/></rss>", Format::xml_feed},
      {"\n\n<?xml version='1.0'?>\n<!-- made by <html> -->\n<feed xmlns='http://www.w3.org/2005/Atom'/>",
       Format::xml_feed},
      {"<rdf:RDF xmlns:rdf='x'>", Format::xml_feed},
      {"<a:feed xmlns:a='x'>", Format::xml_feed},
      {"junk before <rss><channel>", Format::xml_feed},
      {"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-'><html>", Format::page},
      {"<!doctype HTML><title>x</title>", Format::page},
      {"<br />\n<b>Warning</b>: in <b>/x.php</b> on line <b>3</b><br />\n<!DOCTYPE html>", Format::page},
      {"<style>p {}</style> words", Format::page},
      {"<section>words</section>", Format::page},
      {"<opml version='2.0'/>", Format::opml},
      {"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}", Format::json_feed},
      {"{\"title\":\"x\"}", Format::article_json},
      {"[{\"title\":\"x\"}]", Format::article_json},
      {"Ann Smith 29 January 2018\n\nA headline", Format::scraped_text},
      {"x < y and y > z", Format::scraped_text},
      {"A text with one <br> in it", Format::scraped_text},
  }));
  CAPTURE(row.text);
  CHECK(sniff(row.text) == row.format);
}

TEST_CASE("documents without articles are rejected") {
  CHECK_THROWS_AS(sniff(""), InputError);
  CHECK_THROWS_AS(sniff(" \n\t "), InputError);
  CHECK_THROWS_AS(sniff("#!/bin/sh\necho"), NoArticleError);
  CHECK_THROWS_AS(sniff("<?xml version='1.0'?><note/>"), NoArticleError);
}

TEST_CASE("bytes that are not text") {
  CHECK(is_binary("\x01\x02\x03\x04\x05 words"));
  CHECK_FALSE(is_binary("words\twith\r\nlines\f"));
  CHECK_FALSE(is_binary("w\0o\0r\0d\0s\0"s));
  CHECK_FALSE(is_binary("caf\xE9"));
  CHECK(binary_kind("%PDF-1.4") == "a PDF document");
  CHECK(binary_kind("words").empty());
  CHECK(binary_kind("BZh") == "a bzip2 archive");
  CHECK(archive_kind("\x1F\x8B") == "a gzip archive");
  CHECK(archive_kind("%PDF-1.4").empty());
}

TEST_CASE("any beginning of a file can be asked for its packing") {
  for (const std::string& whole : {"BZh91AY&SY"s, "\x1F\x8B\x08\0\0"s,
                                   "\xFD"
                                   "7zXZ\0\0"s,
                                   "PK\3\4 and the rest"s, "\x28\xB5\x2F\xFD "s, "WARC/1.0\r\n"s, "LZIP\1\0"s})
    for (std::size_t length = 0; length <= whole.size(); ++length) CHECK_NOTHROW(packing_of(whole.substr(0, length)));
  CHECK(packing_of("BZh") == Packing::none);
  CHECK(packing_of("BZh91AY&SY") == Packing::compressed);
}
