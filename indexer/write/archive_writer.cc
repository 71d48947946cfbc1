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

/// Text that one batch holds: what a kill can cost. A batch takes some 25 times as much memory, and Xapian slows down
/// as what it has not yet written grows: eight times as much text took a quarter longer.
constexpr std::size_t kBatchBytes = 4u << 20;

/// Runs are told apart by their times, in seconds: two within one second are a second apart.
Timestamp later_than_last_run(const Xapian::Database& database, Timestamp seen) {
  constexpr std::int64_t kSetBack = 60;  // a clock that was put right counts as it stands
  const auto last = parse_timestamp(database.get_metadata(kLastRunKey));
  if (!last || seen.seconds > last->seconds || last->seconds - seen.seconds > kSetBack) return seen;
  seen.seconds = last->seconds + 1;
  return seen;
}

}  // namespace

ArchiveWriter::ArchiveWriter(const std::filesystem::path& path, Timestamp seen, Enricher& enricher)
    : lock_(lock_or_create(path)),
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
  if (is_firm(seen) || !add_to_firm(seen, related)) {
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
  boilerplate_.clean(record.article);
  Stored stored{0, std::move(record)};
  put(stored);
  clean_again(boilerplate_.learn(stored.record.article));
  if (batch_bytes_ >= kBatchBytes) commit();
}

/// Was this very reading read before? Of the sources that one run reads it from, the first by name is kept.
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

/// Adds a loose reading to the articles that it fits. False when there are none.
bool ArchiveWriter::add_to_firm(const Article& loose, std::vector<Stored>& related) {
  bool fits = false;
  for (Stored& known : related) {
    if (!is_firm(known.record) || !tells_of(known.record, loose)) continue;
    add_reading(known.record, loose);
    store(known);
    fits = true;
  }
  return fits;
}

/// The article of a reading, with all that turn out to be the same: the first document stays. `related` is left with
/// the others.
ArchiveWriter::Stored ArchiveWriter::join(const Article& seen, std::vector<Stored>& related) {
  Stored joined;
  add_reading(joined.record, seen);
  std::vector<Stored> others;
  for (Stored& known : related) {
    if (is_firm(known.record) == is_firm(seen) && tells_of(known.record, seen)) {
      absorb(joined.record, known.record);
      known.record.readings.clear();
    } else if (is_firm(seen)) {
      take_loose_readings(known, seen, joined, others);
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

/// The loose readings that fit a firm one go to it. What they leave of an article of loose ones alone may fall apart:
/// the parts that come off it are added to `others`.
void ArchiveWriter::take_loose_readings(Stored& from, const Article& firm, Stored& to, std::vector<Stored>& others) {
  const std::size_t before = from.record.readings.size();
  for (const Article& reading : take_loose(from.record, firm)) add_reading(to.record, reading);
  if (from.record.readings.size() == before || from.record.readings.empty()) return;
  std::vector<Record> parts = hanging_together(from.record.readings);
  from.record = std::move(parts.front());
  store(from);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    others.push_back({0, std::move(parts[i])});
    store(others.back());
  }
}

/// Makes an article of its readings and writes it.
void ArchiveWriter::store(Stored& stored) {
  Record& record = stored.record;
  record.article = merge_readings(record.readings);
  boilerplate_.clean(record.article);
  identify(record, stored.id);
  put(stored);
  clean_again(boilerplate_.learn(record.article));
}

void ArchiveWriter::remove(Xapian::docid id) {
  near_duplicates_.loosen(id);
  database_.delete_document(id);
}

/// Gives an article the surest identity that no other document is known by, and all that are surer: whichever comes
/// later sees that it shares them. True when the id was another before.
bool ArchiveWriter::identify(Record& record, Xapian::docid self) const {
  const std::string before = record.article.id;
  std::vector<std::string> candidates = identities(record.article);
  add_new(candidates, story_identities(record.article));
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

/// An article that shares an identity with one just written: when that was its id, it gets another. `known` may have
/// been cleaned since it was read, but its identities are the same.
void ArchiveWriter::identify_again(Stored& known) {
  if (!identify(known.record, known.id)) return;
  Record record = read_record(database_.get_document(known.id));
  identify(record, known.id);
  near_duplicates_.loosen(known.id);
  database_.replace_document(known.id, to_document(record, stem_));
}

void ArchiveWriter::put(Stored& stored) {
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

std::string ArchiveWriter::id_of(const std::string& identity_beginning) const {
  const std::string beginning = make_term(kIdentityPrefix, identity_beginning);
  const auto term = database_.allterms_begin(beginning);
  if (term == database_.allterms_end(beginning)) return {};
  return article_of(database_.get_document(*database_.postlist_begin(*term))).id;
}

void ArchiveWriter::clean_again(const std::vector<Xapian::docid>& ids) {
  for (const Xapian::docid id : ids) {
    Stored stored{id, read_record(database_.get_document(id))};
    if (boilerplate_.clean(stored.record.article)) put(stored);
  }
}

void ArchiveWriter::commit() {
  try {
    near_duplicates_.settle();
    database_.set_metadata(kLastRunKey, format_timestamp(seen_));
    database_.commit_transaction();
    database_.begin_transaction();
    batch_bytes_ = 0;
  } catch (const Xapian::Error& error) {
    throw DatabaseError("the articles could not be written: " + error.get_msg(),
                        "is the disk full? What was committed before is safe; run the same command again");
  }
}

}  // namespace council_news
