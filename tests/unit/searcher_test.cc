// A Searcher during indexing, and its exceptions.
#include <fstream>
#include <set>
#include <vector>

#include <xapian.h>

#include "common/error.h"
#include "common/index/database.h"
#include "common/index/document.h"
#include "searcher/answer/archive.h"
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;

namespace {

constexpr std::size_t kArticles = 60;

/// A database on disk with a running indexer. Its articles fill many blocks, so that readers have not read all of them.
class BusyArchive {
 public:
  BusyArchive() : path_(folder_.path() / "archive"), lock_(lock_or_create(path_)), writer_(open_for_writing(lock_)) {
    for (std::size_t i = 0; i < kArticles; ++i) add();
    writer_.commit();
  }

  void add() {
    writer_.add_document(document(std::to_string(writer_.get_lastdocid() + 1)));
    ++articles_;
  }

  /// Writes all articles and a new one twice, which overwrites the blocks of the previous revision.
  void rewrite() {
    for (int i = 0; i < 2; ++i) {
      for (Xapian::docid number = 1; number <= writer_.get_lastdocid(); ++number)
        if (number != removed_) writer_.replace_document(number, document(std::to_string(number)));
      add();
      writer_.commit();
    }
  }

  void remove(Xapian::docid number) {
    writer_.delete_document(number);
    removed_ = number;
    --articles_;
  }

  const std::filesystem::path& path() const { return path_; }
  std::size_t articles() const { return articles_; }

 private:
  Xapian::Document document(const std::string& id) {
    Article article;
    article.id = id;
    article.title = "libraries " + id;
    for (int i = 0; i < 500; ++i) article.body += "shelf" + std::to_string(i * 7919 % 1000) + " ";
    return make_document(article, {id}, stem_);
  }

  TemporaryFolder folder_;
  std::filesystem::path path_;
  ArchiveLock lock_;
  Xapian::WritableDatabase writer_;
  Stemmer stem_;
  Xapian::docid removed_ = 0;
  std::size_t articles_ = 0;
};

Request request_for(const char* query) {
  Request request;
  request.query = query;
  return request;
}

const Day kToday{2026, 11, 23};

}  // namespace

TEST_CASE("a search is retried after commits, and its stream continues") {
  struct Case {
    const char* what;
    std::vector<bool> delivers;  ///< of each attempt that fails: does it deliver something before?
    int calls;                   ///< in all; the last one succeeds, if the database does not change too fast
    bool succeeds;
  };
  const Case cases[] = {
      {"no commit", {}, 1, true},
      {"some commits", {false, false, false}, 4, true},
      {"as many as are endured", std::vector<bool>(9, false), 10, true},
      {"one more", std::vector<bool>(10, false), 10, false},
      {"any number of them, when something is delivered each time", std::vector<bool>(40, true), 41, true},
      {"deliveries begin the count again",
       {false, false, false, false, false, true, false, false, false, false, false, false, false, false},
       15,
       true},
  };
  BusyArchive busy;
  Archive archive({busy.path()});
  for (const Case& one : cases) {
    INFO(one.what);
    std::size_t delivered = 0;
    std::size_t calls = 0;
    const auto attempt = [&] {
      const std::size_t call = calls++;
      if (call >= one.delivers.size()) return 7;
      if (one.delivers[call]) ++delivered;
      throw Xapian::DatabaseModifiedError("changed");
    };
    if (one.succeeds)
      CHECK(with_retries(archive, delivered, attempt) == 7);
    else
      CHECK_THROWS_AS(with_retries(archive, delivered, attempt), DatabaseError);
    CHECK(calls == static_cast<std::size_t>(one.calls));
  }
}

TEST_CASE("every match comes once while an indexer commits") {
  for (const StreamOrder order : {StreamOrder::as_entered, StreamOrder::as_requested}) {
    BusyArchive busy;
    Searcher searcher(busy.path(), kToday);
    std::set<std::string> ids;
    std::size_t hits = 0;
    int begun = 0;
    Request request = request_for("libraries");
    request.sort = SortOrder::newest;
    searcher.search_all(
        request, order, [&](const Answer&) { ++begun; },
        [&](const Hit& hit) {
          CHECK(hit.rank == ++hits);
          CHECK(ids.insert(hit.article.id).second);
          if (hits == 10) busy.remove(kArticles);
          if (hits == 10 || hits == 30) busy.rewrite();
        });
    CHECK(begun == 1);
    // New articles are only delivered in archive order.
    CHECK(hits == (order == StreamOrder::as_entered ? busy.articles() : kArticles - 1));
    CHECK(ids.count(std::to_string(kArticles)) == 0);
  }
}

TEST_CASE("a search after many commits sees all of them") {
  BusyArchive busy;
  Searcher searcher(busy.path(), kToday);
  for (int round = 0; round < 3; ++round) {
    busy.rewrite();
    searcher.refresh(Day{2024, 1, 2});
    CHECK(searcher.search(request_for("libraries")).total == busy.articles());
  }
}

TEST_CASE("Xapian's exceptions become DatabaseError") {
  BusyArchive busy;
  Searcher searcher(busy.path(), kToday);
  for (const char* table : {"postlist.glass", "termlist.glass", "docdata.glass"}) {
    const std::filesystem::path file = busy.path() / table;
    const std::string rubbish(std::filesystem::file_size(file), 'x');
    std::ofstream(file, std::ios::in | std::ios::binary) << rubbish;
  }
  CHECK_THROWS_AS(searcher.search(request_for("libraries")), DatabaseError);
  CHECK_THROWS_AS(searcher.search_all(
                      request_for("libraries"), StreamOrder::as_entered, [](const Answer&) {}, [](const Hit&) {}),
                  DatabaseError);
  CHECK_THROWS_AS(Searcher(busy.path() / "nowhere", kToday), DatabaseError);
}

TEST_CASE("a callback's exception propagates from a stream") {
  struct Enough {};
  BusyArchive busy;
  Searcher searcher(busy.path(), kToday);
  const auto stop = [](const Hit&) { throw Enough(); };
  for (const StreamOrder order : {StreamOrder::as_entered, StreamOrder::as_requested})
    CHECK_THROWS_AS(searcher.search_all(
                        request_for("libraries"), order, [](const Answer&) {}, stop),
                    Enough);
}
