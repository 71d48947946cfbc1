#include "common/knowledge/gazetteer.h"

#include <algorithm>
#include <array>

#include "common/knowledge/table.h"
#include "common/knowledge/tables.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::string_view kHeader =
    "slug\tgss\tname\tofficial_name\tkind\tnation\tregion\tcounty\tstarted\tended\tpredecessors\tsuccessors\tdomains\t"
    "bare\taliases";

/// Longest alias that is read as initials when it has no small letter.
constexpr std::size_t kLongestInitials = 6;

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

bool is_capitals(std::string_view text) {
  return text.size() <= kLongestInitials &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '&'; });
}

Council read_council(const std::vector<std::string_view>& cells) {
  Council council;
  council.slug = cells[0];
  council.gss = cells[1];
  council.name = cells[2];
  council.official_name = cells[3];
  council.kind = cells[4];
  council.nation = cells[5];
  council.region = cells[6];
  council.county = cells[7];
  council.started = cells[8];
  council.ended = cells[9];
  council.predecessors = split(cells[10], '|');
  council.successors = split(cells[11], '|');
  council.domains = split(cells[12], '|');
  council.names.push_back({fold_name(council.name), cells[13] == "plain", false});
  for (std::string_view alias : split(cells[14], '|')) {
    const bool safe = !alias.ends_with('?');
    if (!safe) alias.remove_suffix(1);
    council.names.push_back({fold_name(alias), safe, is_capitals(alias)});
  }
  return council;
}

}  // namespace

Gazetteer::Gazetteer(std::string_view table) {
  for (const auto& cells : read_table(table, kHeader)) councils_.push_back(read_council(cells));
  // Authorities of today first, in every look-up.
  std::stable_partition(councils_.begin(), councils_.end(), [](const Council& c) { return c.is_current(); });
  for (const Council& council : councils_) {
    by_slug_.emplace(council.slug, &council);
    for (const std::string_view domain : council.domains) by_domain_[domain].push_back(&council);
    add_name(fold_name(council.official_name), council);
    for (const CouncilName& name : council.names) add_name(name.text, council);
  }
}

void Gazetteer::add_name(const std::string& folded, const Council& council) {
  auto& known = by_name_[folded];
  if (std::find(known.begin(), known.end(), &council) == known.end()) known.push_back(&council);
}

const Council* Gazetteer::by_slug(std::string_view slug) const {
  const auto it = by_slug_.find(slug);
  return it == by_slug_.end() ? nullptr : it->second;
}

std::vector<const Council*> Gazetteer::by_host(std::string_view host) const {
  while (!host.empty()) {
    if (const auto it = by_domain_.find(host); it != by_domain_.end()) return it->second;
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  return {};
}

std::vector<const Council*> Gazetteer::by_name(std::string_view folded) const {
  const auto it = by_name_.find(std::string(folded));
  return it == by_name_.end() ? std::vector<const Council*>{} : it->second;
}

std::vector<const Council*> Gazetteer::family(const Council& council) const {
  std::vector<const Council*> members{&council};
  const auto follow = [&](std::vector<std::string_view> Council::*links) {
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
  if (const Council* council = by_slug(lower)) return {council};
  for (const Council& council : councils_) {
    if (!council.gss.empty() && equal_ignoring_case(council.gss, lower)) return {&council};
  }
  const std::string folded = fold_name(text);
  if (auto found = by_name(folded); !found.empty()) return found;
  return by_name(without_designators(folded));
}

const Gazetteer& gazetteer() {
  static const Gazetteer instance(kCouncilsTable);
  return instance;
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
