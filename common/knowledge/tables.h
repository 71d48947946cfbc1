#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"

namespace council_news {

/// Something by which a council is found: a row of a table sorted by `text`, rows of one text in the order of
/// kCouncils.
struct CouncilKey {
  std::string_view text;
  std::uint16_t council;  ///< its place in kCouncils
};

// councils.tsv and topics.tsv beside this file (README.md says what the columns mean), as make_tables.cc writes them
// when the project is built: names folded, keys sorted, so that a program has nothing to do for them when it starts.
extern const std::span<const Council> kCouncils;  ///< authorities of today first, then by slug
extern const std::span<const CouncilKey> kCouncilSlugs;
extern const std::span<const CouncilKey> kCouncilNames;  ///< folded names, official names and aliases
extern const std::span<const CouncilKey> kCouncilHosts;
extern const std::span<const Topic> kTopics;

/// Hash of councils.tsv, by which a database knows which gazetteer it was written with.
extern const std::string_view kGazetteerVersion;

}  // namespace council_news
