#include "searcher/answer/snippet.h"

#include "searcher/query/parser.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

/// `text` with the matches of a query in brackets.
std::string marked(const std::string& query, const std::string& text) {
  Stemmer stem;
  const Highlighter highlighter(parse_query(query).root, stem);
  std::string out;
  std::size_t done = 0;
  for (const auto& [begin, end] : highlighter.ranges(text, stem)) {
    out += text.substr(done, begin - done) + "[" + text.substr(begin, end - begin) + "]";
    done = end;
  }
  return out + text.substr(done);
}

}  // namespace

TEST_CASE("matches are marked at their place in the text") {
  struct Case {
    const char* query;
    const char* text;
    const char* marked;
  };
  const Case row = GENERATE(values<Case>({
      {"children's trust", "The children’s trusts of a child", "The [children’s] [trusts] of a child"},
      {"\"children's trust\"", "Trust in children: the Children‘s Trust", "Trust in children: the [Children‘s Trust]"},
      {"\"cooperative society\" trust", "A Co-operative society trusted", "A [Co-operative society] [trusted]"},
      {"\"co-operative society\"", "A cooperative society", "A [cooperative society]"},
      {"reinspection", "A re-inspection", "A [re-inspection]"},
      {"re-inspection", "A reinspection, a re-inspection", "A [reinspection], a [re-inspection]"},
      {"homeless*", "Homelessness and homes", "[Homelessness] and homes"},
      {"\"homeless* people\"", "the homelessness people", "the [homelessness people]"},
      {"the budget of the year", "The budget of the year", "The [budget] of the [year]"},
      {"the", "The end of the year", "[The] end of [the] year"},
      {"\"the budget\"", "The budget", "[The budget]"},
      {"budget -cuts", "Budget cuts", "[Budget] cuts"},
      {"council:leeds budget date:2018", "Leeds budget 2018", "Leeds [budget] 2018"},
      {"title:budget", "The budget", "The [budget]"},
      {"ofsted NEAR/5 found", "Ofsted has found", "[Ofsted] has [found]"},
      {"R&D", "Spending on R & D", "Spending on [R] & [D]"},
  }));
  CAPTURE(row.query);
  CHECK(marked(row.query, row.text) == row.marked);
}

TEST_CASE("the best sentence is shown") {
  Stemmer stem;
  Article article;
  article.body =
      "A trust is mentioned here among a good many other words that fill the line up. The children’s trust was opened "
      "by "
      "the council at St. Helens town hall on a wet Monday in front of a small crowd. Children were there too.";
  const Highlighter highlighter(parse_query("children's trust").root, stem);
  const Snippet snippet = highlighter.snippet(article, stem);
  CHECK(snippet.text.starts_with("The children’s trust was opened"));
  CHECK(snippet.text.ends_with("small crowd."));
  CHECK(snippet.matches == std::vector<std::pair<std::size_t, std::size_t>>{{4, 14}, {15, 20}});
}

TEST_CASE("the first sentence with all words that fits into a snippet is shown") {
  Stemmer stem;
  struct Row {
    std::string body;
    std::string_view begins;
  };
  const std::string filling(60, 'x');
  const std::string between = filling + ' ' + filling + ' ' + filling + ' ' + filling + ' ' + filling + ' ' + filling;
  const std::vector<Row> rows{
      {"The budget of the trust was passed on Monday.\nTrust budget", "The budget of"},
      {"The budget was passed.\nA trust was founded on Monday for it.\nTrust and budget stand.", "Trust and"},
      {"Budget " + between + " trust.\nThe trust will set a budget on Monday.", "The trust will"},
      {"Budget " + between + " trust.\nNothing more was said.", "Budget x"},
      {"The trust met in the town hall on Monday, and what was said there is not known.\nBudget day.", "Budget day."},
  };
  for (const Row& row : rows) {
    Article article;
    article.body = row.body;
    const std::string shown = Highlighter(parse_query("budget trust").root, stem).snippet(article, stem).text;
    CAPTURE(row.body, shown);
    CHECK(shown.starts_with(row.begins));
  }
}

TEST_CASE("without a match in the body the summary is used, else the start of the text") {
  Stemmer stem;
  Article article;
  article.summary = "A budget was set.";
  article.body = "The meeting was long.";
  CHECK(Highlighter(parse_query("budget").root, stem).snippet(article, stem).text == "A budget was set.");
  CHECK(Highlighter(parse_query("council:leeds").root, stem).snippet(article, stem).text == "The meeting was long.");
  CHECK(Highlighter(parse_query("budget").root, stem).snippet(Article{}, stem).text.empty());
}
