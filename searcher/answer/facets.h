#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/schema.h"
#include "searcher/answer/answer.h"
#include "searcher/answer/every_match.h"

namespace council_news {

/// A value that can be counted over matches. An article with two councils counts for both; one without a date for no
/// year.
struct FacetKind {
  std::string_view name;
  FieldId field;  ///< the field of its values: `FIELD:=VALUE` has as many matches
  std::vector<std::string> (*values)(const std::string& stored);  ///< the values in a slot's content
  std::string (*label)(std::string_view value);
  FacetOrder order;
};

std::span<const FacetKind> facet_kinds();

/// The facet of that name. Throws UsageError, listing the known ones.
const FacetKind& find_facet(std::string_view name);

/// Counts the values of `counted` exactly, without ranking. Facets are in the order of `names`.
std::vector<Facet> count_facets(const Xapian::Database& database, const Counted& counted,
                                const std::vector<std::string>& names);

}  // namespace council_news
