#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/knowledge/gazetteer.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// An authority with a given name.
struct NameOwner {
  const Council* council;
  bool safe;      ///< on its own in council news the name means this place; otherwise it needs more evidence
  bool official;  ///< the authority's complete name, including council words
};

/// A name of one or more authorities, including abolished ones.
struct Name {
  std::vector<std::string> words;
  std::vector<NameOwner> owners;  ///< current authorities first
  bool capitals;                  ///< counts only in capitals: `KCC`
};

/// The names of all councils, by their words.
class NameTable {
 public:
  explicit NameTable(const Gazetteer& gazetteer);

  /// The longest name that begins with the word `at`, after skipping the `skip` longest ones. Its words are adjacent
  /// and have capitals where names have them. nullptr if there is none.
  const Name* longest_at(const Passage& passage, std::size_t at, std::size_t skip = 0) const;

  /// The name with exactly those words.
  const Name* find(std::span<const std::string_view> words) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  void add(std::string_view folded, NameOwner owner, bool capitals = false);

  std::unordered_map<std::string, std::vector<Name>, Hash, std::equal_to<>> by_first_word_;  ///< longest first
};

/// Whether an authority existed on a given day.
enum class Lifetime {
  other,   ///< long before or after it existed
  maybe,   ///< the day is unknown, and it was abolished fairly recently
  near,    ///< begins within two years, or ended at most a year ago: news still names it without its council words
  within,  ///< existed on that day
};
Lifetime lifetime_of(const Council& council, std::string_view day);

/// The authority meant among those with the same name: one that fits the council words and existed on the day
/// (`YYYY-MM-DD`; empty means today). `ended` requires an abolished one ("the former Dorset County Council"). nullptr
/// if none fits the council words: "Durham City Council" is not Durham County Council.
const NameOwner* choose_owner(const Name& name, std::span<const std::string_view> designators, std::string_view day,
                              bool ended = false);

/// Whether it is an area that contains other authorities (a county or region), so that its name alone may be mere
/// geography.
bool is_area(const Council& council);

}  // namespace council_news
