#include "indexer/write/readings.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "common/add_new.h"
#include "indexer/enrich/identity.h"
#include "indexer/enrich/merge.h"

namespace council_news {
namespace {

/// Enough for a page captured every night for a month; beyond that the earliest readings are merged.
constexpr std::size_t kMaxReadings = 32;

bool is_earlier(const Article& a, const Article& b) {
  return std::tie(a.last_seen, a.id) < std::tie(b.last_seen, b.id);
}

}  // namespace

bool has_identified_reading(const Record& record) {
  return std::any_of(record.readings.begin(), record.readings.end(),
                     [](const Article& reading) { return is_identified(reading); });
}

bool is_reading_of(const Record& record, const Article& reading) {
  const bool only_identified = has_identified_reading(record);
  return std::any_of(record.readings.begin(), record.readings.end(), [&](const Article& known) {
    return (!only_identified || is_identified(known)) && are_same_article(known, reading);
  });
}

void add_reading(Record& record, const Article& reading) {
  add_new(record.versions, {reading.id});
  add_new(record.identities, identities(reading));
  std::vector<Article>& readings = record.readings;
  const auto at = std::lower_bound(readings.begin(), readings.end(), reading, is_earlier);
  if (at != readings.end() && at->id == reading.id) return;
  readings.insert(at, reading);
  if (readings.size() <= kMaxReadings) return;
  const Article merged = reading_of(merge_readings({readings[0], readings[1]}), readings[0].id);
  readings.erase(readings.begin());
  readings.front() = merged;
}

void absorb(Record& record, const Record& other) {
  for (const Article& reading : other.readings) add_reading(record, reading);
  add_new(record.versions, other.versions);
  add_new(record.identities, other.identities);
}

std::vector<Article> extract_unidentified(Record& record, const Article& identified) {
  // An unidentified reading may belong to several identified articles: `record` keeps it if it is one of them.
  const bool keeps = has_identified_reading(record);
  const auto matches = [&](const Article& reading) {
    return !is_identified(reading) && are_same_article(reading, identified);
  };
  std::vector<Article> extracted;
  std::copy_if(record.readings.begin(), record.readings.end(), std::back_inserter(extracted), matches);
  if (!keeps) std::erase_if(record.readings, matches);
  return extracted;
}

std::vector<Record> cluster_readings(const std::vector<Article>& readings) {
  std::vector<Record> records;
  for (const Article& reading : readings) {
    Record record;
    add_reading(record, reading);
    for (Record& other : records) {
      if (is_reading_of(other, reading)) absorb(record, std::exchange(other, {}));
    }
    std::erase_if(records, [](const Record& other) { return other.readings.empty(); });
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace council_news
