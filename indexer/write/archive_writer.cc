#include "indexer/write/archive_writer.h"

#include <algorithm>

#include "common/article_json.h"
#include "common/error.h"
#include "common/index/database.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "indexer/enrich/identity.h"

namespace council_news {
namespace {

/// Text that one batch holds: what a kill can cost, and about a fifth of the memory a batch takes.
constexpr std::size_t kBatchBytes = 32u << 20;

void add_missing(std::vector<std::string>& values, const std::vector<std::string>& more) {
  for (const std::string& value : more) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }
}

}  // namespace

ArchiveWriter::ArchiveWriter(const std::filesystem::path& path, Timestamp seen)
    : database_(open_for_writing(path)), seen_(seen) {
  begin_batch();
}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::begin_batch() {
  database_.begin_transaction();
  batch_bytes_ = 0;
}

std::vector<Xapian::docid> ArchiveWriter::find(const std::vector<std::string>& wanted) const {
  std::vector<Xapian::docid> found;
  for (const std::string& identity : wanted) {
    const std::string term = make_term(kIdentityPrefix, identity);
    for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) {
      if (std::find(found.begin(), found.end(), *it) == found.end()) found.push_back(*it);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

Outcome ArchiveWriter::write(Article seen) {
  std::vector<std::string> known_as = identities(seen);
  const std::vector<Xapian::docid> stored_ids = find(known_as);
  Article article = std::move(seen);
  std::string stored_json;
  for (const Xapian::docid id : stored_ids) {
    const Xapian::Document document = database_.get_document(id);
    if (stored_json.empty()) stored_json = document.get_data();
    article = merge(article_of(document), article);
    add_missing(known_as, identities_of(document));
  }
  enricher_.enrich(article);
  add_missing(known_as, identities(article));

  if (stored_ids.empty()) {
    article.first_seen = article.first_seen.value_or(seen_);
    article.last_seen = article.last_seen.value_or(seen_);
  } else if (stored_ids.size() == 1 && to_json(article) == stored_json) {
    return Outcome::unchanged;
  } else {
    article.last_seen = seen_;
  }
  const Xapian::Document document = make_document(article, known_as, stem_);
  if (stored_ids.empty()) {
    database_.add_document(document);
  } else {
    database_.replace_document(stored_ids.front(), document);
    // Two documents that turn out to be one article: the second goes.
    for (std::size_t i = 1; i < stored_ids.size(); ++i) database_.delete_document(stored_ids[i]);
  }
  batch_bytes_ += article.body.size() + article.summary.size();
  if (batch_bytes_ >= kBatchBytes) commit();
  return stored_ids.empty() ? Outcome::added : Outcome::updated;
}

void ArchiveWriter::commit() {
  try {
    database_.commit_transaction();
    begin_batch();
  } catch (const Xapian::Error& error) {
    throw DatabaseError("the articles could not be written: " + error.get_msg(),
                        "is the disk full? What was committed before is safe; run the same command again");
  }
}

}  // namespace council_news
