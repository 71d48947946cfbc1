#include "common/knowledge/gazetteer.h"

#include <algorithm>
#include <array>

#include "common/knowledge/tables.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Words before and after a place name in an authority's name; longer ones first.
constexpr std::array<std::string_view, 11> kBefore{"the royal borough of ",
                                                   "royal borough of ",
                                                   "london borough of ",
                                                   "metropolitan borough of ",
                                                   "city and county of ",
                                                   "county borough of ",
                                                   "district of ",
                                                   "borough of ",
                                                   "city of ",
                                                   "county of ",
                                                   "the "};
constexpr std::array<std::string_view, 22> kAfter{" metropolitan borough council",
                                                  " metropolitan district council",
                                                  " city and district council",
                                                  " county borough council",
                                                  " royal borough council",
                                                  " and county council",
                                                  " borough council",
                                                  " district council",
                                                  " county council",
                                                  " city council",
                                                  " islands council",
                                                  " unitary authority",
                                                  " council",
                                                  " mbc",
                                                  " mdc",
                                                  " rlbc",
                                                  " lbc",
                                                  " cbc",
                                                  " bc",
                                                  " cc",
                                                  " dc",
                                                  " borough"};

/// The generated tables as struct Council, converted on first use.
struct Councils {
  std::vector<std::string_view> parts;
  std::vector<CouncilName> names;
  std::vector<Council> rows;

  Councils() {
    parts.reserve(kCouncilParts.size());
    names.reserve(kCouncilNameRows.size());
    rows.reserve(kCouncilRows.size());
    for (const TableText part : kCouncilParts) parts.push_back(text_of(part));
    for (const CouncilNameRow& row : kCouncilNameRows) names.push_back({text_of(row.text), row.safe, row.capitals});
    for (const CouncilRow& row : kCouncilRows) rows.push_back(council_of(row));
  }

 private:
  Council council_of(const CouncilRow& row) const {
    const auto of = [this](TableList list) { return list_of(list, parts); };
    return {text_of(row.slug),    text_of(row.gss),         text_of(row.name),    text_of(row.official_name),
            text_of(row.kind),    text_of(row.nation),      text_of(row.region),  text_of(row.county),
            text_of(row.started), text_of(row.ended),       of(row.predecessors), of(row.successors),
            of(row.domains),      list_of(row.names, names)};
  }
};

std::span<const Council> all_councils() {
  static const Councils councils;
  return councils.rows;
}

/// The rows with one key.
std::span<const CouncilKey> rows_of(std::span<const CouncilKey> table, std::string_view text) {
  struct Before {
    bool operator()(const CouncilKey& key, std::string_view wanted) const { return text_of(key.text) < wanted; }
    bool operator()(std::string_view wanted, const CouncilKey& key) const { return wanted < text_of(key.text); }
  };
  const auto [first, last] = std::equal_range(table.begin(), table.end(), text, Before{});
  return {first, last};
}

std::vector<const Council*> councils_of(std::span<const CouncilKey> rows) {
  std::vector<const Council*> councils;
  for (const CouncilKey& row : rows) councils.push_back(&all_councils()[row.council]);
  return councils;
}

}  // namespace

std::span<const Council> Gazetteer::councils() const { return all_councils(); }

const Council* Gazetteer::by_slug(std::string_view slug) const {
  const auto rows = rows_of(kCouncilSlugs, slug);
  return rows.empty() ? nullptr : &all_councils()[rows.front().council];
}

std::vector<const Council*> Gazetteer::by_host(std::string_view host) const {
  while (!host.empty()) {
    if (const auto rows = rows_of(kCouncilHosts, host); !rows.empty()) return councils_of(rows);
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  return {};
}

std::vector<const Council*> Gazetteer::by_name(std::string_view folded) const {
  return councils_of(rows_of(kCouncilNames, folded));
}

std::vector<const Council*> Gazetteer::family(const Council& council) const {
  std::vector<const Council*> members{&council};
  const auto follow = [&](std::span<const std::string_view> Council::*links) {
    std::vector<const Council*> open{&council};
    while (!open.empty()) {
      const Council* one = open.back();
      open.pop_back();
      for (const std::string_view slug : one->*links) {
        const Council* other = by_slug(slug);
        if (other == nullptr || std::find(members.begin(), members.end(), other) != members.end()) continue;
        members.push_back(other);
        open.push_back(other);
      }
    }
  };
  follow(&Council::predecessors);
  follow(&Council::successors);
  std::stable_partition(members.begin(), members.end(), [](const Council* c) { return c->is_current(); });
  return members;
}

std::vector<const Council*> Gazetteer::resolve(std::string_view text) const {
  const std::string lower = ascii_lower(trim(text));
  const Council* known = by_slug(lower);
  if (known != nullptr && known->is_current()) return {known};
  for (const Council& council : all_councils()) {
    if (!council.gss.empty() && equal_ignoring_case(council.gss, lower)) return {&council};
  }
  const std::string folded = fold_name(text);
  if (auto found = by_name(folded); !found.empty()) return found;
  if (known != nullptr) return {known};
  return by_name(without_designators(folded));
}

std::string council_name(std::string_view slug) {
  const auto rows = rows_of(kCouncilSlugs, slug);
  return std::string(rows.empty() ? slug : text_of(kCouncilRows[rows.front().council].name));
}

std::string without_designators(std::string_view folded) {
  for (const std::string_view before : kBefore) {
    if (!folded.starts_with(before)) continue;
    folded.remove_prefix(before.size());
    break;
  }
  for (const std::string_view after : kAfter) {
    if (!folded.ends_with(after)) continue;
    folded.remove_suffix(after.size());
    break;
  }
  return std::string(folded);
}

}  // namespace council_news
