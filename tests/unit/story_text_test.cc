#include "indexer/enrich/story_text.h"

#include <algorithm>
#include <string>

#include "tests/support/catch.h"

using namespace council_news;

namespace {

const std::string kRelease =
    "The swimming pool in Marlbridge will close for eleven weeks from 4 March while its roof is mended, the council "
    "said "
    "on Friday. Members of the leisure centre may use the pool in Tawford at no charge.\n\n"
    "The cabinet member for leisure, Ann Rudd, said: “Nobody likes to shut a pool, but the roof is fifty years old and "
    "it "
    "leaks.” The work costs £640,000 and is paid for from the sale of the old depot. Swimming lessons for schools move "
    "to "
    "the afternoon, and the gym stays open all the while. A café and new changing rooms are to follow in the autumn. "
    "Half of those who answered a survey had asked for them.";

std::string with(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

StoryText text_of(const std::string& body, const char* day = "2024-02-23") {
  Article article;
  article.body = body;
  if (*day != 0) article.published = parse_timestamp(day);
  return StoryText(article);
}

}  // namespace

TEST_CASE("pairs of texts that are near-duplicates, or not") {
  struct Case {
    const char* name;
    std::string body;
    const char* day;
    bool same;
  };
  const std::string next_week = with(with(kRelease, "4 March", "11 March"), "£640,000", "£220,000");
  const std::string elsewhere = with(with(kRelease, "Marlbridge", "Oxleigh"), "Tawford", "Saltmere");
  const Case row = GENERATE_COPY(values<Case>({
      {"itself", kRelease, "2024-02-23", true},
      {"undated", kRelease, "", true},
      {"cut", kRelease.substr(0, kRelease.find(" The work costs")), "2024-02-25", true},
      {"with a line of the paper's own", "We hear that swimmers are cross. " + kRelease, "2024-02-24", true},
      {"sub-edited", with(with(kRelease, "the council said on Friday", "we were told"), "Ann Rudd", "Cllr Rudd"),
       "2024-02-24", true},
      {"one figure put right", with(kRelease, "£640,000", "£650,000"), "2024-02-24", true},
      {"three weeks later", kRelease, "2024-03-16", false},
      {"the form, with other figures", next_week, "2024-02-24", false},
      {"the form, in another town", elsewhere, "2024-02-24", false},
      {"another story",
       "The library in Marlbridge is to be open on Sundays, after readers asked for it for many years "
       "and volunteers came forward, the council said on Friday, and nobody voted against it at all.",
       "2024-02-23", false},
      {"nothing", "", "2024-02-23", false},
  }));
  CAPTURE(row.name);
  StoryText a = text_of(kRelease);
  StoryText b = text_of(row.body, row.day);
  CHECK(a.is_near_duplicate_of(b) == row.same);
  CHECK(b.is_near_duplicate_of(a) == row.same);
}

TEST_CASE("a short text has no near-duplicates") {
  StoryText a = text_of("The library is shut on Monday.");
  StoryText b = text_of("The library is shut on Monday.");
  CHECK_FALSE(a.is_near_duplicate_of(b));
  CHECK(a.bands().empty());
}

TEST_CASE("a long text and its opening share a band") {
  std::string release = kRelease;
  for (int i = 0; i < 300; ++i)
    release += " Paragraph " + std::to_string(i) + " adds fact " + std::to_string(i * 7) + ".";
  const std::vector<std::string> all = text_of(release).bands();
  const std::vector<std::string> opening = text_of(kRelease).bands();
  CHECK(std::any_of(all.begin(), all.end(), [&](const std::string& band) {
    return std::find(opening.begin(), opening.end(), band) != opening.end();
  }));
}
