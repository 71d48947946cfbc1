#include "searcher/answer/facets.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <fmt/core.h>

#include "common/index/schema.h"
#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "common/named_rows.h"
#include "common/text/fold.h"
#include "common/text/split.h"
#include "common/text/timestamp.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

std::optional<Day> day_in(const std::string& stored) {
  if (stored.empty()) return std::nullopt;
  return day_from_epoch(static_cast<std::int64_t>(Xapian::sortable_unserialise(stored)));
}

std::vector<std::string> slot_list(const std::string& stored) {
  std::vector<std::string> values;
  for (std::size_t begin = 0; begin < stored.size();) {
    const std::size_t end = std::min(stored.find('\n', begin), stored.size());
    if (end > begin) values.push_back(stored.substr(begin, end - begin));
    begin = end + 1;
  }
  return values;
}

std::vector<std::string> slot_regions(const std::string& stored) {
  std::vector<std::string> regions;
  for (const std::string& slug : slot_list(stored)) {
    const Council* council = gazetteer().by_slug(slug);
    if (council == nullptr) continue;
    const std::string region(council->region);
    if (!region.empty() && std::find(regions.begin(), regions.end(), region) == regions.end())
      regions.push_back(region);
  }
  return regions;
}

std::vector<std::string> slot_outlet(const std::string& stored) {
  return stored.empty() ? std::vector<std::string>{} : std::vector<std::string>{stored};
}

std::vector<std::string> slot_year(const std::string& stored) {
  const std::optional<Day> day = day_in(stored);
  if (!day) return {};
  return {fmt::format("{:04}", day->year)};
}

std::vector<std::string> slot_month(const std::string& stored) {
  const std::optional<Day> day = day_in(stored);
  if (!day) return {};
  return {fmt::format("{:04}-{:02}", day->year, day->month)};
}

std::string region_label(std::string_view value) {
  std::string label;
  for (const std::string_view word : split(value, '-')) {
    label += (label.empty() ? "" : " ") + std::string(word);
    char& first = label[label.size() - word.size()];
    const bool small = word.size() < 4 && (word == "and" || word == "the" || word == "of");
    if (!small && is_ascii_lower(first)) first = static_cast<char>(first - 'a' + 'A');
  }
  return label;
}

std::string same_label(std::string_view value) { return std::string(value); }

constexpr std::array<FacetKind, 7> kFacets{{
    {.name = "council",
     .field = FieldId::council,
     .values = slot_list,
     .label = council_name,
     .order = FacetOrder::count},
    {.name = "topic", .field = FieldId::topic, .values = slot_list, .label = topic_label, .order = FacetOrder::count},
    {.name = "author", .field = FieldId::author, .values = slot_list, .label = same_label, .order = FacetOrder::count},
    {.name = "outlet",
     .field = FieldId::outlet,
     .values = slot_outlet,
     .label = same_label,
     .order = FacetOrder::count},
    {.name = "year", .field = FieldId::date, .values = slot_year, .label = same_label, .order = FacetOrder::value},
    {.name = "month", .field = FieldId::date, .values = slot_month, .label = same_label, .order = FacetOrder::value},
    {.name = "region",
     .field = FieldId::region,
     .values = slot_regions,
     .label = region_label,
     .order = FacetOrder::count},
}};
static_assert(std::all_of(kFacets.begin(), kFacets.end(),
                          [](const FacetKind& kind) { return field(kind.field).slot.has_value(); }),
              "a facet counts what is in the slot of its field");

bool is_of_names(const FacetKind& kind) { return field(kind.field).kind == FieldKind::name; }

/// A byline that has a name in two spellings still counts once.
void drop_repeated_names(std::vector<std::string>& names) {
  std::set<std::string> seen;
  std::erase_if(names, [&](const std::string& name) { return !seen.insert(fold_name(name)).second; });
}

/// Merges names that differ only in case or accents under their most frequent spelling.
ValueCounts merge_spellings(const ValueCounts& counts) {
  std::map<std::string, std::pair<std::string, std::size_t>> best;
  ValueCounts sums;
  for (const auto& [value, count] : counts) {
    auto& [form, times] = best[fold_name(value)];
    if (count > times) {
      form = value;
      times = count;
    }
  }
  for (const auto& [value, count] : counts) sums[best[fold_name(value)].first] += count;
  return sums;
}

Facet finish(const FacetKind& kind, const ValueCounts& counts) {
  Facet facet{.name = std::string(kind.name), .order = kind.order, .counts = {}};
  for (const auto& [value, count] : is_of_names(kind) ? merge_spellings(counts) : counts)
    facet.counts.push_back({value, kind.label(value), count});
  if (kind.order == FacetOrder::count) {
    std::stable_sort(facet.counts.begin(), facet.counts.end(),
                     [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  }
  return facet;
}

}  // namespace

std::span<const FacetKind> facet_kinds() { return kFacets; }

const FacetKind& find_facet(std::string_view name) { return row_named(name, "facet", kFacets); }

std::vector<Facet> count_facets(const Xapian::Database& database, const Counted& counted,
                                const std::vector<std::string>& names) {
  std::vector<const FacetKind*> kinds;
  for (const std::string& name : names) kinds.push_back(&find_facet(name));
  // Stored values repeat, so they are counted first and split once at the end.
  std::vector<Xapian::valueno> slots;
  for (const FacetKind* kind : kinds) slots.push_back(*field(kind->field).slot);
  const auto stored = count_values(database, counted, slots);
  std::vector<Facet> facets;
  for (const FacetKind* kind : kinds) {
    ValueCounts counts;
    for (const auto& [text, count] : stored.at(*field(kind->field).slot)) {
      std::vector<std::string> values = kind->values(text);
      if (is_of_names(*kind)) drop_repeated_names(values);
      for (const std::string& value : values) counts[value] += count;
    }
    facets.push_back(finish(*kind, counts));
  }
  return facets;
}

}  // namespace council_news
