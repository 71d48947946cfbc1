#include "common/flat_json.h"

#include "common/article_json.h"
#include "common/error.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace std::string_literals;

namespace {

/// `name=value`, `name=[a|b]` separated by spaces; "none" if the text is rejected.
std::string read(std::string_view json) {
  const auto fields = read_flat_json(json);
  if (!fields) return "none";
  std::string out;
  for (const FlatField& field : *fields) {
    out += (out.empty() ? "" : " ") + field.name + "=" + (field.is_list ? "[" : "");
    for (std::size_t i = 0; i < field.values.size(); ++i) out += (i > 0 ? "|" : "") + field.values[i];
    if (field.is_list) out += "]";
  }
  return out;
}

}  // namespace

TEST_CASE("objects of strings and lists of strings are read, all else is rejected") {
  struct Case {
    const char* json;
    const char* fields;
  };
  const Case row = GENERATE(values<Case>({
      {"{}", ""},
      {" { } \n", ""},
      {R"({"a":"b"})", "a=b"},
      {R"( { "a" : "b" , "c" : [ "d" , "e" ] } )", "a=b c=[d|e]"},
      {R"({"a":[],"b":""})", "a=[] b="},
      {R"({"a":"\"\\\/\b\f\n\r\t"})", "a=\"\\/\b\f\n\r\t"},
      {R"({"a":"\\"})", "a=\\"},
      {R"({"a":"x\"y\"z\n"})", "a=x\"y\"z\n"},
      {R"({"a":"\u0041\u00e9\u2019"})", "a=Aé’"},
      {"{\"a\":\"é’\U0001f600\"}", "a=é’\U0001f600"},
      {"", "none"},
      {"[]", "none"},
      {"{", "none"},
      {R"({"a"})", "none"},
      {R"({"a":})", "none"},
      {R"({"a":1})", "none"},
      {R"({"a":null})", "none"},
      {R"({"a":{}})", "none"},
      {R"({"a":[["b"]]})", "none"},
      {R"({"a":"b",})", "none"},
      {R"({"a":["b",]})", "none"},
      {R"({"a":"b" "c":"d"})", "none"},
      {R"({"a":"b"}{})", "none"},
      {R"({"a":"b)", "none"},
      {R"({"a":"b\"})", "none"},
      {R"({"a":"\)", "none"},
      {R"({"a":"\x"})", "none"},
      {R"({"a":"\u12"})", "none"},
      {R"({"a":"\u12g4"})", "none"},
      {R"({"a":"\ud83d\ude00"})", "none"},
  }));
  CAPTURE(row.json);
  CHECK(read(row.json) == row.fields);
}

TEST_CASE("a stored article is read back unchanged") {
  Article article;
  article.id = "0123";
  article.title = "A \"quoted\" head\\line \u2019 \U0001f600";
  article.authors = {"Ann O'Dea", "B\tC"};
  article.published = parse_timestamp("2018-01-29");
  article.updated = parse_timestamp("2018-01-30T09:15:00Z");
  article.body = "One.\n\nTwo\x01\x7f ends.\0!"s;
  article.boilerplate = {"", "x"};
  CHECK(from_json(to_json(article)) == article);
  CHECK(from_json(to_json(Article{})) == Article{});
  CHECK_THROWS_AS(from_json("{\"id\":1}"), InputError);
}
