#include "searcher/answer/archive.h"

#include <algorithm>

#include <sys/stat.h>

#include "common/index/database.h"
#include "common/index/remote.h"
#include "searcher/answer/since.h"

namespace council_news {
namespace {

/// The inode of a folder, which changes if the database is replaced. 0 if there is no folder, as for a remote database.
ino_t inode_of(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

}  // namespace

Archive::Archive(std::vector<std::filesystem::path> paths) : paths_(std::move(paths)) { open(); }

void Archive::open() {
  // Inodes first: if a folder is replaced in between, the next refresh reopens it.
  std::vector<ino_t> inodes;
  for (const auto& path : paths_) inodes.push_back(inode_of(path));
  std::vector<Xapian::Database> parts;
  Xapian::Database database;
  for (const auto& path : paths_) {
    parts.push_back(open_for_searching(path));
    database.add_database(parts.back());
  }
  inodes_ = std::move(inodes);
  parts_ = std::move(parts);
  database_ = std::move(database);
}

bool Archive::is_local() const {
  return std::none_of(paths_.begin(), paths_.end(), [](const auto& path) { return is_remote(path.string()); });
}

bool Archive::is_one_local() const { return paths_.size() == 1 && is_local(); }

void Archive::refresh() {
  for (std::size_t i = 0; i < paths_.size(); ++i)
    if (inode_of(paths_[i]) != inodes_[i]) return open();
  try {
    database_.reopen();
  } catch (const Xapian::Error&) {
    open();  // an idle server hangs up after some minutes; open() throws if it is gone
  }
}

std::vector<Mark> Archive::marks() const {
  std::vector<Mark> marks;
  for (const Xapian::Database& part : parts_) marks.push_back(mark_of(part));
  return marks;
}

}  // namespace council_news
