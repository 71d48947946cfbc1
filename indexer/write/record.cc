#include "indexer/write/record.h"

#include "common/article_json.h"
#include "common/article_versions.h"
#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "common/merge.h"
#include "indexer/write/boilerplate.h"
#include "indexer/write/near_duplicates.h"

namespace council_news {
namespace {

/// Appends the readings of an article to the document's data, one JSON line each, after that of the article. They are
/// omitted if the article is identical to its only reading.
void add_readings(const Record& record, Xapian::Document& document) {
  if (record.readings.size() == 1 && record.article.boilerplate.empty()) return;
  std::string data = document.get_data();
  for (const Article& reading : record.readings) data += '\n' + to_json(reading);
  document.set_data(data);
}

}  // namespace

Article reading_of(Article article, const std::string& version) {
  Article reading = as_given(std::move(article));
  reading.id = version;
  return reading;
}

Record read_record(const Xapian::Document& document) {
  Record record;
  record.article = article_of(document);
  for (const std::string& term : terms_with_prefix(document.termlist_begin(), kIdentityPrefix))
    record.identities.push_back(term.substr(kIdentityPrefix.size()));
  record.group = document.get_value(kGroupSlot);
  record.readings = readings_of(document);
  if (record.readings.empty()) record.readings = {reading_of(record.article, version_of(record.article))};
  return record;
}

Xapian::Document to_document(const Record& record, Stemmer& stem) {
  Xapian::Document document = make_document(record.article, record.identities, stem);
  add_readings(record, document);
  for (const std::string& term : band_terms(record.article)) document.add_boolean_term(term);
  for (const std::string& term : publisher_terms(record.article)) document.add_boolean_term(term);
  if (!record.group.empty()) {
    document.add_boolean_term(make_term(kGroupPrefix, record.group));
    document.add_value(kGroupSlot, record.group);
  }
  return document;
}

}  // namespace council_news
