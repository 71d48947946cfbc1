// The number of matches of a phrase, from the first ones and a sample of the rest.
#include "searcher/answer/estimate.h"

#include <cmath>
#include <functional>
#include <string>

#include <xapian.h>

#include "searcher/answer/every_match.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

/// Articles with two words, side by side if `matches` is true for them.
Xapian::WritableDatabase archive_of(Xapian::docid articles, const std::function<bool(Xapian::docid)>& matches) {
  Xapian::WritableDatabase archive("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= articles; ++number) {
    Xapian::Document article;
    article.add_posting("interest", 1);
    article.add_posting("rates", matches(number) ? 2 : 9);
    archive.add_document(article);
  }
  return archive;
}

Xapian::Query phrase() {
  const std::string words[] = {"interest", "rates"};
  return Xapian::Query(Xapian::Query::OP_PHRASE, words, words + 2);
}

Total estimate(const Xapian::Database& archive) {
  Xapian::Enquire enquire(archive);
  enquire.set_query(phrase());
  FirstMatches first;
  enquire.add_matchspy(&first);
  const Xapian::MSet best = enquire.get_mset(0, 30, kFirstMatches);
  return estimate_matches(archive, phrase(), first, best.get_matches_upper_bound());
}

}  // namespace

TEST_CASE("few matches are counted, many are estimated") {
  struct Case {
    const char* what;
    Xapian::docid articles;
    std::function<bool(Xapian::docid)> matches;
    bool exact;
  };
  const Case cases[] = {
      {"none", 20'000, [](Xapian::docid) { return false; }, true},
      {"one, the last", 20'000, [](Xapian::docid n) { return n == 20'000; }, true},
      {"one fewer than are looked at in any case", 20'000, [](Xapian::docid n) { return n < kFirstMatches; }, true},
      {"as many", 20'000, [](Xapian::docid n) { return n % 200 == 0; }, true},
      {"as many as articles, in a small archive", 300, [](Xapian::docid) { return true; }, true},
      {"as many as articles, in a large one", 20'000, [](Xapian::docid) { return true; }, false},
      {"every third", 20'000, [](Xapian::docid n) { return n % 3 == 0; }, false},
      {"stories told eight times in a row", 20'000, [](Xapian::docid n) { return n / 8 % 5 == 0; }, false},
      {"nothing for a long time", 20'000, [](Xapian::docid n) { return n > 15'000 && n % 4 == 0; }, false},
      {"nothing any more", 20'000, [](Xapian::docid n) { return n < 5'000 && n % 2 == 0; }, false},
      {"a few dozen after very many", 20'000, [](Xapian::docid n) { return n <= 100 || n % 400 == 0; }, false},
  };
  for (const Case& one : cases) {
    INFO(one.what);
    const Xapian::WritableDatabase archive = archive_of(one.articles, one.matches);
    const std::size_t counted = count_matches(archive, phrase());
    const Total total = estimate(archive);
    CHECK(total.exact == one.exact);
    if (total.exact) {
      CHECK(total.number == counted);
    } else {
      CHECK(std::abs(static_cast<double>(total.number) / static_cast<double>(counted) - 1) < 0.3);
      CHECK(total.number <= one.articles);
    }
  }
}

TEST_CASE("deleted articles are not counted") {
  Xapian::WritableDatabase archive = archive_of(20'000, [](Xapian::docid n) { return n % 2 == 0; });
  for (Xapian::docid number = 5'000; number < 15'000; ++number) archive.delete_document(number);
  const std::size_t counted = count_matches(archive, phrase());
  const Total total = estimate(archive);
  CHECK(counted == 5'000);
  CHECK_FALSE(total.exact);
  CHECK(total.number > counted * 7 / 10);
  CHECK(total.number < counted * 13 / 10);
}
