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

/// A council named in a passage, or a place that may stand for it.
struct NamedCouncil {
  const Council* council;
  const Name* name;  ///< by which it goes here; nullptr for the address of its site
  NameEvidence evidence;
  std::size_t begin;  ///< byte range of the name with its council words
  std::size_t end;
  std::uint32_t list;  ///< number of the list in its passage that it stands in
  bool safe;           ///< the name alone surely means this place
  bool in_use;         ///< the authority existed then, or nearly so
  bool aside;          ///< named by the way: "formerly of"; or abolished by then
  bool doubtful;       ///< a common word that begins its sentence, or half of another name: "Leicester City"
  bool acts;           ///< it does what authorities do: "Sunderland has signed"
  bool local;          ///< it says where someone or something is from: "Leeds man"
  bool where;          ///< it says where something is: "shops in Leeds"
  bool served;         ///< of a service there: "schools in Islington"
  bool maybe_within;   ///< "the Kent council": another one within, if the article names such a one
};

/// What a passage says of councils.
struct PassageReading {
  std::vector<NamedCouncil> names;             ///< in order
  std::vector<AuthorityReference> references;  ///< authorities meant and not named
  std::vector<const Name*> strangers;          ///< names that mean something else in this text: "Mr Kent"
  bool civic = false;                          ///< it speaks of local authorities
  ElectionTalk elections;                      ///< what it says of elections
  int civic_sentences = 0;                     ///< those that do
  int sport_words = 0;
  int affairs_words = 0;        ///< of what mostly authorities see to
  bool other_council = false;   ///< it names a council of another kind: parish, youth, Arts Council
  bool announces_list = false;  ///< it speaks of authorities and ends in a colon, or goes on with a list
};

/// What came before a passage.
struct PassageContext {
  std::string_view day;    ///< of publication, `YYYY-MM-DD`, to tell authorities of one name apart; empty means today
  bool in_list = false;    ///< the passage before announced a list
  bool civic = false;      ///< the passage before spoke of local authorities
  bool elections = false;  ///< the whole text is about elections to councils
};

/// Finds the names of councils in running text, in one pass over its words.
class CouncilNameFinder {
 public:
  explicit CouncilNameFinder(const Gazetteer& gazetteer) : table_(gazetteer) {}

  /// Reads a headline or a paragraph. Names that are surely other things, "Durham Road", are left out.
  PassageReading read(std::string_view passage, const PassageContext& context) const;

 private:
  NameTable table_;
};

}  // namespace council_news
