#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/index/archive_lock.h"
#include "common/index/stem.h"
#include "indexer/enrich/enrich.h"
#include "indexer/write/boilerplate.h"
#include "indexer/write/near_duplicates.h"
#include "indexer/write/record.h"

namespace council_news {

/// What became of an article.
enum class Outcome { added, updated, unchanged };

/// Writes articles to a database, one document each, in batches. A batch is a transaction: a kill or an exception
/// loses the batch under way and nothing else, and indexing the same sources again brings it back. Within a run the
/// order of the articles does not matter: an article is made of all its readings anew when one comes (readings.h).
class ArchiveWriter {
 public:
  /// Locks the archive, and creates it where there is none. `seen` is the time of this run: first_seen of what is new,
  /// last_seen of what changed; no two runs share it. `enricher` judges the councils and topics of each article once
  /// its readings are merged.
  ArchiveWriter(const std::filesystem::path& path, Timestamp seen, Enricher& enricher);

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
  /// A record and its document: 0 when it has none yet.
  struct Stored {
    Xapian::docid id = 0;
    Record record;
  };

  bool is_known(const std::string& version, const std::string& source);
  std::vector<Stored> sharing_identity(const Article& seen) const;
  bool add_to_firm(const Article& loose, std::vector<Stored>& related);
  Stored join(const Article& seen, std::vector<Stored>& related);
  void take_loose_readings(Stored& from, const Article& firm, Stored& to, std::vector<Stored>& others);
  void store(Stored& stored);
  void remove(Xapian::docid id);
  bool identify(Record& record, Xapian::docid self) const;
  void identify_again(Stored& known);
  void put(Stored& stored);
  void clean_again(const std::vector<Xapian::docid>& ids);

  ArchiveLock lock_;
  Xapian::WritableDatabase database_;
  Timestamp seen_;
  Enricher& enricher_;
  Stemmer stem_;
  Boilerplate boilerplate_;
  NearDuplicates near_duplicates_;
  std::unordered_set<Xapian::docid> written_now_;
  std::size_t batch_bytes_ = 0;
};

}  // namespace council_news
