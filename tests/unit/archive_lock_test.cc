// One process at a time writes to an archive, even while its folder is replaced.
#include "common/index/archive_lock.h"

#include <fstream>

#include "common/error.h"
#include "common/index/database.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;
namespace fs = std::filesystem;

namespace {

bool is_locked(const fs::path& path) {
  try {
    const ArchiveLock lock(path);
    return false;
  } catch (const Error& error) {
    REQUIRE(error.status() == ExitStatus::locked);
    return true;
  }
}

}  // namespace

TEST_CASE("an archive is locked under all of its names") {
  const TemporaryFolder folder;
  const fs::path archive = folder.path() / "archive";
  const fs::path link = folder.path() / "link";
  fs::create_directory(archive);
  fs::create_directory_symlink(archive, link);
  const fs::path names[] = {archive, archive / "", archive / ".",
                            link,    link / "",    folder.path() / "x" / ".." / "archive"};
  fs::create_directory(folder.path() / "x");
  for (const fs::path& held : names) {
    INFO(held);
    const ArchiveLock lock(held);
    CHECK(lock.path() == fs::canonical(archive));
    for (const fs::path& other : names) CHECK(is_locked(other));
  }
  CHECK_FALSE(is_locked(archive));
}

TEST_CASE("the lock is on the folder now at the path") {
  const TemporaryFolder folder;
  const fs::path archive = folder.path() / "archive";
  const fs::path old = folder.path() / "old";
  fs::create_directory(archive);
  const OpenFolder before(archive);
  const ArchiveLock of_old(archive);
  fs::rename(archive, old);
  CHECK_FALSE(before.is_at(archive));
  fs::create_directory(archive);
  CHECK_FALSE(before.is_at(archive));
  CHECK(before.is_at(old));
  CHECK_FALSE(is_locked(archive));
  CHECK(is_locked(old));
}

TEST_CASE("only a folder can be locked, and only some commands create an archive") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "file";
  std::ofstream(file) << "text";
  CHECK_THROWS_AS(ArchiveLock(file), DatabaseError);
  CHECK_THROWS_AS(ArchiveLock(folder.path() / "missing"), DatabaseError);
  CHECK_THROWS_AS(lock_existing(folder.path() / "missing"), DatabaseError);
  CHECK_FALSE(fs::exists(folder.path() / "missing"));
  CHECK_NOTHROW(lock_or_create(folder.path() / "new" / ""));
  CHECK_NOTHROW(open_for_reading(folder.path() / "new"));
}
