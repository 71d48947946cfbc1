#include "indexer/write/archive_writer.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/add_new.h"
#include "common/error.h"
#include "common/index/database.h"
#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "indexer/enrich/identity.h"
#include "indexer/enrich/merge.h"
#include "indexer/write/readings.h"

namespace council_news {
namespace {

/// Bytes of text in a batch, the most that a kill can lose. A batch takes about 25 times as much memory, and Xapian
/// slows down as uncommitted changes accumulate: batches of eight times the size took a quarter longer.
constexpr std::size_t kBatchBytes = 4u << 20;

/// Returns a time, in seconds, that no other run has, so that runs can be distinguished.
Timestamp later_than_last_run(const Xapian::Database& database, Timestamp seen) {
  constexpr std::int64_t kSetBack = 60;  // if the clock was set back by more, accept it
  const auto last = parse_timestamp(database.get_metadata(kLastRunKey));
  if (!last || seen.seconds > last->seconds || last->seconds - seen.seconds > kSetBack) return seen;
  seen.seconds = last->seconds + 1;
  return seen;
}

}  // namespace

ArchiveWriter::ArchiveWriter(const std::filesystem::path& path, Timestamp seen, Enricher& enricher)
    : ArchiveWriter(lock_or_create(path), seen, enricher) {}

ArchiveWriter::ArchiveWriter(ArchiveLock lock, Timestamp seen, Enricher& enricher)
    : lock_(std::move(lock)),
      database_(open_for_writing(lock_)),
      seen_(later_than_last_run(database_, seen)),
      enricher_(enricher),
      boilerplate_(database_),
      near_duplicates_(database_) {
  database_.begin_transaction();
}

Outcome ArchiveWriter::write(Article seen) {
  const std::string version = version_of(seen);
  if (is_known(version, seen.source)) return Outcome::unchanged;
  seen = reading_of(std::move(seen), version);
  seen.first_seen = seen.first_seen.value_or(seen_);
  seen.last_seen = seen.last_seen.value_or(seen_);

  std::vector<Stored> related = sharing_identity(seen);
  Outcome outcome = Outcome::updated;
  if (is_identified(seen) || !add_to_identified(seen, related)) {
    Stored joined = join(seen, related);
    if (joined.id == 0) outcome = Outcome::added;
    store(joined);
    for (Stored& other : related) identify_again(other);
    if (!related.empty()) identify_again(joined);
  }
  if (batch_bytes_ >= kBatchBytes) commit();
  return outcome;
}

void ArchiveWriter::restore(Record record) {
  restore_text(record);
  boilerplate_.clean(record.article);
  Stored stored{0, std::move(record)};
  put(stored);
  if (batch_bytes_ >= kBatchBytes) commit();
}

/// Is this version of a reading already stored? If one run reads it from several sources, the first by name is kept.
bool ArchiveWriter::is_known(const std::string& version, const std::string& source) {
  const std::string term = make_term(kVersionPrefix, version);
  const std::vector<Xapian::docid> known(database_.postlist_begin(term), database_.postlist_end(term));
  for (const Xapian::docid id : known) {
    if (written_now_.count(id) == 0) continue;
    Record record = read_record(database_.get_document(id));
    for (Article& reading : record.readings) {
      if (reading.id != version || reading.last_seen != seen_ || reading.source <= source) continue;
      reading.source = source;
      record.article.source = merge_readings(record.readings).source;
      database_.replace_document(id, to_document(record, stem_));
      break;
    }
  }
  return !known.empty();
}

std::vector<ArchiveWriter::Stored> ArchiveWriter::sharing_identity(const Article& seen) const {
  std::set<Xapian::docid> ids;
  for (const std::string& identity : identities(seen)) {
    const std::string term = make_term(kIdentityPrefix, identity);
    ids.insert(database_.postlist_begin(term), database_.postlist_end(term));
  }
  std::vector<Stored> related;
  for (const Xapian::docid id : ids) related.push_back({id, read_record(database_.get_document(id))});
  return related;
}

/// Adds an unidentified reading to all articles that it matches. False if there are none.
bool ArchiveWriter::add_to_identified(const Article& unidentified, std::vector<Stored>& related) {
  bool added = false;
  for (Stored& known : related) {
    if (!has_identified_reading(known.record) || !is_reading_of(known.record, unidentified)) continue;
    add_reading(known.record, unidentified);
    store(known);
    added = true;
  }
  return added;
}

/// Merges a reading and all stored articles that turn out to be the same article; the first document is kept. The other
/// articles remain in `related`.
ArchiveWriter::Stored ArchiveWriter::join(const Article& seen, std::vector<Stored>& related) {
  Stored joined;
  add_reading(joined.record, seen);
  std::vector<Stored> others;
  for (Stored& known : related) {
    if (has_identified_reading(known.record) == is_identified(seen) && is_reading_of(known.record, seen)) {
      absorb(joined.record, known.record);
      known.record.readings.clear();
    } else if (is_identified(seen)) {
      move_unidentified_readings(known, seen, joined, others);
    }
    if (!known.record.readings.empty()) {
      others.push_back(std::move(known));
    } else if (joined.id == 0) {
      joined.id = known.id;
    } else {
      remove(known.id);
    }
  }
  related = std::move(others);
  return joined;
}

/// Moves the unidentified readings of `from` that match an identified one to `to`. If all readings of `from` were
/// unidentified, the rest may no longer be connected: it is split, and the new parts are added to `others`.
void ArchiveWriter::move_unidentified_readings(Stored& from, const Article& identified, Stored& to,
                                               std::vector<Stored>& others) {
  const std::size_t before = from.record.readings.size();
  for (const Article& reading : extract_unidentified(from.record, identified)) add_reading(to.record, reading);
  if (from.record.readings.size() == before || from.record.readings.empty()) return;
  std::vector<Record> parts = cluster_readings(from.record.readings);
  from.record = std::move(parts.front());
  store(from);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    others.push_back({0, std::move(parts[i])});
    store(others.back());
  }
}

/// Merges the readings of an article and writes it.
void ArchiveWriter::store(Stored& stored) {
  Record& record = stored.record;
  record.article = merge_readings(record.readings);
  identify(record, stored.id);
  boilerplate_.clean(record.article);
  put(stored);
}

void ArchiveWriter::remove(Xapian::docid id) {
  boilerplate_.note(id);
  near_duplicates_.mark_stale(id);
  database_.delete_document(id);
}

/// Sets the id of an article to its most reliable identity that no other document has. It also gets all more reliable
/// ones, so that later articles are compared with it. Returns whether the id changed.
bool ArchiveWriter::identify(Record& record, Xapian::docid self) const {
  const std::string before = record.article.id;
  Record as_read = record;
  restore_text(as_read);
  std::vector<std::string> candidates = identities(as_read.article);
  add_new(candidates, story_identities(as_read.article));
  for (const std::string& identity : candidates) {
    record.article.id = identity;
    add_new(record.identities, {identity});
    const std::string term = make_term(kIdentityPrefix, identity);
    if (std::all_of(database_.postlist_begin(term), database_.postlist_end(term),
                    [&](Xapian::docid id) { return id == self; }))
      break;
  }
  return record.article.id != before;
}

/// Updates the id of an article that shares an identity with the one just written. The stored document may have been
/// cleaned since `known` was read, so it is read again if the id changes.
void ArchiveWriter::identify_again(Stored& known) {
  if (!identify(known.record, known.id)) return;
  Record record = read_record(database_.get_document(known.id));
  identify(record, known.id);
  near_duplicates_.mark_stale(known.id);
  database_.replace_document(known.id, to_document(record, stem_));
}

void ArchiveWriter::put(Stored& stored) {
  if (stored.id != 0) boilerplate_.note(stored.id);
  boilerplate_.note(stored.record.article);
  enricher_.enrich(stored.record.article);
  stored.record.group = near_duplicates_.join(stored.record.article, stored.id);
  const Xapian::Document document = to_document(stored.record, stem_);
  if (stored.id == 0) {
    stored.id = database_.add_document(document);
  } else {
    database_.replace_document(stored.id, document);
  }
  written_now_.insert(stored.id);
  batch_bytes_ += stored.record.article.body.size() + stored.record.article.summary.size();
}

std::string ArchiveWriter::id_of(const std::string& identity_prefix) const {
  const std::string prefix = make_term(kIdentityPrefix, identity_prefix);
  const auto term = database_.allterms_begin(prefix);
  if (term == database_.allterms_end(prefix)) return {};
  return article_of(database_.get_document(*database_.postlist_begin(*term))).id;
}

void ArchiveWriter::clean_again(const std::vector<Xapian::docid>& ids) {
  for (const Xapian::docid id : ids) {
    Stored stored{id, read_record(database_.get_document(id))};
    const Article before = stored.record.article;
    restore_text(stored.record);
    boilerplate_.clean(stored.record.article);
    if (stored.record.article != before) put(stored);
  }
}

void ArchiveWriter::commit() {
  database_.set_metadata(kLastRunKey, format_timestamp(seen_));
  commit_removals();
}

void ArchiveWriter::commit_removals() {
  try {
    clean_again(boilerplate_.learn(
        [this](const std::string& key, const std::string& value) { database_.set_metadata(key, value); }));
    near_duplicates_.regroup();
    database_.commit_transaction();
    database_.begin_transaction();
    batch_bytes_ = 0;
  } catch (const Xapian::Error& error) {
    throw DatabaseError("could not write the articles: " + error.get_msg(),
                        "is the disk full? Earlier batches are safe; run the same command again");
  }
}

}  // namespace council_news
