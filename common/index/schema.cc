#include "common/index/schema.h"

#include <algorithm>

#include "common/hash.h"
#include "common/index/relations.h"
#include "common/named_rows.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr bool is_name(std::string_view name) {
  constexpr std::size_t kMaxSize = 20;  // the lexer reads no longer name as a field
  return !name.empty() && name.size() <= kMaxSize && std::all_of(name.begin(), name.end(), is_ascii_lower);
}

constexpr bool rows_are_complete() {
  return std::all_of(kFields.begin(), kFields.end(), [](const Field& row) {
    return is_name(row.name) && !row.noun.empty() && !row.says.empty() && !row.help.empty() &&
           row.example.size() > row.name.size() + 1 && row.example.starts_with(row.name) &&
           row.example[row.name.size()] == ':' && (row.kind != FieldKind::date || row.slot);
  });
}

/// Whether `name` is in `list`, a space-separated list.
constexpr bool is_among(std::string_view name, std::string_view list) {
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    if (list.substr(begin, end - begin) == name) return true;
    begin = end + 1;
  }
  return false;
}

constexpr bool names_are_unique() {
  for (const Field& row : kFields) {
    for (const Field& other : kFields) {
      if (is_among(row.name, other.other_names)) return false;
      if (row.id != other.id && row.name == other.name) return false;
    }
  }
  return true;
}

/// Empty, or one capital that no term outside the fields uses, or `X`, capitals and a colon.
constexpr bool is_prefix(std::string_view prefix) {
  constexpr std::string_view kReserved = "DMYXZ";  // dates without a prefix, long prefixes, stems
  if (prefix.empty()) return true;
  if (prefix.size() == 1) return is_ascii_upper(prefix[0]) && kReserved.find(prefix[0]) == std::string_view::npos;
  return prefix.size() > 2 && prefix.front() == 'X' && prefix.back() == ':' &&
         std::all_of(prefix.begin(), prefix.end() - 1, is_ascii_upper);
}

/// Whether two fields may share terms: traits use those of their councils, bounds of dates those of the date.
constexpr bool share_terms(const Field& a, const Field& b) {
  const auto by_council = [](const Field& row) { return row.kind == FieldKind::trait || row.id == FieldId::council; };
  return (by_council(a) && by_council(b)) || (a.kind == FieldKind::date && b.kind == FieldKind::date);
}

constexpr bool prefixes_do_not_clash() {
  constexpr std::string_view kOthers[] = {kUrlPrefix, kBandPrefix, kGroupPrefix, kPublisherPrefix};
  for (const Field& row : kFields) {
    if (!is_prefix(row.words_prefix) || !is_prefix(row.exact_prefix)) return false;
    if (row.exact_prefix.empty() && row.words_prefix.empty() && row.kind != FieldKind::date) return false;
    for (const std::string_view prefix : {row.words_prefix, row.exact_prefix}) {
      if (prefix.empty()) continue;
      for (const std::string_view other : kOthers)
        if (prefix == other) return false;
      for (const Field& other : kFields) {
        if (row.id == other.id
                ? row.words_prefix == row.exact_prefix
                : prefix == other.words_prefix || (prefix == other.exact_prefix && !share_terms(row, other)))
          return false;
      }
    }
  }
  return true;
}

static_assert(rows_are_in_order(kFields), "kFields needs the order of FieldId");
static_assert(rows_are_complete(), "each row needs a lower-case name, noun, says, help and an example of it");
static_assert(names_are_unique(), "a name is used twice, or is another field's other name");
static_assert(prefixes_do_not_clash(), "a prefix must be one free capital, or X, capitals and a colon, and unique");

}  // namespace

const Field* find_field(std::string_view name) {
  const auto it = std::find_if(kFields.begin(), kFields.end(), [&](const Field& field) { return field.name == name; });
  return it == kFields.end() ? nullptr : &*it;
}

std::string make_term(std::string_view prefix, std::string_view value) {
  constexpr std::size_t kXapianLimit = 245;
  constexpr std::size_t kHashSize = 32;
  std::string term(prefix);
  term += value;
  // Xapian counts a zero byte twice.
  const auto size = term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (size <= kXapianLimit) return term;
  const std::string hash = hash_hex(term);
  std::erase(term, '\0');
  term.resize(std::min(term.size(), kXapianLimit - kHashSize));
  return term + hash;
}

}  // namespace council_news
