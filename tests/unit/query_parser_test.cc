
#include "searcher/query/day_range.h"
#include "searcher/query/parser.h"
#include "tests/support/catch.h"

using namespace council_news;

TEST_CASE("queries are read as intended") {
  struct Case {
    const char* query;
    const char* read_as;
  };
  const Case row = GENERATE(values<Case>({
      {"children's trust", "children's AND trust"},
      {"\"children's trust\"", "\"children's trust\""},
      {"“children’s trust”", "\"children’s trust\""},
      {"a OR b", "a OR b"},
      {"k b OR c", "(k AND b) OR c"},
      {"k AND b", "k AND b"},
      {"a -b", "a AND NOT b"},
      {"a NOT b", "a AND NOT b"},
      {"NOT NOT a", "a"},
      {"a !b", "a AND NOT b"},
      {"a \u2013b", "a AND NOT b"},
      {"k -a NEAR/5 b", "k AND NOT a NEAR/5 b"},
      {"re-insp*", "\"re-insp*\""},
      {"k \u2013 b | c", "k AND b AND c"},
      {"\"k b\" c \"k b\"", "\"k b\" AND c"},
      {"title:(thre* OR k)", "title:thre* OR title:k"},
      {"title:(k NEAR/3 b)", "title:(k NEAR/3 b)"},
      {"date:2018 .. 2019 k", "date:2018 .. 2019 AND k"},
      {"(a OR b) c", "(a OR b) AND c"},
      {"homeless*", "homeless*"},
      {"a NEAR/5 b", "a NEAR/5 b"},
      {"a NEAR b", "a NEAR/10 b"},
      {"council:sandwell", "council:sandwell"},
      {"Council:sandwell", "council:sandwell"},
      {"council:=sandwell", "council:=sandwell"},
      {"-Council:=\"sandwell\" k", "NOT council:=sandwell AND k"},
      {"author:=\"ann lee\"", "author:=\"ann lee\""},
      {"topic:=(housing OR finance)", "topic:=housing OR topic:=finance"},
      {"council:= sandwell", "council:=sandwell"},
      {"council:\"King's Lynn\"", "council:\"King's Lynn\""},
      {"topic:(housing OR homelessness)", "topic:housing OR topic:homelessness"},
      {"date:2018-01..2018-03 a", "date:2018-01..2018-03 AND a"},
      {"k and b or c", "k AND b AND c (and, or optional)"},
      {"Ofsted: a report", "Ofsted: AND report (a optional)"},
      {"A1(M) junction", "A1(M) AND junction"},
      {"re-inspection", "re-inspection"},
  }));
  CAPTURE(row.query);
  const ParsedQuery parsed = parse_query(row.query);
  CHECK(describe(parsed.root) == row.read_as);
  CHECK(parsed.warnings.empty());
}

TEST_CASE("malformed queries are read with a warning") {
  struct Case {
    const char* query;
    const char* read_as;
  };
  const Case row = GENERATE(values<Case>({
      {"kent AND", "kent"},
      {"OR kent", "kent"},
      {"AND kent", "kent"},
      {"kent OR", "kent"},
      {"(kent", "kent"},
      {"kent)", "kent"},
      {"\"children's trust", "\"children's trust\""},
      {"kent NOT", "kent"},
      {"kent NEAR", "kent"},
      {"NEAR kent", "kent"},
      {"(k b) NEAR c", "k AND b AND c"},
      {"kent !!!", "kent"},
      {"ke*", "ke"},
      {"k NEAR/99999999999 b", "k NEAR/10 b"},
      {"k NEAR/1000 b", "k NEAR/100 b"},
      {"k NEAR/x b", "k NEAR/10 b"},
      {"k*nt", "k*nt"},
      {"*ent kent", "*ent AND kent"},
      {"()", "nothing"},
      {"\"\"", "nothing"},
      {"***", "nothing"},
      {"NOT", "nothing"},
  }));
  CAPTURE(row.query);
  const ParsedQuery parsed = parse_query(row.query);
  CHECK(describe(parsed.root) == row.read_as);
  if (std::string(row.query) != "()") CHECK_FALSE(parsed.warnings.empty());
}

TEST_CASE("any text is parsed quickly") {
  CHECK(describe(parse_query("").root) == "nothing");
  CHECK(describe(parse_query(std::string(10000, '(')).root) == "nothing");
  CHECK(describe(parse_query(std::string(10000, '(') + "a" + std::string(10000, ')')).root) == "a");
  std::string nots;
  for (int i = 0; i < 10001; ++i) nots += "NOT ";
  CHECK(describe(parse_query(nots + "a").root) == "NOT a");
  std::string bytes;
  for (int i = 0; i < 65536; ++i) bytes += static_cast<char>(i * 7919 >> 3);
  CHECK_NOTHROW(parse_query(bytes));
}

TEST_CASE("plain text is read as words only") {
  CHECK(describe(parse_plain("what -is \"this\" AND (that").root) == "what AND is AND this AND AND AND that");
  CHECK(describe(parse_plain("re-inspection of co-ops").root) == "re-inspection AND co-ops (of optional)");
  CHECK(describe(parse_plain("a b").root, true) == "a OR b");
  CHECK(describe(parse_plain("?!").root) == "nothing");
  CHECK(describe(parse_plain("R&D").root) == "R AND D (and optional)");
  CHECK(describe(parse_plain("up 4%").root) == "up AND 4 AND percent");
}

TEST_CASE("days as people write them") {
  const Day today{2026, 11, 23};
  struct Case {
    const char* text;
    DayRange range;
  };
  const Case row = GENERATE(values<Case>({
      {"2018", {Day{2018, 1, 1}, Day{2018, 12, 31}}},
      {"2018-02", {Day{2018, 2, 1}, Day{2018, 2, 28}}},
      {"2018-01-29", {Day{2018, 1, 29}, Day{2018, 1, 29}}},
      {"29/1/2018", {Day{2018, 1, 29}, Day{2018, 1, 29}}},
      {"29 January 2018", {Day{2018, 1, 29}, Day{2018, 1, 29}}},
      {"2018-01..2018-03", {Day{2018, 1, 1}, Day{2018, 3, 31}}},
      {"2018-03..2018-01", {Day{2018, 1, 1}, Day{2018, 3, 31}, true}},
      {"2018 .. 2019", {Day{2018, 1, 1}, Day{2019, 12, 31}}},
      {"2018-2019", {Day{2018, 1, 1}, Day{2019, 12, 31}}},
      {"2018\u20132019", {Day{2018, 1, 1}, Day{2019, 12, 31}}},
      {"..2017", {std::nullopt, Day{2017, 12, 31}}},
      {"2018-01..", {Day{2018, 1, 1}, std::nullopt}},
      {"7d..", {Day{2026, 11, 16}, std::nullopt}},
      {"yesterday", {Day{2026, 11, 22}, Day{2026, 11, 22}}},
      {"last-week", {Day{2026, 11, 16}, Day{2026, 11, 22}}},
      {"last-month", {Day{2026, 10, 1}, Day{2026, 10, 31}}},
      {"1y", {Day{2025, 11, 23}, Day{2025, 11, 23}}},
  }));
  CAPTURE(row.text);
  const auto range = parse_day_range(row.text, today);
  REQUIRE(range);
  CHECK(*range == row.range);
}

TEST_CASE("invalid days are rejected") {
  const char* text = GENERATE("", "..", "soon", "2018-13", "2018-02-30", "99999999d", "x..2018", "-3d");
  CAPTURE(text);
  CHECK_FALSE(parse_day_range(text, {2026, 11, 23}));
}

TEST_CASE("a range is covered by few terms") {
  const DayRange bounds{Day{2010, 3, 5}, Day{2026, 11, 23}};
  using Terms = std::vector<std::string>;
  CHECK(covering_terms({Day{2018, 1, 1}, Day{2018, 12, 31}}, bounds) == Terms{"Y2018"});
  CHECK(covering_terms({Day{2018, 1, 31}, Day{2018, 3, 1}}, bounds) == Terms{"D20180131", "M201802", "D20180301"});
  CHECK(covering_terms({std::nullopt, Day{2010, 3, 6}}, bounds) == Terms{"D20100305", "D20100306"});
  CHECK(covering_terms({Day{2030, 1, 1}, std::nullopt}, bounds).empty());
}
