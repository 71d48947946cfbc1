#include "indexer/write/readings.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "common/add_new.h"
#include "common/article_members.h"
#include "common/merge.h"

namespace council_news {
namespace {

bool is_earlier(const Article& a, const Article& b) {
  return std::forward_as_tuple(time_of(a), a.id) < std::forward_as_tuple(time_of(b), b.id);
}

using Readings = std::vector<Article>;

/// The readings with the source of `reading`, the earliest first.
std::vector<Readings::iterator> of_its_source(Readings& readings, const Article& reading) {
  std::vector<Readings::iterator> found;
  for (auto it = readings.begin(); it != readings.end(); ++it)
    if (it->source == reading.source && it->form == reading.form) found.push_back(it);
  return found;
}

/// Drops a later reading that only repeats what its source says in `reading`.
void drop_repetition(Record& record, const Article& reading, Confirmations& confirmations) {
  const auto same_source = of_its_source(record.readings, reading);
  const auto next = std::find_if(same_source.begin(), same_source.end(),
                                 [&](auto other) { return time_of(reading) < time_of(*other); });
  if (next == same_source.end() || (*next)->id != reading.id) return;
  confirmations.add(**next, time_of(**next));
  record.readings.erase(*next);
}

/// Bytes of the headline and paragraphs that are in only one of two readings.
std::size_t step_between(const Article& a, const Article& b) {
  const auto parts = [](const Article& reading) {
    std::set<std::string> all;
    for (const std::string* text : {&reading.title, &reading.summary, &reading.body})
      for (std::string& paragraph : paragraphs_of(*text)) all.insert(std::move(paragraph));
    return all;
  };
  const std::set<std::string> left = parts(a);
  const std::set<std::string> right = parts(b);
  std::vector<std::string> apart;
  std::set_symmetric_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(apart));
  std::size_t bytes = 0;
  for (const std::string& part : apart) bytes += part.size();
  return bytes;
}

/// A reading that could be dropped, and the one of its form before it.
struct Droppable {
  std::size_t at = 0;
  std::size_t before = 0;
  std::size_t step = 0;  ///< how much it differs from the one before
};

/// The reading that differs least from the one before: not the first or last of its form, unless both have one time.
std::optional<Droppable> least_step(const Readings& readings) {
  std::optional<Droppable> least;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    std::optional<std::size_t> before;
    bool is_last = true;
    for (std::size_t k = 0; k < readings.size(); ++k) {
      if (k == i || readings[k].form != readings[i].form) continue;
      if (k < i) before = k;
      if (k > i) is_last = false;
    }
    if (!before || (is_last && time_of(readings[*before]) != time_of(readings[i]))) continue;
    const std::size_t step = step_between(readings[*before], readings[i]);
    if (!least || step < least->step) least = Droppable{i, *before, step};
  }
  return least;
}

/// Whether a member is a fact that stays true when its reading is dropped. `source` and the later times say which
/// reading it was.
constexpr bool is_fact(MemberId member, Origin origin, Revision revision) {
  return revision == Revision::combined && origin != Origin::judged && member != MemberId::source &&
         member != MemberId::last_seen && member != MemberId::captured && member != MemberId::changed;
}

/// What has to be known of a reading that is dropped: its facts, and its headline and text among the earlier ones.
Article with_facts_of(const Article& kept, const Article& dropped) {
  Article result = combine(kept, dropped);
  result.id = kept.id;
  if (time_of(kept) != time_of(dropped)) {
    for_each_member([&](auto member) {
      constexpr const auto& row = kMemberRow<member>;
      if constexpr (!is_fact(member, row.origin, row.revision)) result.*row.value = kept.*row.value;
    });
  }
  for (const Article* one : {&kept, &dropped}) {
    note_later_date(result, one->published);
    if (one->title != result.title) add_new(result.earlier_titles, {one->title});
  }
  if (result.earlier_titles.size() > kMaxEarlierTitles)
    result.earlier_titles.erase(result.earlier_titles.begin(), result.earlier_titles.end() - kMaxEarlierTitles);
  result.earlier_texts = earlier_texts({kept, dropped}, result);
  return result;
}

void limit_readings(Readings& readings) {
  while (readings.size() > kMaxReadings) {
    const auto least = least_step(readings);
    if (!least) return;
    readings[least->before] = with_facts_of(readings[least->before], readings[least->at]);
    readings.erase(readings.begin() + static_cast<std::ptrdiff_t>(least->at));
  }
}

void limit_identities(Record& record, const SharedAddresses& shared) {
  if (record.identities.size() <= kMaxIdentities) return;
  record.identities.clear();
  if (!record.article.id.empty()) record.identities.push_back(record.article.id);
  for (const Article& reading : record.readings) add_new(record.identities, identities(reading, shared));
}

void insert(Readings& readings, const Article& reading) {
  const auto at = std::lower_bound(readings.begin(), readings.end(), reading, is_earlier);
  const bool known = at != readings.end() && at->id == reading.id && time_of(*at) == time_of(reading);
  if (!known) readings.insert(at, reading);
}

std::string key_of(const Article& reading) { return reading.id + reading.source; }

}  // namespace

void Confirmations::add(const Article& reading, Timestamp seen) {
  Timestamp& last = last_[key_of(reading)];
  last = std::max(last, seen);
}

std::optional<Timestamp> Confirmations::last(const Article& reading) const {
  const auto it = last_.find(key_of(reading));
  return it == last_.end() ? std::nullopt : std::optional(it->second);
}

bool has_identified_reading(const Record& record, const SharedAddresses& shared) {
  return std::any_of(record.readings.begin(), record.readings.end(),
                     [&](const Article& reading) { return is_identified(reading, shared); });
}

bool is_reading_of(const Record& record, const Article& reading, const SharedAddresses& shared) {
  const bool only_identified = has_identified_reading(record, shared);
  const bool only_guids =
      !reading.guid.empty() && std::any_of(record.readings.begin(), record.readings.end(),
                                           [](const Article& known) { return !known.guid.empty(); });
  return std::any_of(record.readings.begin(), record.readings.end(), [&](const Article& known) {
    if ((only_identified && !is_identified(known, shared)) || (only_guids && known.guid.empty())) return false;
    return are_same_article(known, reading, shared);
  });
}

Article* find_known(Record& record, const Article& reading) {
  const Timestamp at = time_of(reading);
  Article* last_of_source = nullptr;
  Article* last_of_form = nullptr;
  for (Article& known : record.readings) {
    if (known.form != reading.form || time_of(known) > at) continue;
    // Several versions of one time are equal in rank: each is known.
    const auto take = [&](Article*& last) {
      if (last == nullptr || time_of(*last) < time_of(known) || last->id != reading.id) last = &known;
    };
    take(last_of_form);
    if (known.source == reading.source) take(last_of_source);
  }
  Article* const last = last_of_source != nullptr ? last_of_source : last_of_form;
  return last != nullptr && last->id == reading.id ? last : nullptr;
}

void add_reading(Record& record, const Article& reading, const SharedAddresses& shared) {
  Confirmations none;
  add_reading(record, reading, shared, none);
}

void add_reading(Record& record, const Article& reading, const SharedAddresses& shared, Confirmations& confirmations) {
  add_new(record.identities, identities(reading, shared));
  drop_repetition(record, reading, confirmations);
  const auto before = of_its_source(record.readings, reading);
  const auto previous =
      std::find_if(before.rbegin(), before.rend(), [&](auto known) { return time_of(*known) < time_of(reading); });
  if (previous != before.rend() && (*previous)->id != reading.id) {
    const auto last = confirmations.last(**previous);
    if (last && time_of(reading) < *last) {
      Article again = **previous;  // the source went back to what it said before this reading
      again.captured = last;
      insert(record.readings, again);
    }
  }
  insert(record.readings, reading);
  limit_readings(record.readings);
  limit_identities(record, shared);
}

void absorb(Record& record, const Record& other, const SharedAddresses& shared) {
  if (record.article.id.empty()) record.article.id = other.article.id;
  for (const Article& reading : other.readings) add_reading(record, reading, shared);
  add_new(record.identities, other.identities);
  limit_identities(record, shared);
}

std::vector<Article> extract_unidentified(Record& record, const Article& identified, const SharedAddresses& shared) {
  // An unidentified reading may belong to several identified articles: `record` keeps it if it is one of them.
  const bool keeps = has_identified_reading(record, shared);
  const auto matches = [&](const Article& reading) {
    return !is_identified(reading, shared) && are_same_article(reading, identified, shared);
  };
  std::vector<Article> extracted;
  std::copy_if(record.readings.begin(), record.readings.end(), std::back_inserter(extracted), matches);
  if (!keeps) std::erase_if(record.readings, matches);
  return extracted;
}

std::vector<Record> cluster_readings(const std::vector<Article>& readings, const SharedAddresses& shared) {
  std::vector<Article> sorted = readings;
  std::stable_partition(sorted.begin(), sorted.end(),
                        [&](const Article& reading) { return is_identified(reading, shared); });
  std::vector<Record> records;
  for (const Article& reading : sorted) {
    const bool identified = is_identified(reading, shared);
    Record record;
    add_reading(record, reading, shared);
    bool belongs = false;
    for (Record& other : records) {
      if (!is_reading_of(other, reading, shared)) continue;
      if (!identified && has_identified_reading(other, shared)) {
        add_reading(other, reading, shared);
        belongs = true;
      } else {
        absorb(record, std::exchange(other, {}), shared);
      }
    }
    std::erase_if(records, [](const Record& other) { return other.readings.empty(); });
    if (!belongs) records.push_back(std::move(record));
  }
  return records;
}

}  // namespace council_news
