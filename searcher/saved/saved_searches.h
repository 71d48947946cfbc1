#pragma once

#include <string>
#include <vector>

#include "searcher/answer/request.h"

namespace council_news {

/// Searches that a user saves under names, in config_folder()/saved.json:
///   {"format":1,"searches":{"trusts":{"query":"children's trust","sort":"newest"}}}
/// A search is stored as a request of --batch. What it has given is in given_file.h.

/// Saves a search. Returns whether it replaces a different search of that name, and goes on from what that has given.
/// Throws UsageError for an invalid name.
bool save_search(const std::string& name, const Request& request);

/// Throws UsageError, listing the saved searches, if there is none of that name.
Request saved_search(const std::string& name);

/// Deletes a saved search, and what it remembers of having given. Throws UsageError if there is none.
void forget_search(const std::string& name);

/// In the order they were saved.
std::vector<std::string> saved_names();

}  // namespace council_news
