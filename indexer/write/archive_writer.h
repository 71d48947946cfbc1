#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/text/stem.h"
#include "indexer/enrich/enrich.h"

namespace council_news {

/// What became of an article.
enum class Outcome { added, updated, unchanged };

/// Writes articles to a database, one document each, in batches. A batch is a transaction: a kill or an exception
/// loses the batch under way and nothing else, and indexing the same sources again brings it back.
class ArchiveWriter {
 public:
  /// `seen` is the time of this run: first_seen of what is new, last_seen of what changed.
  ArchiveWriter(const std::filesystem::path& path, Timestamp seen);
  ~ArchiveWriter();
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  /// Takes one article as its source gave it; merges it with what is known of it.
  Outcome write(Article seen);

  /// The metadata of the database: written in the same commit as the articles before it.
  std::string metadata(const std::string& key) const { return database_.get_metadata(key); }
  void set_metadata(const std::string& key, const std::string& value) { database_.set_metadata(key, value); }

  /// Makes all that was written last. Call it at the end of a run that went well.
  void commit();

 private:
  std::vector<Xapian::docid> find(const std::vector<std::string>& identities) const;
  void begin_batch();

  Xapian::WritableDatabase database_;
  Timestamp seen_;
  Enricher enricher_;
  Stemmer stem_;
  std::size_t batch_bytes_ = 0;
};

}  // namespace council_news
