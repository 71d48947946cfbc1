#pragma once

#include <string_view>

namespace council_news {

/// The text of councils.tsv and topics.tsv beside this file, compiled in. README.md here says what the columns mean.
extern const std::string_view kCouncilsTable;
extern const std::string_view kTopicsTable;

}  // namespace council_news
