#include "indexer/write/archive_writer.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/add_new.h"
#include "common/article_versions.h"
#include "common/error.h"
#include "common/index/database.h"
#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "common/merge.h"
#include "indexer/enrich/identity.h"

namespace council_news {
namespace {

/// Bytes of text in a batch, the most that a kill can lose. A batch takes about 25 times as much memory, and Xapian
/// slows down as uncommitted changes accumulate: batches of eight times the size took a quarter longer.
constexpr std::size_t kBatchBytes = 4u << 20;

/// A capture at most this many seconds before the run that reads it is of that run.
constexpr std::int64_t kOneRun = 3600;

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
      near_duplicates_(database_),
      removals_(database_),
      shared_(load_shared_addresses(database_)) {
  database_.begin_transaction();
}

Outcome ArchiveWriter::write(Article seen) {
  note_shared_address(seen);
  if (removals_.covers(database_, seen, shared_)) return Outcome::removed;
  const std::string version = version_of(seen);
  seen = reading_of(std::move(seen), version);
  seen.first_seen = seen.first_seen.value_or(seen_);
  seen.last_seen = std::min(seen.last_seen.value_or(seen_), seen_);
  if (seen.captured && seen_.seconds - seen.captured->seconds < kOneRun) seen.captured.reset();

  std::vector<Stored> related = sharing_identity(seen);
  if (is_known(seen, related)) return Outcome::unchanged;
  Outcome outcome = Outcome::updated;
  if (is_identified(seen, shared_) || !add_to_identified(seen, related)) {
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
  Stored restored{0, std::move(record)};
  Record& whole = restored.record;
  for (const Article& reading : std::vector<Article>(whole.readings)) {
    add_new(whole.identities, identities(reading, shared_));
    if (!is_identified(reading, shared_)) continue;
    for (const Stored& known : sharing_identity(reading)) {
      if (known.id == restored.id || !has_identified_reading(known.record, shared_)) continue;
      if (!is_reading_of(known.record, reading, shared_)) continue;
      absorb(whole, known.record, shared_);
      take_document(restored, known.id);
    }
  }
  const std::string id = whole.article.id;
  whole.article = merge_readings(whole.readings);
  whole.article.id = id;
  boilerplate_.clean(whole.article);
  put(restored);
  if (batch_bytes_ >= kBatchBytes) commit();
}

void ArchiveWriter::restore_metadata(const Xapian::Database& from) {
  for (auto key = from.metadata_keys_begin(); key != from.metadata_keys_end(); ++key) {
    const bool is_made_again = is_version_key(*key) || (*key).starts_with(kBoilerplateKeyPrefix);
    if (!is_made_again) database_.set_metadata(*key, from.get_metadata(*key));
  }
  removals_ = Removals(database_);
  shared_ = load_shared_addresses(database_);
}

/// Learns that the address of a reading identifies nothing, because its document gives it to several articles. Articles
/// that were held together by it are separated.
void ArchiveWriter::note_shared_address(const Article& seen) {
  if (seen.shared.empty()) return;
  const std::string address = address_hash(seen);
  if (address.empty() || !shared_.insert(address).second) return;
  database_.set_metadata(kSharedKeyPrefix + address, "1");
  const std::string term = make_term(kIdentityPrefix, address);
  const std::vector<Xapian::docid> holders(database_.postlist_begin(term), database_.postlist_end(term));
  for (const Xapian::docid id : holders) {
    const Record whole = read_record(database_.get_document(id));
    std::vector<Record> parts = cluster_readings(whole.readings, shared_);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Stored part{i == 0 ? id : 0, std::move(parts[i])};
      store(part);
    }
  }
}

/// Whether the archive has this reading already. If one run reads it from several sources, the first by name is kept.
bool ArchiveWriter::is_known(const Article& seen, std::vector<Stored>& related) {
  bool known = false;
  for (Stored& stored : related) {
    Article* const same = find_known(stored.record, seen);
    if (same == nullptr) continue;
    known = true;
    if (time_of(*same) != time_of(seen)) {
      confirmations_.add(*same, time_of(seen));
    } else if (seen.source < same->source) {
      same->source = seen.source;
      stored.record.article.source = merge_readings(stored.record.readings).source;
      database_.replace_document(stored.id, to_document(stored.record, stem_));
    }
  }
  return known;
}

/// The stored articles that `seen` may belong to. A headline that so many have on one day is a mere label, like
/// “Public notice”, and only some of them are compared.
std::vector<ArchiveWriter::Stored> ArchiveWriter::sharing_identity(const Article& seen) const {
  constexpr std::size_t kMaxOfOneHeadline = 64;
  std::set<Xapian::docid> ids;
  std::vector<std::string> keys = identities(seen, shared_);
  if (!is_identified(seen, shared_)) add_new(keys, story_identities(seen));
  for (const std::string& identity : keys) {
    const std::string term = make_term(kIdentityPrefix, identity);
    std::size_t left = kMaxOfOneHeadline;
    for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term) && left > 0; ++it, --left)
      ids.insert(*it);
  }
  std::vector<Stored> related;
  for (const Xapian::docid id : ids) related.push_back({id, read_record(database_.get_document(id))});
  return related;
}

/// Adds an unidentified reading to all articles that it matches. False if there are none.
bool ArchiveWriter::add_to_identified(const Article& unidentified, std::vector<Stored>& related) {
  bool added = false;
  for (Stored& known : related) {
    if (!has_identified_reading(known.record, shared_) || !is_reading_of(known.record, unidentified, shared_)) continue;
    add_reading(known.record, unidentified, shared_, confirmations_);
    store(known);
    added = true;
  }
  return added;
}

/// The stored articles that are the same as a reading. A page, which has no guid, must not join entries that are two
/// stories: it belongs to those whose story it tells, else to the latest.
std::set<Xapian::docid> ArchiveWriter::same_article(const Article& seen, const std::vector<Stored>& related) const {
  std::set<Xapian::docid> same;
  std::set<Xapian::docid> same_story;
  std::size_t with_guid = 0;
  for (const Stored& known : related) {
    if (has_identified_reading(known.record, shared_) != is_identified(seen, shared_) ||
        !is_reading_of(known.record, seen, shared_))
      continue;
    const std::vector<Article>& readings = known.record.readings;
    const auto any = [&](auto is) { return std::any_of(readings.begin(), readings.end(), is); };
    same.insert(known.id);
    if (any([](const Article& reading) { return !reading.guid.empty(); })) ++with_guid;
    if (any([&](const Article& reading) { return are_one_story(reading, seen); })) same_story.insert(known.id);
  }
  if (with_guid < 2 || !seen.guid.empty()) return same;
  return same_story.empty() ? std::set<Xapian::docid>{*same.rbegin()} : same_story;
}

/// Merges a reading and all stored articles that turn out to be the same article; the first document is kept. The other
/// articles remain in `related`.
ArchiveWriter::Stored ArchiveWriter::join(const Article& seen, std::vector<Stored>& related) {
  Stored joined;
  std::vector<Stored> others;
  const std::set<Xapian::docid> same = same_article(seen, related);
  for (Stored& known : related) {
    if (same.contains(known.id)) {
      absorb(joined.record, known.record, shared_);
      known.record.readings.clear();
    } else if (is_identified(seen, shared_)) {
      move_unidentified_readings(known, seen, joined, others);
    }
    if (known.record.readings.empty()) {
      take_document(joined, known.id);
    } else {
      others.push_back(std::move(known));
    }
  }
  related = std::move(others);
  add_reading(joined.record, seen, shared_, confirmations_);
  return joined;
}

/// Gives an article the document of one that it has absorbed; it needs only one.
void ArchiveWriter::take_document(Stored& article, Xapian::docid id) {
  if (article.id == 0) {
    article.id = id;
  } else {
    remove(id);
  }
}

/// Moves the unidentified readings of `from` that match an identified one to `to`. If all readings of `from` were
/// unidentified, the rest may no longer be connected: it is split, and the new parts are added to `others`.
void ArchiveWriter::move_unidentified_readings(Stored& from, const Article& identified, Stored& to,
                                               std::vector<Stored>& others) {
  const std::size_t before = from.record.readings.size();
  for (const Article& reading : extract_unidentified(from.record, identified, shared_))
    add_reading(to.record, reading, shared_);
  if (from.record.readings.size() == before || from.record.readings.empty()) return;
  std::vector<Record> parts = cluster_readings(from.record.readings, shared_);
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

void ArchiveWriter::remove_for_good(Xapian::docid id) {
  removals_.add(database_, read_record(database_.get_document(id)), seen_);
  remove(id);
}

Removal ArchiveWriter::lift_removal(const std::string& id) { return removals_.lift(database_, id); }

/// Sets the id of an article to its most reliable identity that no other document has. It also gets all more reliable
/// ones, so that later articles are compared with it. Returns whether the id changed.
bool ArchiveWriter::identify(Record& record, Xapian::docid self) const {
  const std::string before = record.article.id;
  const auto take_first_free = [&](const std::vector<std::string>& candidates) {
    return std::any_of(candidates.begin(), candidates.end(), [&](const std::string& identity) {
      record.article.id = identity;
      add_new(record.identities, {identity});
      const std::string term = make_term(kIdentityPrefix, identity);
      return std::all_of(database_.postlist_begin(term), database_.postlist_end(term),
                         [&](Xapian::docid id) { return id == self; });
    });
  };
  const Article as_read = article_as_read(record);
  if (!take_first_free(identities(as_read, shared_))) take_first_free(story_identities(as_read));
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
    stored.record.article = article_as_read(stored.record);
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
