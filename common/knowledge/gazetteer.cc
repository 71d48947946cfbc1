#include "common/knowledge/gazetteer.h"

#include <algorithm>
#include <array>

#include "common/knowledge/tables.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// What may stand before and after a place name to make an authority's name; longer ones first.
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

/// The rows of one key.
std::span<const CouncilKey> rows_of(std::span<const CouncilKey> table, std::string_view text) {
  const auto before = [](const CouncilKey& a, const CouncilKey& b) { return a.text < b.text; };
  const auto [first, last] = std::equal_range(table.begin(), table.end(), CouncilKey{text, 0}, before);
  return {first, last};
}

std::vector<const Council*> councils_of(std::span<const CouncilKey> rows) {
  std::vector<const Council*> councils;
  for (const CouncilKey& row : rows) councils.push_back(&kCouncils[row.council]);
  return councils;
}

}  // namespace

std::span<const Council> Gazetteer::councils() const { return kCouncils; }

const Council* Gazetteer::by_slug(std::string_view slug) const {
  const auto rows = rows_of(kCouncilSlugs, slug);
  return rows.empty() ? nullptr : &kCouncils[rows.front().council];
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
  for (const Council& council : kCouncils) {
    if (!council.gss.empty() && equal_ignoring_case(council.gss, lower)) return {&council};
  }
  const std::string folded = fold_name(text);
  if (auto found = by_name(folded); !found.empty()) return found;
  if (known != nullptr) return {known};
  return by_name(without_designators(folded));
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
