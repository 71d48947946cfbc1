#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/answer/given.h"

namespace council_news {

/// What each reader of a saved search has been given, in state_folder()/given. A reader is `since-last`, or a digest in
/// one format: `digest-html`. There is one file for each, such as `trusts.since-last`: a line with the number of
/// keys, then the keys, 16 hex digits a line, in order. They name articles, not a database: an archive that was
/// rebuilt, moved or copied goes on where it was.

/// Everything given so far. Throws UsageError, naming the file, if it is damaged.
GivenIds read_given(const std::string& search, std::string_view reader);

/// Adds keys. Concurrent programs wait for each other, and no key is lost. Throws Error.
void add_given(const std::string& search, std::string_view reader, const std::vector<std::uint64_t>& keys);

/// Deletes what all readers of a search have been given.
void forget_given(const std::string& search);

}  // namespace council_news
