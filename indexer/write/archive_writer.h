#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/text/stem.h"
#include "indexer/enrich/enrich.h"
#include "indexer/write/boilerplate.h"
#include "indexer/write/near_duplicates.h"
#include "indexer/write/record.h"

namespace council_news {

/// What became of an article.
enum class Outcome { added, updated, unchanged };

/// Writes articles to a database, one document each, in batches. A batch is a transaction: a kill or an exception
/// loses the batch under way and nothing else, and indexing the same sources again brings it back. Within a run the
/// order of the articles does not matter, but for stories of one address that change into each other step by step:
/// which of them are one is judged against what is stored, and that has already been merged.
class ArchiveWriter {
 public:
  /// `seen` is the time of this run: first_seen of what is new, last_seen of what changed.
  ArchiveWriter(const std::filesystem::path& path, Timestamp seen);

  /// Takes one article as its source gave it; merges it with what is known of it.
  Outcome write(Article seen);

  /// Takes an article as another database of ours kept it, and judges and indexes it anew.
  void restore(Record record);

  /// The metadata of the database: written in the same commit as the articles before it.
  std::string metadata(const std::string& key) const { return database_.get_metadata(key); }
  void set_metadata(const std::string& key, const std::string& value) { database_.set_metadata(key, value); }

  /// The id of the first article with an identity (identity.h) that begins so; empty if there is none.
  std::string id_of(const std::string& identity_beginning) const;

  /// Makes all that was written last. Call it at the end of a run that went well.
  void commit();

 private:
  /// What is stored of an article, and the other articles that share an address or guid with it.
  struct Known {
    std::vector<Xapian::docid> same;
    std::vector<Record> same_records;
    std::vector<Xapian::docid> others;
  };

  Xapian::docid find_version(const std::string& version) const;
  void keep_first_source(Xapian::docid id, const std::string& source);
  Known find(const Article& seen) const;
  Record merge(const Known& known, Article seen);
  std::string own_identity(const Article& article, Xapian::docid self) const;
  void identify_again(Xapian::docid id);
  void put(Record& record, Xapian::docid& id);
  void clean_again(const std::vector<Xapian::docid>& ids);

  Xapian::WritableDatabase database_;
  Timestamp seen_;
  Enricher enricher_;
  Stemmer stem_;
  Boilerplate boilerplate_;
  NearDuplicates near_duplicates_;
  std::unordered_set<Xapian::docid> written_now_;
  std::size_t batch_bytes_ = 0;
};

}  // namespace council_news
