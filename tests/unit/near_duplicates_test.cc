#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/index/database.h"
#include "indexer/write/archive_writer.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;

namespace {

const Timestamp kNow = *parse_timestamp("2026-11-23T01:00:00Z");

/// One form, filled in: with another number almost all of its text is the same.
std::string notice(int number) {
  const std::string n = std::to_string(number);
  return "Licence " + n + " was asked for by the keeper of a stall at " + n +
         " Quay Parade, who wishes to sell fish on " +
         "weekdays until dusk. Whoever lives near may write to the licensing clerk within a month of this day, and "
         "the " +
         "panel hears all who wrote. The clerk has file " + n +
         " for anyone to read at the counter during opening hours.";
}

/// One story, told at some length, to which each paper adds a sentence of its own.
std::string release(int paper) {
  std::string text;
  for (const char* who : {"masons", "divers", "painters", "joiners", "surveyors", "riggers"})
    text += std::string("The ") + who + " who mend the pier have told of what they found below the planks, and the " +
            who + " want another winter for it. ";
  const std::string own{static_cast<char>('a' + paper % 26), static_cast<char>('a' + paper / 26 % 26),
                        static_cast<char>('a' + paper / 676)};
  return text + "Our office has pictures of " + own + " at work on the " + own + " side.";
}

Article printed(const std::string& host, int number, const std::string& body) {
  Article article;
  article.url = "https://" + host + ".example/" + std::to_string(number);
  article.title = host + " " + std::to_string(number);
  article.outlet = host + " " + std::to_string(number % 50);
  article.published = parse_timestamp("2024-04-0" + std::to_string(1 + number % 7));
  article.source = "test";
  article.body = body;
  return article;
}

std::vector<Article> look_alikes_and_copies() {
  std::vector<Article> articles;
  for (int i = 0; i < 150; ++i) articles.push_back(printed("notices", i, notice(i)));
  for (int i = 0; i < 150; i += 10) articles.push_back(printed("copies", i, notice(i) + " It says so on the quay."));
  for (int i = 0; i < 90; ++i) articles.push_back(printed("papers", i, release(i)));
  return articles;
}

void write_all(const std::filesystem::path& path, const std::vector<Article>& articles) {
  Enricher enricher;
  ArchiveWriter writer(path, kNow, enricher);
  for (const Article& article : articles) writer.write(article);
  writer.commit();
}

/// The group of each article, by headline.
std::map<std::string, std::string> groups(const std::filesystem::path& path) {
  std::map<std::string, std::string> all;
  const Xapian::Database database = open_for_reading(path);
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Record record = read_record(database.get_document(*it));
    all[record.article.title] = record.group;
  }
  return all;
}

}  // namespace

TEST_CASE("near-duplicates are found among many look-alikes") {
  const TemporaryFolder folder;
  write_all(folder.path() / "a", look_alikes_and_copies());
  const auto group_of = groups(folder.path() / "a");
  for (int i = 0; i < 150; ++i) {
    INFO(i);
    const std::string& group = group_of.at("notices " + std::to_string(i));
    CHECK(group.empty() == (i % 10 != 0));
    if (i % 10 == 0) CHECK(group == group_of.at("copies " + std::to_string(i)));
    if (i > 10 && i % 10 == 0) CHECK(group != group_of.at("copies 0"));
  }
  const std::string& release_group = group_of.at("papers 0");
  CHECK_FALSE(release_group.empty());
  for (int i = 1; i < 90; ++i) CHECK(group_of.at("papers " + std::to_string(i)) == release_group);
}

TEST_CASE("groups depend neither on the order, nor on the runs, nor on what was removed") {
  const TemporaryFolder folder;
  std::vector<Article> articles = look_alikes_and_copies();
  write_all(folder.path() / "expected", articles);
  const auto expected = groups(folder.path() / "expected");
  std::mt19937 random(11);
  std::shuffle(articles.begin(), articles.end(), random);
  const auto path = folder.path() / "runs";
  for (std::size_t at = 0; at < articles.size(); at += 40) {
    const auto begin = articles.begin() + static_cast<std::ptrdiff_t>(at);
    write_all(path, {begin, begin + static_cast<std::ptrdiff_t>(std::min<std::size_t>(40, articles.size() - at))});
  }
  CHECK(groups(path) == expected);

  std::vector<Article> more;
  for (int i = 1000; i < 1150; ++i) {
    more.push_back(printed("more", i, notice(i)));
    more.push_back(printed("more papers", i, release(i)));
  }
  write_all(path, more);
  CHECK(groups(path) != expected);
  Enricher enricher;
  ArchiveWriter writer(path, kNow, enricher);
  std::vector<Xapian::docid> added;
  const auto& database = writer.database();
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it)
    if (read_record(database.get_document(*it)).article.title.starts_with("more")) added.push_back(*it);
  for (const Xapian::docid id : added) writer.remove(id);
  writer.commit_removals();
  CHECK(groups(path) == expected);
}

TEST_CASE("copies stay together when what one of them shares with many others becomes rare") {
  const std::string footer =
      " Whoever lives near may write to the clerk within a month of this day, and the panel hears all who wrote. The "
      "clerk has the file for anyone to read at the counter during opening hours, and copies are sent by post for a "
      "fee.";
  const TemporaryFolder folder;
  std::vector<Article> pairs;
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    std::string text;
    for (const char* who : {"masons", "divers", "painters", "joiners"})
      text += std::string("The ") + who + " of quay " + n + " told how pier " + n + " sank, and the " + who +
              " want winter " + n + " for it. ";
    pairs.push_back(printed("long", i, text + footer));
    pairs.push_back(printed("short", i, text));
    pairs.back().published = pairs[pairs.size() - 2].published;
  }
  const auto path = folder.path() / "a";
  write_all(path, pairs);
  const auto expected = groups(path);
  std::vector<Article> notices;
  for (int i = 0; i < 60; ++i)
    notices.push_back(printed("notices", i, "Stall " + std::to_string(i * 7919) + " is to let." + footer));
  write_all(path, notices);
  {
    Enricher enricher;
    ArchiveWriter writer(lock_existing(path), kNow, enricher);
    std::vector<Xapian::docid> gone;
    for (auto it = writer.database().postlist_begin(""); it != writer.database().postlist_end(""); ++it)
      if (read_record(writer.database().get_document(*it)).article.title.starts_with("notices")) gone.push_back(*it);
    REQUIRE(gone.size() == 60);
    for (const Xapian::docid id : gone) writer.remove(id);
    writer.commit_removals();
  }
  CHECK(groups(path) == expected);
}
