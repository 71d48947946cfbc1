#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/index/archive_lock.h"
#include "common/index/stem.h"
#include "indexer/enrich/enrich.h"
#include "indexer/write/boilerplate.h"
#include "indexer/write/near_duplicates.h"
#include "indexer/write/readings.h"
#include "indexer/write/record.h"
#include "indexer/write/removals.h"

namespace council_news {

/// The effect of writing an article. `removed`: nothing was written, because a person has removed it (removals.h).
enum class Outcome { added, updated, unchanged, removed };

/// Writes articles to a database, one document each, in batches. A batch is a transaction: a kill or an exception loses
/// only the current batch, and indexing the same sources again restores it. The order of the articles within a run does
/// not matter, because an article is rebuilt from all its readings whenever one is added (readings.h).
class ArchiveWriter {
 public:
  /// Locks the archive, and creates it if there is none. `seen` is the time of this run, for first_seen and last_seen;
  /// no two runs share a timestamp. `enricher` finds the councils and topics of each article after its readings are
  /// merged.
  ArchiveWriter(const std::filesystem::path& path, Timestamp seen, Enricher& enricher);

  /// The same for an archive that is locked already.
  ArchiveWriter(ArchiveLock lock, Timestamp seen, Enricher& enricher);

  /// Adds an article as read from its source, merging it with stored readings of the same article.
  Outcome write(Article seen);

  /// Adds a record of another archive: its readings are merged, enriched and indexed again. Records that have turned
  /// out to be of one article since, because addresses are compared better, are joined.
  void restore(Record record);

  /// Copies the metadata of another archive, before its records: all but what is made again.
  void restore_metadata(const Xapian::Database& from);

  /// Deletes an article; what its publisher repeats, and its group, are judged without it.
  void remove(Xapian::docid id);

  /// The same on behalf of a person: later readings of the article are skipped.
  void remove_for_good(Xapian::docid id);

  /// Lets the removed article with the id that starts with `id` return with its next reading. Throws UsageError if
  /// there is none, or more than one.
  Removal lift_removal(const std::string& id);

  const Xapian::Database& database() const { return database_; }

  /// The metadata of the database, committed together with the articles.
  std::string metadata(const std::string& key) const { return database_.get_metadata(key); }
  void set_metadata(const std::string& key, const std::string& value) { database_.set_metadata(key, value); }

  /// The id of the first article with an identity (identity.h) that starts with `identity_prefix`; empty if none.
  std::string id_of(const std::string& identity_prefix) const;

  /// Makes everything written so far durable. Call it at the end of a successful run.
  void commit();

  /// The same after nothing but removals, which is no run.
  void commit_removals();

 private:
  /// A record and its document; id 0 if it has none yet.
  struct Stored {
    Xapian::docid id = 0;
    Record record;
  };

  void note_shared_address(const Article& seen);
  bool is_known(const Article& seen, std::vector<Stored>& related);
  std::vector<Stored> sharing_identity(const Article& seen) const;
  bool add_to_identified(const Article& unidentified, std::vector<Stored>& related);
  std::set<Xapian::docid> same_article(const Article& seen, const std::vector<Stored>& related) const;
  Stored join(const Article& seen, std::vector<Stored>& related);
  void move_unidentified_readings(Stored& from, const Article& identified, Stored& to, std::vector<Stored>& others);
  void take_document(Stored& article, Xapian::docid id);
  void store(Stored& stored);
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
  Removals removals_;
  SharedAddresses shared_;
  Confirmations confirmations_;
  std::size_t batch_bytes_ = 0;
};

}  // namespace council_news
