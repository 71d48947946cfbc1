#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "searcher/answer/request.h"

namespace council_news {

/// Searches that a user saves under names, in config_folder()/saved.json:
///   {"format":1,"searches":{"trusts":{"query":"children's trust","sort":"newest"}}}
/// A search is stored as a request of --batch. Marks, which say how far each search has read, are in
/// state_folder()/marks.json.

/// Saves a search. If it replaces a different search of that name, returns true and deletes that search's mark. Throws
/// UsageError for an invalid name.
bool save_search(const std::string& name, const Request& request);

/// Throws UsageError, listing the saved searches, if there is none of that name.
Request saved_search(const std::string& name);

/// Deletes a saved search and its mark. Throws UsageError if there is none.
void forget_search(const std::string& name);

/// In the order they were saved.
std::vector<std::string> saved_names();

/// The marks of a saved search for these databases; empty if it has never completed on all of them.
std::vector<Mark> read_marks(const std::string& name, const std::vector<std::filesystem::path>& databases);

/// The new marks of a search, one per database. Write them only after its output is complete.
struct NewMarks {
  std::string name;
  std::vector<Mark> marks;
};
void write_marks(const std::vector<NewMarks>& searches, const std::vector<std::filesystem::path>& databases);

}  // namespace council_news
