#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/enrich/councils/authority_words.h"
#include "indexer/enrich/councils/name_lists.h"
#include "indexer/enrich/councils/name_match.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// How surely a name in a text stands for an authority. What is more stands higher.
enum class NameEvidence : std::uint8_t {
  place,    ///< the place, and no more by these words alone
  bare,     ///< the place alone, but it acts as an authority or the sentence is about authorities
  office,   ///< by an office, a party or a list: "Sandwell's leader", "Labour-run Bromley", "councils such as Bury"
  council,  ///< with a council word: "Sandwell Council", "Norfolk CC", "London Borough of Camden"
};

/// What the words around a name say.
struct NameReading {
  NameEvidence evidence = NameEvidence::place;
  bool aside = false;     ///< named by the way: "formerly of", "(Lab, Ealing)"
  bool doubtful = false;  ///< its capital says nothing, as it begins its sentence, and it is also a common word
  bool acts = false;      ///< it does what authorities do: "Sunderland has signed"
  bool civic = false;     ///< its office is one that only authorities have: "Lambeth housing chief", "Labour-run"
  bool where = false;     ///< it says where something is: "shops in Leeds"
  bool served = false;    ///< it says where a service is, or a vote: "schools in Islington"
  bool local = false;     ///< it says where someone or something is from: "Leeds man", "Exeter's Northcott"
};

/// The evidence for each name of a list. `in_list_context` says that the text before announced a list of authorities.
std::vector<NameReading> read_list(const Passage& passage, const std::vector<NameMatch>& matches, NameList list,
                                   const AuthorityWords& words, bool in_list_context);

}  // namespace council_news
