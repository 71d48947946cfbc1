#pragma once

#include <string_view>
#include <vector>

#include "indexer/enrich/councils/name_match.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// An authority meant but not named, "the council", "the city's leader", "councillors", or several, "the three
/// councils".
struct AuthorityReference {
  /// The kind that was said (`city`, `borough`, `county`, `district`), `its` for "its leader", or nothing. A constant.
  std::string_view kind;
  std::size_t count = 1;  ///< how many are meant; 0 when the text does not say, but more than one
  bool operator==(const AuthorityReference&) const = default;
};

/// What the words of a passage say of authorities without naming one.
struct AuthorityWords {
  std::vector<bool> civic;    ///< by sentence: does it speak of local authorities?
  bool civic_before = false;  ///< did the passage before?
  bool any_civic = false;
  bool parliament = false;  ///< does the passage speak of Parliament?
  bool elections = false;   ///< is the whole text about elections to councils?

  void mark(std::size_t sentence) { any_civic = civic[sentence] = true; }
  /// Does the sentence speak of authorities, or the one before it?
  bool goes_on(std::size_t sentence) const {
    return civic[sentence] || (sentence == 0 ? civic_before : civic[sentence - 1]);
  }
  int sport = 0;               ///< words of sport
  int affairs = 0;             ///< words of what mostly authorities see to
  bool other_council = false;  ///< names a council that is no local authority of ours: parish, youth, Arts Council

  std::vector<AuthorityReference> references;
};

AuthorityWords read_authority_words(const Passage& passage, const std::vector<NameMatch>& matches);

}  // namespace council_news
