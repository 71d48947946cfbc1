#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/knowledge/gazetteer.h"
#include "indexer/enrich/councils/name_elections.h"
#include "indexer/enrich/councils/name_evidence.h"
#include "indexer/enrich/councils/name_table.h"

namespace council_news {

/// A mention of a council in a passage, or of a place that may stand for it.
struct NamedCouncil {
  const Council* council;
  const Name* name;  ///< the name used; nullptr for the address of its site
  NameEvidence evidence;
  std::size_t begin;  ///< byte range of the name including its council words
  std::size_t end;
  std::uint32_t list;  ///< number of its list within the passage
  bool safe;           ///< the name on its own certainly means this place
  bool in_use;         ///< the authority existed then, or nearly so
  bool passing;        ///< a passing mention ("formerly of"), or abolished by then
  bool doubtful;       ///< a common word at the beginning of a sentence, or half of another name: "Leicester City"
  bool acts;           ///< does what authorities do: "Sunderland has signed"
  bool origin;         ///< the origin of someone or something: "Leeds man"
  bool location;       ///< the location of something: "shops in Leeds"
  bool service;        ///< the location of a public service: "schools in Islington"
  bool maybe_within;   ///< "the Kent council": another council within it, if the article names one
};

/// The information about councils in a passage.
struct PassageReading {
  std::vector<NamedCouncil> names;             ///< in text order
  std::vector<AuthorityReference> references;  ///< references to unnamed authorities
  std::vector<const Name*> homonyms;           ///< names that mean something else in this text: "Mr Kent"
  bool civic = false;                          ///< the passage is about local authorities
  ElectionTalk elections;
  int civic_sentences = 0;  ///< number of sentences about local authorities
  int sport_words = 0;
  int affairs_words = 0;        ///< words for business that is mostly local authorities'
  bool other_council = false;   ///< names another kind of council: parish, youth, Arts Council
  bool announces_list = false;  ///< is about authorities and ends in a colon, or continues a list
};

/// The context of a passage.
struct PassageContext {
  /// Publication date, `YYYY-MM-DD`, for choosing among authorities with the same name; empty means today.
  std::string_view day;
  bool in_list = false;    ///< the previous passage announced a list
  bool civic = false;      ///< the previous passage was about local authorities
  bool elections = false;  ///< the whole text is about council elections
};

/// Finds the names of councils in running text, in one pass over its words.
class CouncilNameFinder {
 public:
  explicit CouncilNameFinder(const Gazetteer& gazetteer) : table_(gazetteer) {}

  /// Reads a headline or a paragraph. Leaves out names that are certainly something else, "Durham Road".
  PassageReading read(std::string_view passage, const PassageContext& context) const;

 private:
  NameTable table_;
};

}  // namespace council_news
