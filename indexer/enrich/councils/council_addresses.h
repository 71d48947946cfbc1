#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/knowledge/gazetteer.h"

namespace council_news {

/// The address of a council's site in running text: `www.leeds.gov.uk/bins`, `press@leeds.gov.uk`.
struct CouncilAddress {
  const Council* council;
  std::size_t begin;  ///< byte range of the host name
  std::size_t end;
};

/// The addresses in a passage, except those of sites that several councils share.
std::vector<CouncilAddress> find_council_addresses(std::string_view passage);

}  // namespace council_news
