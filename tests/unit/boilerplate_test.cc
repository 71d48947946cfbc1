#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/index/database.h"
#include "common/index/document.h"
#include "indexer/write/archive_writer.h"
#include "indexer/write/paragraph_kind.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;

namespace {

enum class Place { top, middle, end };

const std::string kInvitation = "Like this story? The Gazette sends you ten of them every morning in one newsletter.";
const std::string kPlain = "The Gazette is made in a shed by the canal and sold in all good shops.";
const std::string kBackground = "Harwick District Council gave up its plan for the arena in March 2022 after a vote.";

/// A story of three paragraphs that no other has.
Article story(int number, const std::string& paragraph = "", Place place = Place::end) {
  const std::string n = std::to_string(number);
  std::vector<std::string> paragraphs;
  for (const char* part : {"first", "second", "third"})
    paragraphs.push_back(std::string("Report ") + n + " tells in its " + part + " part of street " + n + " and barn " +
                         n + part + ".");
  const auto at = place == Place::top ? 0 : place == Place::middle ? 1 : 3;
  if (!paragraph.empty()) paragraphs.insert(paragraphs.begin() + at, paragraph);
  Article article;
  article.url = "https://gazette.example/" + n;
  article.title = "Headline " + n;
  article.outlet = "The Gazette";
  article.source = "test";
  article.published = parse_timestamp("2024-0" + std::to_string(1 + number % 9) + "-11");
  for (const std::string& one : paragraphs) article.body += (article.body.empty() ? "" : "\n\n") + one;
  return article;
}

std::vector<Article> stories(int number, int with_it, const std::string& paragraph, Place place = Place::end) {
  std::vector<Article> all;
  for (int i = 0; i < number; ++i) all.push_back(i < with_it ? story(i, paragraph, place) : story(i));
  return all;
}

void write_all(const std::filesystem::path& path, const std::vector<Article>& articles) {
  Enricher enricher;
  ArchiveWriter writer(path, *parse_timestamp("2026-11-23T01:00:00Z"), enricher);
  for (const Article& article : articles) writer.write(article);
  writer.commit();
}

/// The text and the boilerplate of each article, by headline.
std::map<std::string, std::string> texts(const std::filesystem::path& path) {
  std::map<std::string, std::string> all;
  const Xapian::Database database = open_for_reading(path);
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Article article = article_of(database.get_document(*it));
    std::string& text = all[article.title];
    text = article.body + "\nboilerplate:";
    for (const std::string& paragraph : article.boilerplate) text += "\n" + paragraph;
    for (const std::string& slug : article.mentions) text += "\nmentions " + slug;
  }
  return all;
}

/// In how many articles the paragraph is boilerplate.
int removed_from(const std::vector<Article>& articles, const std::string& paragraph) {
  const TemporaryFolder folder;
  write_all(folder.path() / "a", articles);
  int removed = 0;
  const Xapian::Database database = open_for_reading(folder.path() / "a");
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Article article = article_of(database.get_document(*it));
    const bool kept = article.body.find(paragraph) != std::string::npos;
    const bool is_boilerplate =
        std::find(article.boilerplate.begin(), article.boilerplate.end(), paragraph) != article.boilerplate.end();
    CHECK_FALSE((kept && is_boilerplate));
    removed += is_boilerplate ? 1 : 0;
  }
  return removed;
}

}  // namespace

TEST_CASE("what most articles of a publisher repeat is boilerplate, depending on what it says") {
  struct Case {
    const char* name;
    int articles;
    int with_it;
    std::string paragraph;
    Place place;
    int removed;
  };
  const std::vector<Case> cases{
      {"an invitation in all", 5, 5, kInvitation, Place::end, 5},
      {"in too few to know", 4, 4, kInvitation, Place::end, 0},
      {"at the top of most", 12, 8, kInvitation, Place::top, 8},
      {"in the middle", 12, 8, kInvitation, Place::middle, 8},
      {"in less than half", 20, 9, kInvitation, Place::end, 0},
      {"a background in all of a few", 3, 3, kBackground, Place::end, 0},
      {"a background in a dozen", 12, 12, kBackground, Place::middle, 0},
      {"a background in a third", 40, 13, kBackground, Place::end, 0},
      {"a plain sentence in a dozen", 12, 12, kPlain, Place::end, 0},
      {"a plain sentence in very many", 30, 27, kPlain, Place::end, 27},
      {"a plain sentence that opens them", 30, 27, kPlain, Place::top, 0},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    CHECK(removed_from(stories(one.articles, one.with_it, one.paragraph, one.place), one.paragraph) == one.removed);
  }
}

TEST_CASE("an article of which nothing would be left keeps its text") {
  std::vector<Article> articles = stories(8, 8, kInvitation);
  articles[0].body = kInvitation;
  CHECK(removed_from(articles, kInvitation) == 7);
  const std::string notice = "The lane is shut to vehicles until the sewer is mended.";
  for (Article& article : articles) article.body = notice;
  CHECK(removed_from(articles, notice) == 0);
}

TEST_CASE("one story printed again and again counts once") {
  std::vector<Article> articles = stories(8, 8, kInvitation);
  for (Article& article : articles) article.body = articles[0].body;
  CHECK(removed_from(articles, kInvitation) == 0);
}

TEST_CASE("an appeal that is used for a time is judged by that time") {
  std::vector<Article> articles = stories(40, 0, "");
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].published = parse_timestamp(i < 10 ? "2024-01-1" + std::to_string(i) : "2024-05-05");
    if (i < 10) articles[i].body += "\n\n" + kInvitation;
  }
  CHECK(removed_from(articles, kInvitation) == 10);
}

TEST_CASE("publishers are hosts, and outlets only without an address") {
  std::vector<Article> articles = stories(8, 8, kInvitation);
  for (std::size_t i = 0; i < articles.size(); i += 2) articles[i].outlet = i % 4 == 0 ? "" : "Gazette Live";
  CHECK(removed_from(articles, kInvitation) == 8);
  for (std::size_t i = 0; i < articles.size(); ++i) articles[i].url = "https://h" + std::to_string(i) + ".example/";
  CHECK(removed_from(articles, kInvitation) == 0);
}

TEST_CASE("what is learnt depends neither on the order nor on the runs") {
  std::vector<Article> articles = stories(30, 27, kPlain);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (i % 3 != 0) articles[i].body = kInvitation + "\n\n" + articles[i].body;
    if (i % 2 == 0) articles[i].body += "\n\n" + kBackground;
  }
  const TemporaryFolder folder;
  write_all(folder.path() / "expected", articles);
  const auto expected = texts(folder.path() / "expected");
  CHECK(expected.size() == 30);
  std::mt19937 random(7);
  for (const std::size_t run : {std::size_t{1}, std::size_t{7}, std::size_t{30}}) {
    INFO(run << " articles a run");
    const auto path = folder.path() / std::to_string(run);
    std::shuffle(articles.begin(), articles.end(), random);
    for (std::size_t at = 0; at < articles.size(); at += run) {
      const auto begin = articles.begin() + static_cast<std::ptrdiff_t>(at);
      write_all(path, {begin, begin + static_cast<std::ptrdiff_t>(std::min(run, articles.size() - at))});
    }
    CHECK(texts(path) == expected);
  }
}

TEST_CASE("what was learnt from articles that are removed is unlearnt, and the text returns to its place") {
  const std::vector<Article> some = stories(9, 3, kInvitation, Place::middle);
  std::vector<Article> more = some;
  for (int i = 20; i < 40; ++i) more.push_back(story(i, kInvitation, Place::middle));
  const TemporaryFolder folder;
  write_all(folder.path() / "some", some);
  write_all(folder.path() / "more", more);
  const auto expected = texts(folder.path() / "some");
  CHECK(texts(folder.path() / "more") != expected);
  CHECK(texts(folder.path() / "more").at("Headline 1") != expected.at("Headline 1"));

  Enricher enricher;
  ArchiveWriter writer(folder.path() / "more", *parse_timestamp("2026-11-24T01:00:00Z"), enricher);
  for (int i = 20; i < 40; ++i) {
    const auto& database = writer.database();
    const std::string title = "Headline " + std::to_string(i);
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      if (article_of(database.get_document(*it)).title != title) continue;
      writer.remove(*it);
      break;
    }
  }
  writer.commit_removals();
  CHECK(texts(folder.path() / "more") == expected);
}

TEST_CASE("restored records are cleaned by what their new archive learns") {
  const TemporaryFolder folder;
  write_all(folder.path() / "old", stories(30, 20, kInvitation, Place::middle));
  const Xapian::Database old = open_for_reading(folder.path() / "old");
  Enricher enricher;
  {
    ArchiveWriter whole(folder.path() / "whole", *parse_timestamp("2026-11-24T01:00:00Z"), enricher);
    ArchiveWriter part(folder.path() / "part", *parse_timestamp("2026-11-24T01:00:00Z"), enricher);
    for (Xapian::docid id = 1; id <= 30; ++id) {
      whole.restore(read_record(old.get_document(id)));
      if (id <= 3) part.restore(read_record(old.get_document(id)));
    }
    whole.commit();
    part.commit();
  }
  CHECK(texts(folder.path() / "whole") == texts(folder.path() / "old"));
  CHECK(texts(folder.path() / "part").at("Headline 2") == story(2, kInvitation, Place::middle).body + "\nboilerplate:");
}

TEST_CASE("kinds of paragraphs") {
  struct Case {
    const char* paragraph;
    ParagraphKind kind;
  };
  for (const Case& one : std::vector<Case>{
           {"Sign up to our newsletter for a daily digest.", ParagraphKind::invites},
           {"Follow us on Facebook for more from the valley.", ParagraphKind::invites},
           {"Subscribe to the Gazette for £1 a week and read it without adverts.", ParagraphKind::invites},
           {"Want more? Our reporters fill your inbox at noon.", ParagraphKind::invites},
           {"Thank you for reading. If you value what we do, tell a friend about us.", ParagraphKind::addresses},
           {"The Gazette is sold in all good shops.", ParagraphKind::plain},
           {"You may object in writing to the planning office.", ParagraphKind::plain},
           {"Leeds City Council runs the scheme.", ParagraphKind::states},
           {"The scheme opened in 2019.", ParagraphKind::states},
           {"She said that readers had written to us in great numbers.", ParagraphKind::states},
           {"The scheme costs £4m.", ParagraphKind::states},
           {"The works are led by Ann Rudd.", ParagraphKind::states},
       }) {
    INFO(one.paragraph);
    CHECK(kind_of_paragraph(one.paragraph, "The Gazette") == one.kind);
  }
}
