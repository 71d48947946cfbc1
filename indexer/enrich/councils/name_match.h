#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/enrich/councils/name_table.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// What a name is by the words that touch it.
enum class NameForm {
  other,       ///< another thing called after the place: a street, a person, a paper, a parish council
  plain,       ///< the name alone
  designated,  ///< with its council word: "Sandwell Council", "Norfolk CC", "London Borough of Camden"
  headed,      ///< with a plural one, which speaks for a whole list: "Eden and South Lakeland district councils"
};

/// A council's name in a passage, as word numbers.
struct NameMatch {
  const Name* name;
  const NameOwner* owner;  ///< nullptr for what is surely another thing
  std::size_t first;       ///< of the name itself
  std::size_t last;
  std::size_t begin;  ///< with its council words
  std::size_t end;    ///< one behind
  NameForm form;
  Lifetime lifetime = Lifetime::other;
  bool trailing = false;      ///< "Leicester City": a kind without its noun, which a football club has too
  bool maybe_within = false;  ///< "the Kent council": the county's, or that of another one within
  bool stranger = false;  ///< shows that the name means something else in this text: "Mr Kent", "Boston, Massachusetts"

  bool is_area() const { return council_news::is_area(*owner->council); }
};

/// "HARROW A scheme": does a name in capitals that ends before the word `end` head its paragraph?
bool is_run_in_heading(const Passage& passage, std::size_t end);

/// The names of councils in a passage, and what the words beside each make of it. What is spelt out in part, "North
/// and South Tyneside", is two names.
std::vector<NameMatch> match_names(const Passage& passage, const NameTable& table, std::string_view day);

}  // namespace council_news
