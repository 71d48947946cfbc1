#include "searcher/query/field_values.h"

#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "common/text/fold.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "searcher/query/day_range.h"
#include "searcher/query/nearest.h"

namespace council_news {
namespace {

/// Maximum number of ids or addresses that a prefix matches.
constexpr std::size_t kMaxPrefixTerms = 100'000;

/// Maximum number of names suggested for an unknown one, and of all names listed if none is near.
constexpr std::size_t kMaxSuggested = 3;
constexpr std::size_t kMaxListedNames = 30;

/// Traits of councils that have a field.
struct Trait {
  FieldId field;
  std::string_view Council::*value;
};
constexpr std::array<Trait, 3> kTraits{{
    {FieldId::region, &Council::region},
    {FieldId::nation, &Council::nation},
    {FieldId::kind, &Council::kind},
}};

constexpr std::string_view Council::*trait_of(const Field& field) {
  for (const Trait& trait : kTraits)
    if (trait.field == field.id) return trait.value;
  return nullptr;
}

static_assert(std::all_of(kFields.begin(), kFields.end(),
                          [](const Field& row) {
                            return (row.kind == FieldKind::trait) == (trait_of(row) != nullptr);
                          }),
              "each trait in kFields needs its member of Council in kTraits");

/// The slug of a typed value: `North-East`, `north east` → `north-east`.
std::string slug_of(std::string_view text) {
  std::string slug = fold_name(text);
  std::replace(slug.begin(), slug.end(), ' ', '-');
  return slug;
}

/// More date terms than a range of plausible years has. An article of the year 9999 makes an open range eight thousand
/// years long, and Xapian takes seconds for as many terms.
constexpr std::size_t kManyDateTerms = 200;

/// The range of days in a slot, which has days or moments; today if it is empty.
DayRange bounds_of(const Xapian::Database& database, Slot slot, const Day& today) {
  const std::string low = database.get_value_lower_bound(slot);
  const std::string high = database.get_value_upper_bound(slot);
  if (low.empty() || high.empty()) return {today, today};
  const auto day = [slot](const std::string& value) {
    const auto number = static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
    return slot == kDaySlot ? day_from_epoch(number) : london_day_of(number);
  };
  return {day(low), day(high)};
}

/// Names of councils: `Sandwell`; official names where two have the same name.
std::vector<std::string> names_of(const std::vector<const Council*>& councils) {
  std::vector<std::string> names;
  for (const Council* council : councils) {
    const auto same = [&](const Council* other) { return other->name == council->name; };
    const bool alone = std::count_if(councils.begin(), councils.end(), same) == 1;
    names.emplace_back(alone ? council->name : council->official_name);
  }
  return names;
}

const Topic* find_topic_called(const std::string& text) {
  const std::string folded = fold_name(text);
  for (const Topic& topic : topics()) {
    if (fold_name(topic.slug) == folded || fold_name(topic.label) == folded) return &topic;
  }
  for (const Topic& topic : topics()) {
    if (std::find(topic.categories.begin(), topic.categories.end(), folded) != topic.categories.end()) return &topic;
  }
  return nullptr;
}

std::vector<std::string> known_names(const Field& field) {
  std::vector<std::string> names;
  for (const ListedValue& listed : listed_values(field)) names.emplace_back(listed.value);
  return names;
}

}  // namespace

std::string alternatives(const std::vector<std::string>& names) {
  constexpr std::size_t kMaxListed = 6;
  std::string text;
  const std::size_t shown = names.size() > kMaxListed ? kMaxListed - 1 : names.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return shown == names.size() ? text : text + fmt::format(" or {} more", names.size() - shown);
}

std::string suggestion_clause(const std::vector<std::string>& names) {
  return names.empty() ? "" : "; did you mean " + alternatives(names) + "?";
}

std::vector<ListedValue> listed_values(const Field& field) {
  std::vector<ListedValue> values;
  switch (field.kind) {
    case FieldKind::topic:
      for (const Topic& topic : topics()) values.push_back({topic.slug, topic.label});
      break;
    case FieldKind::council:
      for (const Council& council : gazetteer().councils()) values.push_back({council.slug, council.official_name});
      break;
    case FieldKind::trait: {
      std::set<std::string_view> traits;
      for (const Council& council : gazetteer().councils()) traits.insert(council.*trait_of(field));
      traits.erase("");
      for (const std::string_view trait : traits) values.push_back({trait, {}});
      break;
    }
    case FieldKind::words:
    case FieldKind::exact:
    case FieldKind::name:
    case FieldKind::date:
    case FieldKind::url:
    case FieldKind::id:
      break;
  }
  return values;
}

namespace {

/// A field with its value, or NEAR within a field.
bool is_in_field(const Node& node) {
  return node.kind == NodeKind::field || (node.kind == NodeKind::near && !node.field.empty());
}

}  // namespace

bool is_words_field(const Node& node) {
  return is_in_field(node) && node.row != nullptr && node.row->kind == FieldKind::words;
}

bool is_filter(const Node& node, bool any) {
  if (is_in_field(node)) return any || !is_words_field(node);
  const bool is_several =
      node.kind == NodeKind::any_of || node.kind == NodeKind::all_of || node.kind == NodeKind::none_of;
  return is_several && std::all_of(node.children.begin(), node.children.end(),
                                   [any](const Node& child) { return is_filter(child, any); });
}

std::optional<FieldValue> FieldValues::read(const Node& node) const {
  const Field& field = *node.row;
  const std::string& text = node.text;
  if (trim(text).empty()) return std::nullopt;
  FieldValue value;
  switch (field.kind) {
    case FieldKind::date:
      return date(field, text);
    case FieldKind::council:
      value = node.exact ? exact_slug(field, text) : councils(field, text);
      break;
    case FieldKind::trait:
      value = trait(field, text);
      break;
    case FieldKind::topic:
      value = node.exact ? exact_slug(field, text) : topic(field, text);
      break;
    case FieldKind::id:
      value = node.exact ? known_only({{make_term(field.exact_prefix, ascii_lower(text))}, {}}) : id(field, text);
      break;
    case FieldKind::url:
      value = node.exact ? whole_address(field, text) : url(field, text);
      break;
    case FieldKind::exact:
    case FieldKind::name:
    case FieldKind::words:
      value = node.exact ? known_only(exact(field, text)) : exact(field, text);
      break;
  }
  if (value.terms.empty()) return std::nullopt;
  return value;
}

bool FieldValues::knows(const Node& node, const std::string& text) const {
  switch (node.row->kind) {
    case FieldKind::date:
      return parse_day_range(text, today_).has_value();
    case FieldKind::name:
    case FieldKind::exact:
      return database_.term_exists(make_term(node.row->exact_prefix, fold_name(text)));
    case FieldKind::council:
    case FieldKind::trait:
    case FieldKind::topic: {
      Node longer = node;
      longer.text = text;
      return read(longer).has_value();
    }
    case FieldKind::words:
    case FieldKind::id:
    case FieldKind::url:
      return false;
  }
  return false;
}

std::string FieldValues::advice(const Node& node) const {
  const Field& field = *node.row;
  const std::string& text = node.text;
  if (field.kind == FieldKind::date) {
    return fmt::format(
        "'{}' is not a date and matches nothing; write dates like 2018, 2018-01, 2018-01-29, 29/1/2018, ..2017, "
        "7d.. or last-week",
        text);
  }
  if (field.kind == FieldKind::id && node.exact) return fmt::format("no article has the id '{}'", text);
  if (field.kind == FieldKind::id) return fmt::format("no article has an id with the prefix '{}'", text);
  if (field.kind == FieldKind::url && node.exact) return fmt::format("no article has the address '{}'", text);
  if (field.kind == FieldKind::url)
    return fmt::format("'{}' is not an address; url: takes a host, or a host and the start of a path", text);
  const std::vector<std::string> known = known_names(field);
  const std::vector<std::string> near = nearest(slug_of(text), known, kMaxSuggested);
  std::string suggestion = suggestion_clause(near);
  if (near.empty() && !known.empty() && known.size() <= kMaxListedNames) {
    suggestion = "; known values are ";
    for (const std::string& name : known) suggestion += (&name == &known.front() ? "" : ", ") + name;
  }
  const bool is_slug = node.exact && (field.kind == FieldKind::council || field.kind == FieldKind::topic);
  return fmt::format("no {} {} '{}'{}", field.noun, is_slug ? "has the slug" : "is called", text, suggestion);
}

std::string FieldValues::missing_from(const Field& field, const std::vector<Token>& words) const {
  if (field.kind != FieldKind::name) return {};
  for (const Token& word : words) {
    const std::string start = make_term(field.words_prefix, word.term);  // a wildcard may follow
    if (!word.joined && database_.allterms_begin(start) == database_.allterms_end(start)) return word.term;
  }
  return {};
}

std::string FieldValues::other_meanings(const Node& node) const {
  const Field& field = *node.row;
  const std::string& text = node.text;
  if (field.kind != FieldKind::council || node.exact) return {};
  const std::string slug = slug_of(text);
  if (gazetteer().by_slug(slug) != nullptr) return {};
  const std::vector<const Council*> meant = gazetteer().resolve(text);
  const std::string longer = slug + "-";
  std::vector<std::string> others;
  for (const Council& council : gazetteer().councils()) {
    if (!council.slug.starts_with(longer)) continue;
    if (std::find(meant.begin(), meant.end(), &council) == meant.end()) others.emplace_back(council.slug);
  }
  if (meant.empty() || others.empty()) return {};
  return fmt::format("{}:{} was read as {}; there is also {}", field.name, text, alternatives(names_of(meant)),
                     alternatives(others));
}

FieldValue FieldValues::councils(const Field& field, const std::string& text) const {
  const bool with_family = text.ends_with('+');
  std::vector<const Council*> found = gazetteer().resolve(with_family ? text.substr(0, text.size() - 1) : text);
  if (with_family) {
    std::vector<const Council*> family;
    for (const Council* council : found) {
      for (const Council* member : gazetteer().family(*council)) {
        if (std::find(family.begin(), family.end(), member) == family.end()) family.push_back(member);
      }
    }
    found = std::move(family);
  }
  FieldValue value{{}, fmt::format("{} {}", field.says, alternatives(names_of(found)))};
  for (const Council* council : found) value.terms.push_back(make_term(field.exact_prefix, council->slug));
  return value;
}

FieldValue FieldValues::trait(const Field& field, const std::string& text) const {
  const std::string slug = slug_of(text);
  FieldValue value{{}, fmt::format("{} {}", field.says, slug)};
  for (const Council& council : gazetteer().councils()) {
    if (!slug.empty() && council.*trait_of(field) == slug)
      value.terms.push_back(make_term(field.exact_prefix, council.slug));
  }
  return value;
}

FieldValue FieldValues::topic(const Field& field, const std::string& text) const {
  const Topic* topic = find_topic_called(text);
  if (topic == nullptr) return {};
  return {{make_term(field.exact_prefix, topic->slug)}, fmt::format("{} {}", field.says, topic->label)};
}

void FieldValues::drop_empty_years(const Field& field, std::vector<std::string>& terms) const {
  const std::string years = make_term(field.exact_prefix, "Y");
  const std::vector<std::string> known(database_.allterms_begin(years), database_.allterms_end(years));  // sorted
  std::erase_if(terms, [&](const std::string& term) {
    return term.starts_with(years) && !std::binary_search(known.begin(), known.end(), term);
  });
}

std::optional<FieldValue> FieldValues::date(const Field& field, const std::string& text) const {
  auto range = parse_day_range(text, today_);
  if (!range) return std::nullopt;
  const Day first = range->first ? *range->first : *range->last;
  const Day last = range->last ? *range->last : *range->first;
  const bool since_then = range->from_now && (!range->last || field.id == FieldId::after);
  if (field.id == FieldId::before) *range = {std::nullopt, day_from_epoch(days_from_epoch(first) - 1)};
  if (field.id == FieldId::after) *range = {day_from_epoch(days_from_epoch(last) + 1), std::nullopt};
  // `7d..` are the last seven days; a later date is a slip or an event. Nothing is seen after today.
  if (since_then && field.id != FieldId::seen && range->first <= today_) range->last = today_;
  FieldValue value{{}, fmt::format("{} {}", field.says, describe(*range))};
  if (range->swapped)
    value.note = fmt::format("{}:{} runs backwards; it was read as {}", field.name, text, describe(*range));
  for (const std::string& term : covering_terms(*range, bounds_of(database_, *field.slot, today_)))
    value.terms.push_back(make_term(field.exact_prefix, term));
  if (value.terms.size() > kManyDateTerms) drop_empty_years(field, value.terms);
  return value;
}

FieldValue FieldValues::id(const Field& field, const std::string& text) const {
  return {terms_with_prefix(make_term(field.exact_prefix, ascii_lower(text))), fmt::format("{} {}…", field.says, text)};
}

FieldValue FieldValues::url(const Field& field, const std::string& text) const {
  const bool has_scheme = text.find("://") != std::string::npos;
  const std::string address = canonical_url(has_scheme ? text : "https://" + text);
  if (address.empty()) return {};
  FieldValue value{{make_term(field.exact_prefix, address)}, fmt::format("{} {}", field.says, address)};
  // Not a whole host or leading part of a path, but a prefix of one.
  if (!database_.term_exists(value.terms.front())) {
    for (const std::string& part : terms_with_prefix(value.terms.front())) {
      // Addresses below a part have that part too.
      const std::string& above = value.terms.back();
      const bool below = part.size() > above.size() && part.starts_with(above) && part[above.size()] == '/';
      if (!below) value.terms.push_back(part);
    }
    const auto whole = terms_with_prefix(make_term(kUrlPrefix, address));
    value.terms.insert(value.terms.end(), whole.begin(), whole.end());
  }
  return value;
}

FieldValue FieldValues::exact(const Field& field, const std::string& text) const {
  const std::string folded = fold_name(text);
  if (folded.empty()) return {};
  return {{make_term(field.exact_prefix, folded)}, fmt::format("{} {}", field.says, folded)};
}

/// A slug as a facet shows it. Slugs that are no longer in the list match if the archive has them.
FieldValue FieldValues::exact_slug(const Field& field, const std::string& text) const {
  const std::string slug = ascii_lower(text);
  std::string_view name;
  for (const ListedValue& listed : listed_values(field))
    if (listed.value == slug) name = listed.meaning;
  FieldValue value{{make_term(field.exact_prefix, slug)}, fmt::format("{} {}", field.says, name.empty() ? slug : name)};
  return name.empty() ? known_only(std::move(value)) : value;
}

FieldValue FieldValues::whole_address(const Field& field, const std::string& text) const {
  const std::string address = canonical_url(text.find("://") != std::string::npos ? text : "https://" + text);
  return known_only({{make_term(kUrlPrefix, address)}, fmt::format("{} {}", field.says, address)});
}

/// Removes terms that no article has.
FieldValue FieldValues::known_only(FieldValue value) const {
  std::erase_if(value.terms, [this](const std::string& term) { return !database_.term_exists(term); });
  return value;
}

std::vector<std::string> FieldValues::terms_with_prefix(const std::string& prefix) const {
  std::vector<std::string> terms;
  for (auto it = database_.allterms_begin(prefix); it != database_.allterms_end(prefix); ++it) {
    terms.push_back(*it);
    if (terms.size() == kMaxPrefixTerms) break;
  }
  return terms;
}

}  // namespace council_news
