#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/enrich/councils/name_table.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// The form of a name, from the adjacent words.
enum class NameForm {
  other,       ///< something else named after the place: a street, a person, a paper, a parish council
  plain,       ///< the name alone
  designated,  ///< with its council word: "Sandwell Council", "Norfolk CC", "London Borough of Camden"
  headed,  ///< with a plural council word, which applies to a whole list: "Eden and South Lakeland district councils"
};

/// A council's name in a passage, as a range of words.
struct NameMatch {
  const Name* name;
  const NameOwner* owner = nullptr;  ///< nullptr if it is certainly something else
  std::size_t first;                 ///< first word of the name itself
  std::size_t last;
  std::size_t begin;  ///< range including its council words
  std::size_t end;    ///< one past the last
  NameForm form = NameForm::other;
  Lifetime lifetime = Lifetime::other;
  bool trailing = false;      ///< "Leicester City": a kind without its noun, which a football club may have too
  bool maybe_within = false;  ///< "the Kent council": the county's, or that of another one within it
  bool homonym = false;  ///< shows that the name has another meaning in this text: "Mr Kent", "Boston, Massachusetts"

  bool is_area() const { return council_news::is_area(*owner->council); }
};

/// "HARROW A scheme": whether a name in capitals that ends before the word `end` is a run-in heading.
bool is_run_in_heading(const Passage& passage, std::size_t end);

/// The names of councils in a passage, with their forms. A shared word is expanded: "North and South Tyneside" is two
/// names.
std::vector<NameMatch> match_names(const Passage& passage, const NameTable& table, std::string_view day);

}  // namespace council_news
