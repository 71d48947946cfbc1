#include "searcher/answer/archive.h"

#include <algorithm>
#include <utility>

#include "common/index/database.h"
#include "common/index/remote.h"

namespace council_news {
Archive::Archive(std::vector<std::filesystem::path> paths) : paths_(std::move(paths)) { open(); }

void Archive::open() {
  // Folders first: if one is replaced in between, the next refresh reopens it.
  std::vector<OpenFolder> folders;
  for (const auto& path : paths_) folders.emplace_back(path);
  Xapian::Database database;
  for (const auto& path : paths_) database.add_database(open_for_searching(path));
  folders_ = std::move(folders);
  database_ = std::move(database);
}

bool Archive::is_local() const {
  return std::none_of(paths_.begin(), paths_.end(), [](const auto& path) { return is_remote(path.string()); });
}

bool Archive::is_one_local() const { return paths_.size() == 1 && is_local(); }

void Archive::refresh() {
  for (std::size_t i = 0; i < paths_.size(); ++i)
    if (!is_remote(paths_[i].string()) && !folders_[i].is_at(paths_[i])) return open();
  try {
    database_.reopen();
  } catch (const Xapian::Error&) {
    open();  // an idle server hangs up after some minutes; open() throws if it is gone
  }
}

}  // namespace council_news
