#include "indexer/read/scraped_text.h"

#include "common/error.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

Article read(const std::string& text, std::optional<Timestamp> retrieved = std::nullopt) {
  Input input;
  input.source = "page.txt";
  input.retrieved = retrieved;
  return read_scraped_text(input, text);
}

std::string written(std::optional<Timestamp> moment) { return moment ? format_timestamp(*moment) : ""; }

const std::string kPage =
    "Bins to be emptied on Sundays\n\nAnn Lee 3 May\n\nThe council will empty bins on Sundays from June.\n\n"
    "Crews were told of the change in a letter last week.\n";

}  // namespace

TEST_CASE("a date without a year takes the year of the capture") {
  CHECK(written(read(kPage, at_day({2019, 11, 2})).published) == "2019-05-03");
  CHECK(written(read(kPage, at_day({2019, 2, 1})).published) == "2018-05-03");
  CHECK(written(read(kPage).published) == "");
}

TEST_CASE("captures that differ only after the body give one article") {
  const Article article = read(kPage);
  const std::string others[] = {
      "Share\n", "\nENDS\n\nThe council serves Dudley.\n",
      "\nDudley’s new depot image\n\nDudley’s new depot\n\nIt opens next year, at twice the cost.\n",
      "For your free daily news bulletin\nJobs\n\nCrew Leader\n\nDudley Council\n£25,000 - £27,000 per annum\nDrive a "
      "lorry in Dudley. West Midlands\nRecuriter: Dudley Council\n",
      "\nLatest issue - The Bin\n\nThis time we visit Dudley and its neighbours.\n\nA second page is on Walsall.\n"};
  for (const std::string& other : others) CHECK(read(kPage + other) == article);
}

TEST_CASE("a page truncated anywhere gives the beginning of its article or none") {
  const std::string whole = read(kPage).body;
  for (std::size_t length = 0; length <= kPage.size(); ++length) {
    std::string body;
    try {
      body = read(kPage.substr(0, length)).body;
    } catch (const InputError&) {
      CHECK(length < kPage.size());
    }
    CHECK_THAT(whole, Catch::Matchers::StartsWith(body));
  }
}

TEST_CASE("a page without a headline is an article with a warning") {
  const Article article = read(
      "The council will empty bins on Sundays from June, a cabinet member has announced in a letter to all crews.\n\n"
      "Crews were told of the change last week, and unions are to meet the chief executive on Tuesday.\n\n"
      "Nothing is decided about bank holidays.\n");
  CHECK(article.title == "");
  CHECK(article.warnings.size() == 1);
}
