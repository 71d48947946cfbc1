#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/knowledge/gazetteer.h"
#include "common/text/tokeniser.h"

namespace council_news {

/// How surely a name in a text stands for an authority.
enum class NameEvidence {
  bare,     ///< the place alone; safe by the gazetteer, in a sentence about councils
  council,  ///< with a council word: "Sandwell Council", "Norfolk CC", "London Borough of Camden", "sandwell.gov.uk"
};

/// A council named in a passage.
struct NamedCouncil {
  const Council* council;
  NameEvidence evidence;
  std::size_t begin;  ///< byte range of the name with its council words
  std::size_t end;
};

/// Finds the names of councils in running text, in one pass over its words.
class CouncilNameFinder {
 public:
  explicit CouncilNameFinder(const Gazetteer& gazetteer);

  /// The councils that `passage` names, in order. `year` is when it was published, to tell an authority from its
  /// successor of the same name; 0 when not known.
  std::vector<NamedCouncil> find(std::string_view passage, int year) const;

 private:
  struct Name {
    std::vector<std::string> words;
    std::vector<const Council*> councils;
    bool safe;
    bool official;  ///< an authority's whole name, council words included
  };

  void add(const std::string& folded, const Council& council, bool safe, bool official);
  const Name* longest_at(const std::vector<Token>& tokens, std::size_t at) const;

  std::unordered_map<std::string, std::vector<Name>> by_first_word_;  ///< longest first
};

}  // namespace council_news
