#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "searcher/answer/given.h"

namespace council_news {

/// What of a search is new to its reader.
struct NewMatches {
  std::vector<NewMatch> matches;          ///< in the order of the search
  std::vector<std::uint64_t> recognised;  ///< identities of articles given under another of their identities
};

/// The matches that were not given. `every` are all of a search, collapsed by kIdSlot: the keys come with them, so that
/// an article whose id was given costs no look at its document. Of the others, one is known that has any given identity
/// to itself: an identity that another article has too, as an address used again for another story, tells nothing.
NewMatches not_given(const Xapian::Database& database, const Xapian::MSet& every, const GivenIds& given);

/// The keys of all identities of an article.
std::vector<std::uint64_t> identity_keys(const Xapian::Document& document);

/// The document of a match. It is looked up by its key if the database was replaced since by one with other document
/// numbers. Nothing if it has been deleted.
std::optional<Xapian::Document> document_of(const Xapian::Database& database, const NewMatch& match);

}  // namespace council_news
