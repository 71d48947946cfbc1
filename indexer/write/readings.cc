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

/// A page captured every night for a month is compared as each of its captures was; beyond that the earliest are
/// merged.
constexpr std::size_t kMostReadings = 32;

bool is_earlier(const Article& a, const Article& b) {
  return std::tie(a.last_seen, a.id) < std::tie(b.last_seen, b.id);
}

}  // namespace

bool is_firm(const Record& record) {
  return std::any_of(record.readings.begin(), record.readings.end(),
                     [](const Article& reading) { return is_firm(reading); });
}

bool tells_of(const Record& record, const Article& reading) {
  const bool only_firm = is_firm(record);
  return std::any_of(record.readings.begin(), record.readings.end(), [&](const Article& known) {
    return (!only_firm || is_firm(known)) && are_same_article(known, reading);
  });
}

void add_reading(Record& record, const Article& reading) {
  add_new(record.versions, {reading.id});
  add_new(record.identities, identities(reading));
  std::vector<Article>& readings = record.readings;
  const auto at = std::lower_bound(readings.begin(), readings.end(), reading, is_earlier);
  if (at != readings.end() && at->id == reading.id) return;
  readings.insert(at, reading);
  if (readings.size() <= kMostReadings) return;
  const Article merged = reading_of(merge_readings({readings[0], readings[1]}), readings[0].id);
  readings.erase(readings.begin());
  readings.front() = merged;
}

void absorb(Record& record, const Record& other) {
  for (const Article& reading : other.readings) add_reading(record, reading);
  add_new(record.versions, other.versions);
  add_new(record.identities, other.identities);
}

std::vector<Article> take_loose(Record& record, const Article& firm) {
  const bool stays = is_firm(record);  // with this article too
  const auto fits = [&](const Article& reading) { return !is_firm(reading) && are_same_article(reading, firm); };
  std::vector<Article> taken;
  std::copy_if(record.readings.begin(), record.readings.end(), std::back_inserter(taken), fits);
  if (!stays) std::erase_if(record.readings, fits);
  return taken;
}

std::vector<Record> hanging_together(const std::vector<Article>& readings) {
  std::vector<Record> records;
  for (const Article& reading : readings) {
    Record record;
    add_reading(record, reading);
    for (Record& other : records) {
      if (tells_of(other, reading)) absorb(record, std::exchange(other, {}));
    }
    std::erase_if(records, [](const Record& other) { return other.readings.empty(); });
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace council_news
