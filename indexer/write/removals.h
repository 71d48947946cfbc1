#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "indexer/enrich/identity.h"
#include "indexer/write/record.h"

namespace council_news {

/// Metadata keys of addresses that identify no article: this and the hash of the address.
inline constexpr const char* kSharedKeyPrefix = "shared-address:";

/// The addresses that an archive knows to be shared.
SharedAddresses load_shared_addresses(const Xapian::Database& database);

/// An article that a person has removed. Its text is not kept.
struct Removal {
  std::string id;
  std::string url;
  std::string title;
  std::optional<Timestamp> published;
  Timestamp removed;
  std::vector<std::string> identities;  ///< of its address and guid
  std::vector<std::string> texts;       ///< of its headline, day and authors
  std::vector<std::string> guids;       ///< those of `identities` that are of a guid
};

/// The removed articles of an archive, which later readings must not bring back. They are stored in the metadata of the
/// database, and so survive compact and reindex.
class Removals {
 public:
  explicit Removals(const Xapian::Database& database);

  /// Whether `reading` is of a removed article. Another story at a reused address is not: its headline is different,
  /// and its guid is, or its date is more than two weeks away. By what else identifies the reading, the article is
  /// recognised from now on.
  bool covers(Xapian::WritableDatabase& database, const Article& reading, const SharedAddresses& shared);

  /// The earliest first.
  std::vector<Removal> all() const;

  /// Stores the removal of an article.
  void add(Xapian::WritableDatabase& database, const Record& record, Timestamp now);

  /// Deletes the removal with the id that starts with `id`, so that the article returns with its next reading. Throws
  /// UsageError if there is none, or more than one.
  Removal lift(Xapian::WritableDatabase& database, const std::string& id);

 private:
  const Removal* find(const Article& reading, const SharedAddresses& shared) const;
  void store(Xapian::WritableDatabase& database, const Removal& removal);
  void index(const Removal& removal);

  std::unordered_map<std::string, Removal> by_id_;
  std::unordered_map<std::string, std::string> by_identity_;  ///< → id
  std::unordered_map<std::string, std::string> by_text_;      ///< → id
};

/// `skipped 2 readings of articles that were removed; …`, for the summary of a run.
std::string skipped_removed(std::size_t readings);

}  // namespace council_news
