#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/write/record.h"

namespace council_news {

/// Begins the metadata keys under which the hashes of each publisher's boilerplate are stored.
inline constexpr const char* kBoilerplateKeyPrefix = "boilerplate:";

/// Learns boilerplate from the archive: paragraphs, such as sign-offs and appeals, that a publisher repeats verbatim in
/// most of its articles. A publisher is the host of the articles' addresses, and also their outlet: what is learnt from
/// either counts. How many articles it takes depends on what the paragraph says (paragraph_kind.h): few if it asks the
/// reader to subscribe, very many if it states facts, since these are the story of each article that tells them.
/// Articles that share most of their other paragraphs are one story and count once. An article of which nothing would
/// be left keeps its text.
///
/// What is learnt depends only on the articles of the archive, or, if a publisher has many, on a sample of them
/// (sample.h): not on the order in which they came, nor on the runs. So it seldom changes as an archive grows. It is
/// learnt again before a commit: articles lose a paragraph that was learnt, and get back one that no longer is. The
/// paragraphs that are removed from the text of an article are kept in Article::boilerplate.
class Boilerplate {
 public:
  explicit Boilerplate(const Xapian::WritableDatabase& database) : database_(database) {}

  /// Moves known boilerplate out of the text of an article, which is as it was read.
  void clean(Article& article);

  /// Call for an article that is written, and before its document is replaced or deleted: what its publisher repeats
  /// may have changed.
  void note(const Article& article);
  void note(Xapian::docid document);

  /// Learns again from the publishers noted. Returns the documents whose text may change: they must be cleaned again,
  /// as they were read, and written. `save` stores a value in the metadata.
  template <typename Save>
  std::vector<Xapian::docid> learn(Save save) {
    std::set<Xapian::docid> changed;
    for (const auto& [publisher, rarity] : noted_) {
      if (learn_publisher(publisher, rarity, changed)) save(metadata_key(publisher), encoded(publisher));
    }
    noted_.clear();
    return {changed.begin(), changed.end()};
  }

 private:
  /// Hashes of paragraphs.
  using Paragraphs = std::set<std::uint64_t>;

  static std::string metadata_key(const std::string& publisher);
  std::string encoded(const std::string& publisher);
  Paragraphs& learnt(const std::string& publisher);
  bool learn_publisher(const std::string& publisher, std::size_t rarity, std::set<Xapian::docid>& changed);

  const Xapian::WritableDatabase& database_;
  std::map<std::string, std::size_t> noted_;  ///< publishers, with the highest rarity of their articles noted
  std::map<std::string, Paragraphs> learnt_;  ///< by publisher, as in the metadata
};

/// The index terms of an article's publishers and its rarity; none if it has no text or no publisher.
std::vector<std::string> publisher_terms(const Article& article);

/// The article of a record with its text as it was read.
Article article_as_read(const Record& record);

}  // namespace council_news
