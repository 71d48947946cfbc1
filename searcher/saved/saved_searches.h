#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "searcher/answer/request.h"

namespace council_news {

/// Searches that a user keeps under names, in config_folder()/saved.json:
///   {"format":1,"searches":{"trusts":{"query":"children's trust","sort":"newest"}}}
/// A search is written as a request of --batch. Marks of how far each has come are in state_folder()/marks.json.

/// Keeps a search, in the place of one of that name, whose mark goes. Was there another one? Throws UsageError for a
/// name that is none.
bool save_search(const std::string& name, const Request& request);

/// Throws UsageError, naming those there are, when there is none of that name.
Request saved_search(const std::string& name);

/// Takes it away, and its mark. Throws UsageError when there is none.
void forget_search(const std::string& name);

/// In the order in which they were saved.
std::vector<std::string> saved_names();

/// The marks of a saved search on these databases: empty when it never ran well on all of them.
std::vector<Mark> read_marks(const std::string& name, const std::vector<std::filesystem::path>& databases);

/// How far a search has come now; one mark a database. Call it when its output stands.
struct NewMarks {
  std::string name;
  std::vector<Mark> marks;
};
void write_marks(const std::vector<NewMarks>& searches, const std::vector<std::filesystem::path>& databases);

}  // namespace council_news
