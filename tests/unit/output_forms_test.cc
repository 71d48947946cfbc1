#include <sstream>

#include "common/error.h"
#include "searcher/output/about.h"
#include "searcher/output/hit_fields.h"
#include "searcher/output/markup.h"
#include "searcher/output/output_stream.h"
#include "searcher/output/paragraph.h"
#include "searcher/output/svg_timeline.h"
#include "tests/support/catch.h"

using namespace council_news;

TEST_CASE("markup in text is escaped") {
  CHECK(escape_markup("<a href=\"x\">&'") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
  CHECK(escape_markup("a\x1b[31m\xE2\x80\xAE") == "a[31m");
  CHECK(escape_markup("\xff") == "\xEF\xBF\xBD");
  CHECK(escape_markup("a\xEF\xBF\xBF") == "a");
}

TEST_CASE("only web addresses become links") {
  CHECK(safe_link("https://x.example/a?b=1&c") == "https://x.example/a?b=1&c");
  CHECK(safe_link(" HTTP://x.example/a b ") == "HTTP://x.example/a%20b");
  CHECK(safe_link("https://x.example/\"><script>") == "https://x.example/%22%3E%3Cscript%3E");
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "/relative", "//host/", "java\nscript:x", "", "x"})
    CHECK(safe_link(url).empty());
}

TEST_CASE("text for terminals without UTF-8") {
  CHECK(to_ascii("O’Hara – “Ynys Môn” … £2") == "O'Hara - \"Ynys Mon\" ... GBP 2");
  CHECK(to_ascii("Łódź ß æ") == "Lodz ss ae");
  CHECK(to_ascii("中\xff") == "??");
}

TEST_CASE("JSON is safe on a terminal") {
  CHECK(dump_json("a\x1b\xC2\x9B\xE2\x80\xAE\x7F’") == "\"a\\u001b\\u009b\\u202e\\u007f’\"");
  CHECK(dump_json("\xF3\xA0\x84\x80") == "\"\\udb40\\udd00\"");
  CHECK(dump_json("\xff") == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("paragraphs are wrapped by their visible width") {
  Style style;
  style.color = true;
  std::ostringstream out;
  Paragraph paragraph(20, 4, style);
  paragraph.begin_with(" 1. ");
  paragraph.add("Ynys Môn council agrees", {{5, 8}}, Look::plain, Look::match);
  paragraph.write(out);
  CHECK(out.str() == " 1. Ynys \x1b[1;31mMôn\x1b[0m council\n    agrees\n");
}

TEST_CASE("other outlets in words") {
  CHECK(also_in_words(0, {}).empty());
  CHECK(also_in_words(1, {"A"}) == "also in A");
  CHECK(also_in_words(2, {"A", "B"}) == "also in A and B");
  CHECK(also_in_words(6, {"A", "B", "C", "D", "E"}) == "also in A, B, C and 2 other outlets");
  CHECK(also_in_words(2, {}) == "and 2 near-duplicates");
}

TEST_CASE("other searches in words") {
  CHECK(also_found_by({}).empty());
  CHECK(also_found_by({"roads"}).empty());
  CHECK(also_found_by({"roads", "zoos"}) == "also found by zoos");
  CHECK(also_found_by({"roads", "zoos", "a, b"}) == "also found by zoos and a, b");
}

TEST_CASE("a timeline is drawn for any figures") {
  CHECK(svg_timeline({{"2018", 0, 0}}, true).find("nan") == std::string::npos);
  const std::string svg = svg_timeline({{"2018-01", 3, 10}, {"2018-02", 0, 0}, {"2018-03", 1, 2}}, true);
  CHECK(svg.find("<title>2018-03: 1 of 2</title>") != std::string::npos);
  CHECK(svg.find("50.0%") != std::string::npos);
}

TEST_CASE("unknown fields are rejected") {
  CHECK(find_hit_fields({"title", "rank"}).size() == 2);
  CHECK_THROWS_AS(find_hit_fields({"colour"}), UsageError);
}
