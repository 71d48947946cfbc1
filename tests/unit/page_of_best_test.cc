// Compares pages from matches ranked by weight alone with pages that Xapian sorts and collapses.
#include <random>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/relations.h"
#include "common/index/schema.h"
#include "searcher/answer/page.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

/// `repeated` is the maximum number of repetitions in an article: the lower, the more matches weigh the same.
Xapian::WritableDatabase archive_of(Xapian::docid articles, unsigned repeated, unsigned stories, unsigned days) {
  std::mt19937 random(articles + repeated);
  const auto below = [&random](unsigned end) { return static_cast<unsigned>(random() % end); };
  Xapian::WritableDatabase archive("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 0; number < articles; ++number) {
    Xapian::Document article;
    const Xapian::termcount times = 1 + below(repeated);
    article.add_term("word", times);
    article.add_term("other", repeated - times + 1);  // all are of one length
    article.add_value(kPublishedSlot, std::to_string(1000 + below(days)));
    if (below(2) == 0) article.add_value(kGroupSlot, "story" + std::to_string(below(stories)));
    archive.add_document(article);
  }
  return archive;
}

std::vector<Xapian::docid> numbers(const Page& page) {
  std::vector<Xapian::docid> found;
  for (const Xapian::MSetIterator& match : page) found.push_back(*match);
  return found;
}

std::vector<Xapian::docid> sorted_by_xapian(const Xapian::Database& archive, std::size_t offset, std::size_t limit,
                                            bool group) {
  Xapian::Enquire enquire(archive);
  enquire.set_query(Xapian::Query("word"));
  enquire.set_sort_by_relevance_then_value(kPublishedSlot, true);
  if (group) enquire.set_collapse_key(kGroupSlot);
  return numbers(page_of(enquire.get_mset(static_cast<Xapian::doccount>(offset), static_cast<Xapian::doccount>(limit),
                                          archive.get_doccount())));
}

}  // namespace

TEST_CASE("a page of the best matches is the page that Xapian sorts, or none") {
  struct Case {
    Xapian::docid articles;
    unsigned repeated, stories, days;
    bool told;  ///< must the first page be told from thirty?
  };
  const Case cases[] = {{0, 1, 1, 1, true},       {5, 3, 2, 2, true},      {30, 2, 3, 5, true},
                        {200, 100, 50, 30, true}, {200, 100, 3, 30, true}, {200, 40, 1, 2, true},
                        {200, 1, 5, 300, false},  {31, 1, 1, 1, false},    {1'000, 5, 100, 10, false}};
  for (const Case& one : cases) {
    const Xapian::WritableDatabase archive = archive_of(one.articles, one.repeated, one.stories, one.days);
    Xapian::Enquire enquire(archive);
    enquire.set_query(Xapian::Query("word"));
    for (const std::size_t offset : {0, 1, 10, 28, 40}) {
      for (const std::size_t limit : {1, 3, 10}) {
        for (const bool group : {false, true}) {
          INFO(one.articles << " articles, " << one.repeated << " times, " << offset << " + " << limit << ", "
                            << group);
          const auto wanted = static_cast<Xapian::doccount>(offset + limit + 20);
          const Xapian::MSet best = enquire.get_mset(0, wanted);
          const bool whole = best.size() < wanted;
          const std::optional<Page> page = page_of_best(best, whole, {.offset = offset, .limit = limit, .group = group},
                                                        {archive, true, SortOrder::relevance, Day{2026, 11, 23}});
          if (page) CHECK(numbers(*page) == sorted_by_xapian(archive, offset, limit, group));
          if (whole) CHECK(page.has_value());
          if (offset == 0 && limit == 10) CHECK(page.has_value() == one.told);
        }
      }
    }
  }
}
