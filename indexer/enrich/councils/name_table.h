#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/knowledge/gazetteer.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// An authority that goes by a name.
struct NameOwner {
  const Council* council;
  bool safe;      ///< standing alone in council news the name means this place; else it wants more evidence
  bool official;  ///< it is the authority's whole name, council words included
};

/// A name that one or more authorities go by, abolished ones among them.
struct Name {
  std::vector<std::string> words;
  std::vector<NameOwner> owners;  ///< authorities of today first
  bool capitals;                  ///< counts only if written so: `KCC`
};

/// The names of all councils, by their words.
class NameTable {
 public:
  explicit NameTable(const Gazetteer& gazetteer);

  /// The longest name that begins with the word `at`, longer than none before: `skip` names are passed over. Its words
  /// stand side by side, with capitals where names have them. nullptr when there is none.
  const Name* longest_at(const Passage& passage, std::size_t at, std::size_t skip = 0) const;

  /// The name of exactly those words.
  const Name* find(std::span<const std::string_view> words) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  void add(std::string_view folded, NameOwner owner, bool capitals);

  std::unordered_map<std::string, std::vector<Name>, Hash, std::equal_to<>> by_first_word_;  ///< longest first
};

/// When an authority existed, seen from a day.
enum class Lifetime {
  other,   ///< long before or after
  maybe,   ///< the day is not known, and it is gone since not very long
  near,    ///< to come within two years, or gone for a year at most: news still names it without its council words
  within,  ///< on that day
};
Lifetime lifetime_of(const Council& council, std::string_view day);

/// Which of several authorities of one name is meant: one that its council words fit and that existed on the day
/// (`YYYY-MM-DD`; empty means today). `ended` asks for one that is no more ("the former Dorset County Council").
/// nullptr when the council words fit none: "Durham City Council" is not Durham County Council.
const NameOwner* choose_owner(const Name& name, std::span<const std::string_view> designators, std::string_view day,
                              bool ended);

/// Is it an area with other authorities in it, so that its name alone may be mere geography? Counties and regions.
bool is_area(const Council& council);

}  // namespace council_news
