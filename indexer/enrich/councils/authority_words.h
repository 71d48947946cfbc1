#pragma once

#include <string_view>
#include <vector>

#include "indexer/enrich/councils/name_match.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// A reference to an unnamed authority, "the council", "the city's leader", "councillors", or to several, "the three
/// councils".
struct AuthorityReference {
  /// The kind in the text (`city`, `borough`, `county`, `district`), `its` for "its leader", or empty. Points to a
  /// constant.
  std::string_view kind;
  std::size_t count = 1;  ///< number of authorities; 0 for an unknown number greater than 1
  bool operator==(const AuthorityReference&) const = default;
};

/// The words of a passage that are about authorities without naming one.
struct AuthorityWords {
  std::vector<bool> civic;    ///< by sentence: whether it is about local authorities
  bool civic_before = false;  ///< whether the previous passage is
  bool any_civic = false;
  bool parliament = false;  ///< the passage is about Parliament
  bool elections = false;   ///< the whole text is about council elections

  void mark(std::size_t sentence) { any_civic = civic[sentence] = true; }
  /// Whether the sentence or the previous one is about authorities.
  bool goes_on(std::size_t sentence) const {
    return civic[sentence] || (sentence == 0 ? civic_before : civic[sentence - 1]);
  }
  int sport = 0;               ///< number of sport words
  int affairs = 0;             ///< number of words for business that is mostly local authorities'
  bool other_council = false;  ///< names a council that is not a local authority: parish, youth, Arts Council

  std::vector<AuthorityReference> references;
};

AuthorityWords read_authority_words(const Passage& passage, const std::vector<NameMatch>& matches);

}  // namespace council_news
