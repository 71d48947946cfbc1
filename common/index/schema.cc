#include "common/index/schema.h"

#include <algorithm>

#include "common/hash.h"
#include "common/index/relations.h"
#include "common/named_rows.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr bool is_name(std::string_view name) {
  constexpr std::size_t kLongest = 20;  // longer names are no fields to the lexer
  return !name.empty() && name.size() <= kLongest && std::all_of(name.begin(), name.end(), is_ascii_lower);
}

constexpr bool rows_are_complete() {
  return std::all_of(kFields.begin(), kFields.end(), [](const Field& row) {
    return is_name(row.name) && !row.noun.empty() && !row.says.empty() && !row.help.empty() &&
           row.example.size() > row.name.size() + 1 && row.example.starts_with(row.name) &&
           row.example[row.name.size()] == ':' && (row.kind != FieldKind::date || row.slot);
  });
}

/// Is `name` one of `list`, whose names are separated by spaces?
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

/// None, or one capital that no term has that is not a field's, or `X`, capitals and a colon.
constexpr bool is_prefix(std::string_view prefix) {
  constexpr std::string_view kTaken = "DMYXZ";  // dates without a prefix, long prefixes, stems
  if (prefix.empty()) return true;
  if (prefix.size() == 1) return is_ascii_upper(prefix[0]) && kTaken.find(prefix[0]) == std::string_view::npos;
  return prefix.size() > 2 && prefix.front() == 'X' && prefix.back() == ':' &&
         std::all_of(prefix.begin(), prefix.end() - 1, is_ascii_upper);
}

/// May two fields be asked by the same terms? Traits by those of their councils, ends of dates by those of the date.
constexpr bool share_terms(const Field& a, const Field& b) {
  const auto by_council = [](const Field& row) { return row.kind == FieldKind::trait || row.id == FieldId::council; };
  return (by_council(a) && by_council(b)) || (a.kind == FieldKind::date && b.kind == FieldKind::date);
}

constexpr bool prefixes_do_not_clash() {
  constexpr std::string_view kOthers[] = {kUrlPrefix, kVersionPrefix, kBandPrefix, kGroupPrefix, kParagraphPrefix};
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

static_assert(rows_are_in_order(kFields), "kFields has its rows in the order of FieldId");
static_assert(rows_are_complete(), "each row has a name of lower-case letters, noun, says, help, and an example of it");
static_assert(names_are_unique(), "two fields have one name, or one has another's as an other name");
static_assert(prefixes_do_not_clash(), "a prefix is one free capital, or X, capitals and a colon, and no other's");

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
