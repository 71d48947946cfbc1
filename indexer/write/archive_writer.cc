#include "indexer/write/archive_writer.h"

#include <algorithm>
#include <map>

#include "common/add_new.h"
#include "common/error.h"
#include "common/index/database.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "indexer/enrich/identity.h"
#include "indexer/enrich/merge.h"

namespace council_news {
namespace {

/// Text that one batch holds: what a kill can cost. A batch takes some 25 times as much memory, and Xapian slows down
/// as what it has not yet written grows: eight times as much text took a quarter longer.
constexpr std::size_t kBatchBytes = 4u << 20;

}  // namespace

ArchiveWriter::ArchiveWriter(const std::filesystem::path& path, Timestamp seen)
    : database_(open_for_writing(path)), seen_(seen), boilerplate_(database_), near_duplicates_(database_) {
  database_.begin_transaction();
}

Outcome ArchiveWriter::write(Article seen) {
  const std::string version = version_of(seen);
  if (const Xapian::docid id = find_version(version); id != 0) {
    keep_first_source(id, seen.source);
    return Outcome::unchanged;
  }
  boilerplate_.clean(seen);
  const Known known = find(seen);
  const std::vector<std::string> keys = identities(seen);
  Record record = merge(known, std::move(seen));
  record.versions.push_back(version);
  add_new(record.identities, keys);

  Xapian::docid id = known.same.empty() ? 0 : known.same.front();
  // Several documents that turn out to be one article: the first stays.
  for (std::size_t i = 1; i < known.same.size(); ++i) {
    near_duplicates_.loosen(known.same[i]);
    database_.delete_document(known.same[i]);
  }
  record.article.id = own_identity(record.article, id);
  add_new(record.identities, {record.article.id});
  put(record, id);
  written_now_.insert(id);
  for (const Xapian::docid other : known.others) identify_again(other);
  clean_again(boilerplate_.learn(record.article));
  if (batch_bytes_ >= kBatchBytes) commit();
  return known.same.empty() ? Outcome::added : Outcome::updated;
}

void ArchiveWriter::restore(Record record) {
  boilerplate_.clean(record.article);
  Xapian::docid id = 0;
  put(record, id);
  clean_again(boilerplate_.learn(record.article));
  if (batch_bytes_ >= kBatchBytes) commit();
}

Xapian::docid ArchiveWriter::find_version(const std::string& version) const {
  const std::string term = make_term(kVersionPrefix, version);
  const auto it = database_.postlist_begin(term);
  return it == database_.postlist_end(term) ? 0 : *it;
}

/// Of the sources that one run reads an article from, the first by name is kept, whichever came first.
void ArchiveWriter::keep_first_source(Xapian::docid id, const std::string& source) {
  if (written_now_.count(id) == 0) return;
  Record record = read_record(database_.get_document(id));
  if (record.article.source <= source) return;
  record.article.source = source;
  database_.replace_document(id, to_document(record, stem_));
}

ArchiveWriter::Known ArchiveWriter::find(const Article& seen) const {
  std::vector<Xapian::docid> candidates;
  for (const std::string& identity : identities(seen)) {
    const std::string term = make_term(kIdentityPrefix, identity);
    candidates.insert(candidates.end(), database_.postlist_begin(term), database_.postlist_end(term));
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());

  Known known;
  const auto add_same = [&](Xapian::docid id, Record record) {
    known.same.push_back(id);
    known.same_records.push_back(std::move(record));
  };
  std::map<std::string, std::pair<Xapian::docid, Record>> pages;  // that it may be of, by id
  for (const Xapian::docid id : candidates) {
    Record record = read_record(database_.get_document(id));
    switch (likeness(record.article, record.identities, seen)) {
      case Likeness::same:
        add_same(id, std::move(record));
        break;
      case Likeness::other:
        known.others.push_back(id);
        break;
      case Likeness::may_be_of:
        pages.try_emplace(record.article.id, id, std::move(record));
        break;
    }
  }
  if (!pages.empty() && known.same.empty()) {
    add_same(pages.begin()->second.first, std::move(pages.begin()->second.second));
    pages.erase(pages.begin());
  }
  for (const auto& [article_id, page] : pages) known.others.push_back(page.first);
  return known;
}

Record ArchiveWriter::merge(const Known& known, Article seen) {
  Record merged;
  seen.first_seen = seen.first_seen.value_or(seen_);
  seen.last_seen = seen.last_seen.value_or(seen_);
  merged.article = std::move(seen);
  for (std::size_t i = 0; i < known.same.size(); ++i) {
    const Record& stored = known.same_records[i];
    const bool same_run = written_now_.count(known.same[i]) != 0;
    merged.article = same_run ? combine(stored.article, merged.article) : update(stored.article, merged.article, seen_);
    add_new(merged.identities, stored.identities);
    add_new(merged.versions, stored.versions);
  }
  return merged;
}

/// The surest identity of an article that no other document is known by.
std::string ArchiveWriter::own_identity(const Article& article, Xapian::docid self) const {
  for (const std::string& identity : identities(article)) {
    const std::string term = make_term(kIdentityPrefix, identity);
    if (std::all_of(database_.postlist_begin(term), database_.postlist_end(term),
                    [&](Xapian::docid id) { return id == self; }))
      return identity;
  }
  return story_identity(article);
}

/// An article that shares an identity with one just written: when that was its id, it gets another.
void ArchiveWriter::identify_again(Xapian::docid id) {
  Record record = read_record(database_.get_document(id));
  std::string own = own_identity(record.article, id);
  if (own == record.article.id) return;
  near_duplicates_.loosen(id);
  record.article.id = std::move(own);
  add_new(record.identities, {record.article.id});
  database_.replace_document(id, to_document(record, stem_));
}

void ArchiveWriter::put(Record& record, Xapian::docid& id) {
  enricher_.enrich(record.article);
  record.group = near_duplicates_.join(record.article, id);
  const Xapian::Document document = to_document(record, stem_);
  if (id == 0) {
    id = database_.add_document(document);
  } else {
    database_.replace_document(id, document);
  }
  batch_bytes_ += record.article.body.size() + record.article.summary.size();
}

std::string ArchiveWriter::id_of(const std::string& identity_beginning) const {
  const std::string beginning = make_term(kIdentityPrefix, identity_beginning);
  const auto term = database_.allterms_begin(beginning);
  if (term == database_.allterms_end(beginning)) return {};
  return read_record(database_.get_document(*database_.postlist_begin(*term))).article.id;
}

void ArchiveWriter::clean_again(const std::vector<Xapian::docid>& ids) {
  for (Xapian::docid id : ids) {
    Record record = read_record(database_.get_document(id));
    if (boilerplate_.clean(record.article)) put(record, id);
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
