#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/schema.h"
#include "searcher/answer/answer.h"

namespace council_news {

/// What can be counted over matches. An article with two councils counts for both; one without a date for no year.
struct FacetKind {
  std::string_view name;
  FieldId field;  ///< which narrows to one of its values: `FIELD:=VALUE` has as many matches
  std::vector<std::string> (*values)(const std::string& stored);  ///< from what the slot holds
  std::string (*label)(std::string_view value);
  FacetOrder order;
};

std::span<const FacetKind> facet_kinds();

/// The facet of that name; throws UsageError, naming the known ones.
const FacetKind& find_facet(std::string_view name);

/// Counts every match of `query`, exactly: each is looked at, none is ranked. Facets come in the order of `names`.
std::vector<Facet> count_facets(const Xapian::Database& database, const Xapian::Query& query,
                                const std::vector<std::string>& names);

}  // namespace council_news
