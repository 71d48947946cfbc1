#include "indexer/read/feed/people.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Words in the names of bodies, whose "and" joins no two people.
constexpr std::array<std::string_view, 22> kBodies = {
    "council",    "borough", "city",     "county",         "district", "team",  "press", "office",
    "department", "service", "services", "news",           "media",    "board", "group", "trust",
    "college",    "society", "company",  "communications", "union",    "staff"};

bool is_full_name(std::string_view name) {
  const auto words = std::count(name.begin(), name.end(), ' ') + 1;
  return words >= 2 && words <= 4 && name.find_first_of("0123456789") == std::string_view::npos;
}

bool is_body(std::string_view name) {
  const std::string lower = " " + ascii_lower(name) + " ";
  return std::any_of(kBodies.begin(), kBodies.end(), [&](std::string_view word) {
    return lower.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const auto part = trim(text.substr(0, end)); !part.empty()) parts.push_back(part);
    if (end == text.size()) return parts;
    text.remove_prefix(end + separator.size());
  }
}

/// The name in `address (Name)`, `Name (address)`, `Name <address>` and `By Name`; else `text`.
std::string_view name_of(std::string_view text) {
  for (const std::string_view brackets : {"()", "<>", "[]"}) {
    const auto open = text.find(brackets[0]);
    const auto close = text.find(brackets[1], open == std::string_view::npos ? text.size() : open);
    if (close == std::string_view::npos) continue;
    const std::string_view outside = trim(text.substr(0, open));
    const std::string_view inside = trim(text.substr(open + 1, close - open - 1));
    const bool outside_is_address = outside.empty() || outside.find('@') != std::string_view::npos;
    if (outside_is_address && !inside.empty()) return inside;
    if (inside.find('@') != std::string_view::npos) return outside;
  }
  if (equal_ignoring_case(text.substr(0, 3), "by ")) return trim(text.substr(3));
  return text;
}

/// `text` parted at `separator`, if every part passes `is_person`; else as it is.
template <typename IsPerson>
std::vector<std::string_view> split_people(std::string_view text, std::string_view separator, IsPerson is_person) {
  std::vector<std::string_view> parts = split(text, separator);
  if (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), is_person)) return {text};
  return parts;
}

}  // namespace

std::vector<std::string> people_in(std::string_view text) {
  std::vector<std::string> people;
  const bool body = is_body(text);
  const auto joins_people = [&](std::string_view name) { return !body && name.find(' ') != std::string_view::npos; };
  for (const std::string_view one : split(text, ";")) {
    for (const std::string_view joined : split_people(name_of(one), " and ", joins_people)) {
      for (const std::string_view person : split_people(joined, ",", is_full_name)) {
        if (!person.empty()) people.emplace_back(person);
      }
    }
  }
  return people;
}

}  // namespace council_news
