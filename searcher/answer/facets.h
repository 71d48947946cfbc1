#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/schema.h"

namespace council_news {

/// How many matches have one value of a facet.
struct FacetCount {
  std::string value;  ///< as the field of its facet takes it: `council:=sandwell`, `date:=2018-01`
  std::string label;  ///< for people: `Sandwell`
  std::size_t count = 0;
};

/// The values of one facet: the most frequent first; years and months in their order.
struct Facet {
  std::string name;
  std::vector<FacetCount> counts;
  bool in_order = false;  ///< do its values follow each other, as years do?
};

/// What can be counted over matches. An article with two councils counts for both; one without a date for no year.
struct FacetKind {
  std::string_view name;
  FieldId field;  ///< which narrows to one of its values: `FIELD:=VALUE` has as many matches
  std::vector<std::string> (*values)(const std::string& stored);  ///< from what the slot holds
  std::string (*label)(std::string_view value);
  bool in_order;  ///< by value rather than by count
};

std::vector<std::string> slot_list(const std::string& stored);
std::vector<std::string> slot_regions(const std::string& stored);
std::vector<std::string> slot_outlet(const std::string& stored);
std::vector<std::string> slot_year(const std::string& stored);
std::vector<std::string> slot_month(const std::string& stored);
std::string region_label(std::string_view value);
std::string same_label(std::string_view value);

std::span<const FacetKind> facet_kinds();

/// The facet of that name; throws UsageError, naming the known ones.
const FacetKind& find_facet(std::string_view name);

/// Counts every match of `query`, exactly: each is looked at, none is ranked. Facets come in the order of `names`.
std::vector<Facet> count_facets(const Xapian::Database& database, const Xapian::Query& query,
                                const std::vector<std::string>& names);

}  // namespace council_news
