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
}
