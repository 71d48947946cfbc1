#include "common/article_members.h"

#include <algorithm>
#include <random>
#include <set>

#include <nlohmann/json.hpp>

#include "common/article_json.h"
#include "common/article_versions.h"
#include "common/merge.h"
#include "indexer/read/article_json_reader.h"
#include "indexer/read/field_names.h"
#include "searcher/output/hit_fields.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

using Json = nlohmann::ordered_json;

/// A value of each type that a member may have, made unique by the member's name.
void set(std::string& value, const std::string& name) { value = "some " + name; }

void set(std::vector<std::string>& values, const std::string& name) { values = {"some " + name, "more " + name}; }

void set(std::optional<Timestamp>& moment, const std::string& name) {
  moment = Timestamp{1'500'000'000 + static_cast<std::int64_t>(name.size()) * 86'400, Precision::second};
}

void set(std::vector<Attribution>& values, const std::string& name) { values = {{"wigan", "some " + name}}; }

Article with_every_member() {
  Article article;
  for_each_member([&](auto member) { set(article.*kMemberRow<member>.value, kMemberRow<member>.name); });
  article.id = std::string(32, 'a');
  return article;
}

std::vector<Article> read(const std::string& json) {
  std::vector<Article> articles;
  Input input;
  input.source = "test.json";
  read_article_json(input, json, [&](Article article) { articles.push_back(std::move(article)); });
  return articles;
}

/// Makes articles from few values, so that members are often equal, empty or similar.
class Generator {
 public:
  Article reading() {
    Article article;
    for_each_member([&](auto member) { fill(article.*kMemberRow<member>.value); });
    return as_given(std::move(article));
  }

 private:
  std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }

  std::string word() {
    static const std::vector<std::string> words{"", "a", "b", "ab", "ba", "a…", "abc…", "ab..."};
    return words[below(words.size())];
  }

  void fill(std::string& value) { value = word(); }

  /// A list of distinct values.
  void fill(std::vector<std::string>& values) {
    std::set<std::string> some;
    for (std::size_t i = below(4); i > 0; --i) some.insert(word());
    some.erase("");
    values.assign(some.begin(), some.end());
  }

  void fill(std::optional<Timestamp>& moment) {
    if (below(4) > 0)
      moment = Timestamp{static_cast<std::int64_t>(below(3)) * 43'200, static_cast<Precision>(below(3))};
  }

  void fill(std::vector<Attribution>& values) { values.assign(below(2), {"wigan", word()}); }

  std::mt19937 random_{7};
};

/// The members in which two articles differ.
std::string differences(const Article& a, const Article& b) {
  std::string names;
  for_each_member([&](auto member) {
    if (a.*kMemberRow<member>.value != b.*kMemberRow<member>.value) names.append(" ").append(kMemberRow<member>.name);
  });
  return names;
}

}  // namespace

TEST_CASE("the table has the members in the order of the struct") {
  const Article article;
  const void* last = nullptr;
  for_each_member([&](auto member) {
    const void* at = &(article.*kMemberRow<member>.value);
    CAPTURE(kMemberRow<member>.name);
    CHECK(std::less<>{}(last, at));
    last = at;
  });
}

TEST_CASE("every member survives a JSON round trip") {
  const Article article = with_every_member();
  const std::string json = to_json(article);
  CHECK(differences(from_json(json), article).empty());
  CHECK(to_json(from_json(json)) == json);
  const Json object = Json::parse(json);
  CHECK(object.size() == kMemberCount + 1);  // the day follows the moment of publication
  auto it = object.begin();
  for_each_member([&](auto member) {
    CHECK((it++).key() == kMemberRow<member>.name);
    if (kMemberRow<member>.id == MemberId::published) CHECK((it++).key() == "day");
  });
}

TEST_CASE("the day that the source wrote survives a JSON round trip") {
  struct Case {
    const char* published;
    const char* day;
  };
  const Case row = GENERATE(values<Case>({{"2021-05-31T23:05:00Z", "2021-06-01"},
                                          {"2021-05-31T20:00:00-05:00", "2021-05-31"},
                                          {"2021-06-01T08:00:00+13:00", "2021-06-01"},
                                          {"2021-06-01", "2021-06-01"}}));
  CAPTURE(row.published);
  Article article;
  article.published = parse_timestamp(row.published);
  CHECK(Json::parse(to_json(article))["day"] == row.day);
  CHECK(from_json(to_json(article)) == article);
  Article updated;  // some feeds give only the last change
  updated.updated = article.published;
  CHECK(Json::parse(to_json(updated))["day"] == row.day);
  CHECK(from_json(to_json(updated)) == updated);
}

TEST_CASE("an empty member is absent from JSON") {
  CHECK(to_json({}) == "{}");
  CHECK(from_json("{}") == Article{});
}

TEST_CASE("unknown names are ignored") {
  CHECK(from_json(R"({"title":"Wigan","colour":"red","wards":["a","b"]})") == from_json(R"({"title":"Wigan"})"));
  CHECK(read(R"({"title":"Wigan","colour":"red","wards":{"a":1}})") == read(R"({"title":"Wigan"})"));
}

TEST_CASE("reading an export gives every member except those that enrichment sets") {
  const Article article = with_every_member();
  Article expected = as_given(article);
  expected.id = article.id;
  const std::vector<Article> articles = read(to_json(article));
  REQUIRE(articles.size() == 1);
  CHECK(differences(articles[0], expected).empty());
}

TEST_CASE("a member is found under each of its names, in order of preference") {
  for_each_member([&](auto member) {
    constexpr const auto& row = kMemberRow<member>;
    const auto names = field_names(member);
    REQUIRE(names.front() == row.name);
    if constexpr (row.origin != Origin::judged && member != MemberId::source && member != MemberId::warnings) {
      const char* const value = member == MemberId::authors ? "Ann Smith" : "2018-01-29";
      const char* const less_sure = member == MemberId::authors ? "Bob Jones" : "2017";
      for (std::size_t i = 0; i < names.size(); ++i) {
        CAPTURE(names[i]);
        Json object{{"title", "2018-01-29"}};
        object[std::string(names[i])] = value;
        const Article first = read(object.dump()).at(0);
        CHECK(!(first.*row.value == std::decay_t<decltype(first.*row.value)>{}));
        if (i + 1 == names.size()) continue;
        object[std::string(names[i + 1])] = less_sure;
        CHECK(read(object.dump()).at(0).*row.value == first.*row.value);
      }
    }
  });
}

TEST_CASE("unusable values give warnings, after the existing ones") {
  const Article article = read(R"({"title":"Wigan","warnings":["old"],"published":"soon","authors":[{"x":1}]})").at(0);
  CHECK(article.warnings == std::vector<std::string>{"old", "authors was ignored: unexpected JSON object",
                                                     "published is not a date: soon"});
}

TEST_CASE("combining readings is commutative, associative and idempotent in every member") {
  Generator generator;
  for (int i = 0; i < 20'000; ++i) {
    const Article a = generator.reading();
    const Article b = generator.reading();
    const Article c = generator.reading();
    const std::string swapped = differences(combine(a, b), combine(b, a));
    const std::string regrouped = differences(combine(combine(a, b), c), combine(a, combine(b, c)));
    const std::string doubled = differences(combine(a, a), a);
    if (swapped.empty() && regrouped.empty() && doubled.empty()) continue;
    CAPTURE(to_json(a), to_json(b), to_json(c), swapped, regrouped, doubled);
    FAIL();
  }
}

TEST_CASE("merging does not depend on the order of the readings") {
  Generator generator;
  std::mt19937 random(11);
  for (int i = 0; i < 3'000; ++i) {
    std::vector<Article> readings;
    for (int k = 0; k < 5; ++k) readings.push_back(generator.reading());
    const Article merged = merge_readings(readings);
    std::shuffle(readings.begin(), readings.end(), random);
    const std::string shuffled = differences(merge_readings(readings), merged);
    if (shuffled.empty()) continue;
    CAPTURE(to_json(merged), shuffled);
    FAIL();
  }
}

TEST_CASE("a later reading keeps known values and adds new ones") {
  Article stored = as_given(with_every_member());
  stored.body = "A text that is longer than a blurb of it, together with its boilerplate, would be.";
  stored.captured = stored.last_seen;
  stored = combine(stored, stored);  // sorts the lists
  Article seen;
  seen.form = stored.form;
  seen.title = "Another headline";
  seen.body = stored.body;
  seen.warnings = {"new"};
  seen.first_seen = seen.last_seen = Timestamp{1'600'000'000, Precision::second};
  const Article updated = merge_readings({stored, seen});
  CHECK(differences(merge_readings({stored, stored}), stored).empty());
  CHECK(differences(updated, stored) == " title last_seen changed earlier_titles boilerplate warnings");
  CHECK(updated.title == seen.title);
  CHECK(updated.earlier_titles.back() == stored.title);
  CHECK(updated.warnings == seen.warnings);
  CHECK(updated.boilerplate.empty());
  CHECK(updated.last_seen == seen.last_seen);
  CHECK(updated.changed == seen.last_seen);
}

TEST_CASE("the version covers only what the source gave") {
  const Article article = with_every_member();
  for_each_member([&](auto member) {
    constexpr const auto& row = kMemberRow<member>;
    Article other = article;
    other.*row.value = {};
    CAPTURE(row.name);
    CHECK((version_of(other) != version_of(article)) == (row.origin == Origin::given));
  });
  // Archives store these hashes: if they changed, every article would look changed.
  CHECK(version_of({}) == "44136fa355b3678a");
  CHECK(version_of(from_json(
            R"({"id":"ab","guid":"7","url":"https://record.example/wigan","title":"Wigan opens a tip",)"
            R"("authors":["Ann Smith"],"published":"2018-01-29","outlet":"The Record","source":"a.xml",)"
            R"("councils":["wigan"],"categories":["News"],"body":"The council said so.","warnings":["odd"]})")) ==
        "b092dbd86a5560c0");
}

TEST_CASE("a member with a help text is a column") {
  for_each_member([&](auto member) {
    constexpr const auto& row = kMemberRow<member>;
    const auto fields = hit_fields();
    const auto it =
        std::find_if(fields.begin(), fields.end(), [&](const HitField& field) { return field.name == row.name; });
    CHECK((it != fields.end()) == (row.column_help != kNoColumn));
  });
}
