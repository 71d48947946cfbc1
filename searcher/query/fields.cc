#include "searcher/query/fields.h"

#include <fmt/core.h>

#include <algorithm>

#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "common/text/fold.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "searcher/query/day_range.h"
#include "searcher/query/nearest.h"

namespace council_news {
namespace {

using Xapian::Query;

/// Ids that a shortened one may stand for.
constexpr std::size_t kMostIds = 100;

std::string offer(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "; did you mean " : " or ") + name;
  return text.empty() ? text : text + "?";
}

/// The days that the values of a slot span; today when it has none.
DayRange bounds_of(const Xapian::Database& database, Slot slot, const Day& today) {
  const std::string low = database.get_value_lower_bound(slot);
  const std::string high = database.get_value_upper_bound(slot);
  if (low.empty() || high.empty()) return {today, today};
  const auto day = [](const std::string& value) {
    return day_of({static_cast<std::int64_t>(Xapian::sortable_unserialise(value)), Precision::second});
  };
  return {day(low), day(high)};
}

}  // namespace

const Field* FieldTerms::find(const std::string& name) const {
  return find_field(name == "before" || name == "after" ? "date" : name);
}

void FieldTerms::warn_unknown(const std::string& name, const std::string& value) {
  std::vector<std::string> names;
  for (const Field& field : kFields) names.emplace_back(field.name);
  warnings_.push_back(fmt::format("there is no field '{}'; {}:{} was read as words{}", name, name, value,
                                  offer(nearest(name, names, 1))));
}

std::vector<Query> FieldTerms::terms(const Field& field, const Node& node) {
  if (field.name == "council" || field.name == "mentions") return council_terms(field, node.text);
  if (field.name == "topic") return topic_terms(field, node.text);
  if (field.kind == FieldKind::date) return date_terms(field, node);
  if (field.kind == FieldKind::id) return id_terms(field, node.text);
  if (field.kind == FieldKind::url) {
    const bool has_scheme = node.text.find("://") != std::string::npos;
    const std::string url = canonical_url(has_scheme ? node.text : "https://" + node.text);
    return {Query(make_term(field.exact_prefix, url))};
  }
  return {Query(make_term(field.exact_prefix, fold_name(node.text)))};
}

std::vector<Query> FieldTerms::council_terms(const Field& field, const std::string& value) {
  const std::vector<const Council*> councils = gazetteer().resolve(value);
  if (councils.empty()) {
    std::vector<std::string> names;
    for (const Council& council : gazetteer().councils()) names.emplace_back(council.slug);
    std::string slug = fold_name(value);
    std::replace(slug.begin(), slug.end(), ' ', '-');
    warnings_.push_back(fmt::format("no council is called '{}'{}", value, offer(nearest(slug, names, 3))));
  }
  std::vector<Query> terms;
  for (const Council* council : councils) terms.emplace_back(make_term(field.exact_prefix, council->slug));
  return terms;
}

std::vector<Query> FieldTerms::topic_terms(const Field& field, const std::string& value) {
  const std::string folded = fold_name(value);
  std::vector<std::string> names;
  for (const Topic& topic : topics()) {
    if (fold_name(topic.slug) == folded || fold_name(topic.label) == folded)
      return {Query(make_term(field.exact_prefix, topic.slug))};
    names.emplace_back(topic.slug);
  }
  warnings_.push_back(fmt::format("no topic is called '{}'{}", value, offer(nearest(folded, names, 3))));
  return {};
}

std::vector<Query> FieldTerms::date_terms(const Field& field, const Node& node) {
  auto range = parse_day_range(node.text, today_);
  if (!range) {
    warnings_.push_back(fmt::format("'{}' is no date; dates are written like 2018, 2018-01, 2018-01-29, ..2017 or 7d..",
                                    node.text));
    return {};
  }
  const Day first = range->first ? *range->first : *range->last;
  const Day last = range->last ? *range->last : *range->first;
  if (node.field == "before") *range = {std::nullopt, day_from_epoch(days_from_epoch(first) - 1)};
  if (node.field == "after") *range = {day_from_epoch(days_from_epoch(last) + 1), std::nullopt};
  const Slot slot = field.name == "seen" ? kSeenSlot : kPublishedSlot;
  std::vector<Query> terms;
  for (const std::string& term : covering_terms(*range, bounds_of(database_, slot, today_)))
    terms.emplace_back(make_term(field.exact_prefix, term));
  return terms;
}

std::vector<Query> FieldTerms::id_terms(const Field& field, const std::string& value) {
  const std::string beginning = make_term(field.exact_prefix, ascii_lower(value));
  std::vector<Query> terms;
  for (auto it = database_.allterms_begin(beginning); it != database_.allterms_end(beginning); ++it) {
    terms.emplace_back(*it);
    if (terms.size() == kMostIds) break;
  }
  return terms;
}

}  // namespace council_news
