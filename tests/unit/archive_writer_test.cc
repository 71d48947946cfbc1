#include "indexer/write/archive_writer.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "common/article_json.h"
#include "common/article_versions.h"
#include "common/index/database.h"
#include "common/merge.h"
#include "indexer/read/read_document.h"
#include "indexer/source/source.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;

namespace {

const Timestamp kNow = *parse_timestamp("2026-11-23T01:00:00Z");

/// The contents of a database: the article of each document with its terms and group.
std::map<std::string, std::string> contents(const std::filesystem::path& path) {
  std::map<std::string, std::string> all;
  const Xapian::Database database = open_for_reading(path);
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Xapian::Document document = database.get_document(*it);
    const Record record = read_record(document);
    std::string terms = record.group;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) terms += " " + *term;
    all[record.article.id] = to_json(record.article) + terms;
  }
  return all;
}

Article made(const std::string& url, const std::string& title, const std::string& body,
             const std::string& outlet = "The Record", const char* day = "2020-03-02") {
  Article article;
  article.url = url;
  article.title = title;
  article.body = body;
  article.outlet = outlet;
  article.published = parse_timestamp(day);
  article.source = "test";
  return article;
}

/// A unique text: sentences about numbers that are in no other.
std::string story(int number) {
  std::string text;
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(number * 100 + i);
    text += "Item " + n + " of report " + n + " says that ward " + n + " has " + n + " homes. ";
    if (i % 4 == 3) text += "\n\n";
  }
  return text.substr(0, text.find_last_not_of(" \n") + 1);
}

void write_all(const std::filesystem::path& path, const std::vector<Article>& articles) {
  Enricher enricher;
  ArchiveWriter writer(path, kNow, enricher);
  for (const Article& article : articles) writer.write(article);
  writer.commit();
}

/// The words that are in only one of two contents.
std::string difference(const std::string& a, const std::string& b) {
  std::multiset<std::string> left;
  std::multiset<std::string> right;
  for (auto [text, words] : {std::pair(&a, &left), std::pair(&b, &right)}) {
    std::istringstream stream(*text);
    for (std::string word; stream >> word;) words->insert(word);
  }
  std::string out;
  std::vector<std::string> words;
  std::set_symmetric_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(words));
  for (const std::string& word : words) out += word + " ";
  return out;
}

std::vector<Article> corpus() {
  std::vector<Article> articles;
  const std::string root = CORPUS_FOLDER;
  std::vector<std::filesystem::path> files;
  for (const char* folder : {"/feeds", "/pages", "/articles"}) {
    for (const auto& entry : std::filesystem::directory_iterator(root + folder)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    Input input;
    input.source = file.filename().string();
    input.bytes.assign(std::istreambuf_iterator<char>(stream), {});
    read_document(input, [&](Article&& article) { articles.push_back(std::move(article)); });
  }
  return articles;
}

}  // namespace

TEST_CASE("the sample archive in any order, or twice, gives the same database") {
  const TemporaryFolder folder;
  std::vector<Article> articles = corpus();
  REQUIRE(articles.size() > 100);
  write_all(folder.path() / "in-order", articles);
  const auto expected = contents(folder.path() / "in-order");
  CHECK(expected.size() > 95);

  std::mt19937 random(2018);
  for (int round = 0; round < 3; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    const auto path = folder.path() / std::to_string(round);
    write_all(path, articles);
    if (round == 0) write_all(path, articles);
    const auto shuffled = contents(path);
    for (const auto& [id, content] : expected) {
      const auto it = shuffled.find(id);
      REQUIRE(it != shuffled.end());
      // Prints only the differences, because the contents are long.
      CHECK(difference(it->second, content) == "");
    }
    CHECK(shuffled.size() == expected.size());
  }
}

TEST_CASE("a page that is reused for other stories is several articles, in either order") {
  const Article spring = made("https://a.example/now", "Elections and voting: register by Friday", story(1));
  const Article summer =
      made("https://a.example/now", "Leisure centre closes its pool", story(2), "The Record", "2020-08-01");
  const TemporaryFolder folder;
  write_all(folder.path() / "a", {spring, summer, spring});
  write_all(folder.path() / "b", {summer, spring});
  CHECK(contents(folder.path() / "a").size() == 2);
  CHECK(contents(folder.path() / "a") == contents(folder.path() / "b"));
}

TEST_CASE("near-duplicates from different outlets form a group, other stories do not") {
  const std::string release = story(1);
  const std::string cut = release.substr(0, release.size() * 2 / 3);
  const std::vector<Article> articles = {
      made("https://a.example/1", "Trust opens", release, "A"),
      made("https://b.example/2", "New trust for town", "A line of our own. " + cut, "B"),
      made("https://c.example/3", "Trust: what we know", release, "C", "2020-03-05"),
      made("https://d.example/4", "Another story on the trust", story(2), "D"),
      made("https://e.example/5", "Same words, a year later", release, "E", "2021-03-02"),
  };
  const TemporaryFolder folder;
  write_all(folder.path() / "a", articles);
  std::map<std::string, std::vector<std::string>> groups;
  const Xapian::Database database = open_for_reading(folder.path() / "a");
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    const Record record = read_record(database.get_document(id));
    groups[record.group].push_back(record.article.outlet);
  }
  CHECK(groups.size() == 2);
  CHECK(groups[""] == std::vector<std::string>{"D", "E"});

  write_all(folder.path() / "b", {articles.rbegin(), articles.rend()});
  CHECK(contents(folder.path() / "a") == contents(folder.path() / "b"));
}

TEST_CASE("a changed article keeps its earlier headline") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  write_all(path, {made("https://a.example/1", "Trust opens", story(1))});
  Article later = made("https://a.example/1", "Trust opens late", story(1) + " And one more sentence.");
  {
    Enricher enricher;
    ArchiveWriter writer(path, *parse_timestamp("2026-11-24T01:00:00Z"), enricher);
    CHECK(writer.write(later) == Outcome::updated);
    CHECK(writer.write(later) == Outcome::unchanged);
    writer.commit();
  }
  const Article stored = read_record(open_for_reading(path).get_document(1)).article;
  CHECK(stored.title == "Trust opens late");
  CHECK(stored.earlier_titles == std::vector<std::string>{"Trust opens"});
  CHECK(stored.changed == parse_timestamp("2026-11-24T01:00:00Z"));
  CHECK(stored.first_seen == kNow);
}

TEST_CASE("a source that goes back to an earlier text is followed") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  const Article first = made("https://a.example/1", "Trust opens", story(1));
  const Article second = made("https://a.example/1", "Trust does not open", story(1));
  std::int64_t night = 0;
  for (const Article* one : {&first, &first, &second, &first, &first}) {
    Enricher enricher;
    ArchiveWriter writer(path, {kNow.seconds + ++night * 86'400, Precision::second}, enricher);
    writer.write(*one);
    writer.commit();
  }
  const Article stored = read_record(open_for_reading(path).get_document(1)).article;
  CHECK(stored.title == first.title);
  CHECK(stored.earlier_titles == std::vector<std::string>{second.title});
}

TEST_CASE("captures in any order give the article of the nights they are from") {
  const std::vector<const char*> titles{"Trust opens", "Trust opens",      "Trust does not open", "Trust opens",
                                        "Trust opens", "Trust opens late", "Trust opens"};
  std::vector<Article> captures;
  for (std::size_t night = 0; night < titles.size(); ++night) {
    captures.push_back(made("https://a.example/1", titles[night], story(1)));
    captures.back().captured = {kNow.seconds - static_cast<std::int64_t>(100 - night) * 86'400, Precision::second};
  }
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    const TemporaryFolder folder;
    write_all(folder.path() / "a", captures);
    const Article stored = read_record(open_for_reading(folder.path() / "a").get_document(1)).article;
    CHECK(stored.title == "Trust opens");
    CHECK(stored.earlier_titles == std::vector<std::string>{"Trust does not open", "Trust opens late"});
    std::shuffle(captures.begin(), captures.end(), random);
  }
}

TEST_CASE("an article keeps its first and last readings and the largest steps between") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  constexpr int kNights = 60;
  constexpr int kRewritten = 30;  // the night of a new headline and text
  for (int night = 0; night < kNights; ++night) {
    Enricher enricher;
    ArchiveWriter writer(path, {kNow.seconds + night * 86'400, Precision::second}, enricher);
    const bool before = night < kRewritten;
    Article capture = made("https://a.example/live", before ? "Storm closes schools" : "Schools open again",
                           story(before ? 1 : 2) + "\n\nUpdate " + std::to_string(night) + " of the live page.");
    CHECK(writer.write(capture) == (night == 0 ? Outcome::added : Outcome::updated));
    CHECK(writer.write(capture) == Outcome::unchanged);
    writer.commit();
  }
  const Xapian::Database database = open_for_reading(path);
  REQUIRE(database.get_doccount() == 1);
  const Record record = read_record(database.get_document(1));
  CHECK(record.readings.size() == kMaxReadings);
  CHECK(record.identities.size() <= kMaxIdentities);
  CHECK(record.readings.front().first_seen == kNow);
  CHECK(record.article.title == "Schools open again");
  CHECK(record.article.earlier_titles == std::vector<std::string>{"Storm closes schools"});
  const auto rewritten = std::find_if(record.readings.begin(), record.readings.end(),
                                      [](const Article& one) { return one.title == "Schools open again"; });
  REQUIRE(rewritten != record.readings.end());
  CHECK(rewritten->last_seen->seconds == kNow.seconds + kRewritten * 86'400);
}

TEST_CASE("restoring joins records that are of one article by today's rules") {
  const TemporaryFolder folder;
  Enricher enricher;
  ArchiveWriter writer(folder.path() / "a", kNow, enricher);
  for (const char* url : {"https://www.a.example/1", "https://a.example/1", "https://a.example/2"}) {
    Record record;
    record.article = made(url, "Trust opens", story(1));
    record.article.first_seen = record.article.last_seen = kNow;
    record.article.id = std::string("id of ") + url;
    record.identities = {record.article.id};
    record.readings = {reading_of(record.article, version_of(record.article))};
    writer.restore(record);
  }
  writer.commit();
  CHECK(writer.database().get_doccount() == 2);
  CHECK(writer.id_of("id of https://www.a.example/1") == writer.id_of("id of https://a.example/1"));
  CHECK(writer.write(made("http://www.a.example/1?utm_source=x", "Trust opens", story(1))) != Outcome::added);
}

TEST_CASE("uncommitted changes are lost completely") {
  const TemporaryFolder folder;
  write_all(folder.path() / "a", {made("https://a.example/1", "Kept", story(1))});
  {
    Enricher enricher;
    ArchiveWriter writer(folder.path() / "a", kNow, enricher);
    writer.write(made("https://a.example/2", "Lost", story(2)));
  }
  CHECK(contents(folder.path() / "a").size() == 1);
}
