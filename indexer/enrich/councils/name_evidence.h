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

/// How certainly a name in a text stands for an authority, in ascending order.
enum class NameEvidence : std::uint8_t {
  place,    ///< only the place, as far as these words show
  bare,     ///< the place alone, but it acts as an authority or the sentence is about authorities
  office,   ///< beside an office, a party or in a list: "Sandwell's leader", "Labour-run Bromley", "councils such as
            ///< Bury"
  council,  ///< with a council word: "Sandwell Council", "Norfolk CC", "London Borough of Camden"
};

/// The information in the words around a name.
struct NameReading {
  NameEvidence evidence = NameEvidence::place;
  bool passing = false;   ///< a passing mention: "formerly of", "(Lab, Ealing)"
  bool doubtful = false;  ///< a common word whose capital is due to its position at the beginning of a sentence
  bool acts = false;      ///< does what authorities do: "Sunderland has signed"
  bool civic = false;     ///< has an office that only authorities have: "Lambeth housing chief", "Labour-run"
  bool location = false;  ///< the location of something: "shops in Leeds"
  bool service = false;   ///< the location of a public service or a vote: "schools in Islington"
  bool origin = false;    ///< the origin of someone or something: "Leeds man", "Exeter's Northcott"
};

/// The evidence for each name of a list. `in_list_context`: the preceding text announced a list of authorities.
std::vector<NameReading> read_list(const Passage& passage, const std::vector<NameMatch>& matches, NameList list,
                                   const AuthorityWords& words, bool in_list_context);

}  // namespace council_news
