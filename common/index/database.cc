#include "common/index/database.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include "common/environment.h"
#include "common/error.h"
#include "common/index/remote.h"
#include "common/index/schema.h"
#include "common/knowledge/tables.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

/// Whether there is a database of ours at `path`, of whatever schema.
bool is_complete(const fs::path& path) {
  try {
    return !Xapian::Database(path.string()).get_metadata(kSchemaKey).empty();
  } catch (const Xapian::Error&) {
    return false;
  }
}

/// Whether a database can be created at `path`: there is nothing, an empty folder, or what a killed creation left.
bool is_free(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return !error;
  if (!fs::is_directory(path, error)) return false;
  if (fs::is_empty(path, error) && !error) return true;
  return fs::exists(path / kUnfinished, error) && !is_complete(path);
}

void write_versions(Xapian::WritableDatabase& database) {
  database.set_metadata(kSchemaKey, std::to_string(kSchemaVersion));
  database.set_metadata(kXapianKey, Xapian::version_string());
  database.set_metadata(kStemmerKey, kStemmer);
  database.set_metadata(kGazetteerKey, std::string(kGazetteerVersion));
}

/// The schema number of a database. Throws DatabaseError if another program wrote it.
std::string schema_of(const Xapian::Database& database, const fs::path& path) {
  std::string schema = database.get_metadata(kSchemaKey);
  if (!schema.empty()) return schema;
  throw DatabaseError(fmt::format("{} is a Xapian database, but not a council-news archive", path.string()),
                      "choose another folder with --db");
}

void check_versions(const Xapian::Database& database, const fs::path& path) {
  const std::string schema = schema_of(database, path);
  if (schema != std::to_string(kSchemaVersion)) {
    throw DatabaseError(
        fmt::format("{} has schema {}, this program reads schema {}", path.string(), schema, kSchemaVersion),
        "run council-index reindex to update it, or use the version that wrote it");
  }
  if (const std::string stemmer = database.get_metadata(kStemmerKey); stemmer != kStemmer) {
    throw DatabaseError(
        fmt::format("{} was written with the stemmer '{}', this program uses '{}'", path.string(), stemmer, kStemmer),
        "run council-index reindex to update it, or use the version that wrote it");
  }
}

/// Creates an empty database in the folder of `lock`, which is_free().
void create(const ArchiveLock& lock) {
  const fs::path unfinished = lock.path() / kUnfinished;
  if (!std::ofstream(unfinished))
    throw DatabaseError(fmt::format("{} cannot be written: {}", lock.path().string(), std::strerror(errno)),
                        "choose another folder with --db, or one that you may write to");
  Xapian::WritableDatabase database(lock.path().string(), Xapian::DB_CREATE_OR_OVERWRITE);
  write_versions(database);
  database.commit();
  database.close();
  std::error_code ignored;  // a marker beside a complete database does no harm
  fs::remove(unfinished, ignored);
}

DatabaseError cannot_open(const fs::path& path, const Xapian::Error& error) {
  if (is_remote(path.string())) return lost_connection(path.string(), error);
  return DatabaseError(fmt::format("{} cannot be opened: {}", path.string(), error.get_msg()),
                       "check --db or $COUNCIL_NEWS_DB");
}

DatabaseError no_database(const fs::path& path) {
  return DatabaseError(fmt::format("there is no database at {}", path.string()),
                       "council-index add SOURCE… creates one; --db or $COUNCIL_NEWS_DB choose another");
}

/// Otherwise a folder of that name would be created.
void refuse_remote(const fs::path& path) {
  if (!is_remote(path.string())) return;
  throw UsageError(fmt::format("{} is on another machine and can only be searched from here", path.string()),
                   "run council-index there");
}

}  // namespace

fs::path database_path(const std::string& given) {
  if (!given.empty()) return fs::path(given);
  if (const std::string path = environment("COUNCIL_NEWS_DB"); !path.empty()) return fs::path(path);
  if (const std::string data = environment("XDG_DATA_HOME"); !data.empty()) return fs::path(data) / "council-news";
  if (const std::string home = environment("HOME"); !home.empty())
    return fs::path(home) / ".local" / "share" / "council-news";
  throw UsageError("no database: neither --db nor $COUNCIL_NEWS_DB nor $HOME is set", "choose one with --db DIR");
}

namespace {

/// Opens a database, again if its folder is replaced meanwhile: files of two databases do not fit together. Checks
/// whether there is a database only when opening fails, because the check is slow.
Xapian::Database open_folder(const fs::path& path) {
  while (true) {
    const OpenFolder folder(path);
    try {
      Xapian::Database database(path.string());
      if (folder.is_open() && !folder.is_at(path)) continue;
      return database;
    } catch (const Xapian::DatabaseModifiedError&) {
      continue;
    } catch (const Xapian::Error& error) {
      const bool free = is_free(path);
      if (folder.is_open() && !folder.is_at(path)) continue;
      if (free) throw no_database(path);
      throw cannot_open(path, error);
    }
  }
}

/// Checks that this program can read the database.
Xapian::Database checked(Xapian::Database database, const fs::path& path) {
  constexpr int kMaxFailures = 10;
  for (int failures = 0;;) {
    try {
      check_versions(database, path);
      return database;
    } catch (const Xapian::DatabaseModifiedError& error) {  // an indexer committed twice since it was opened
      if (++failures == kMaxFailures) throw cannot_open(path, error);
      database.reopen();
    } catch (const Xapian::Error& error) {
      throw cannot_open(path, error);
    }
  }
}

Xapian::Database open_address(const fs::path& address) {
  try {
    return open_remote(address.string());
  } catch (const Xapian::Error& error) {
    throw cannot_open(address, error);
  }
}

}  // namespace

Xapian::Database open_for_reading(const fs::path& path) {
  refuse_remote(path);
  return checked(open_folder(path), path);
}

Xapian::Database open_for_searching(const fs::path& path) {
  return is_remote(path.string()) ? checked(open_address(path), path) : open_for_reading(path);
}

namespace {

/// The errno of opening the lock file, or 0. Xapian reports a read-only disk as a lock held by another process.
int lock_file_error(const fs::path& path) {
  const int file = ::open((path / "flintlock").c_str(), O_RDWR | O_CLOEXEC);
  if (file < 0) return errno;
  ::close(file);
  return 0;
}

/// Checks before opening for writing, because that leaves a lock file in any folder it is given.
template <typename Check>
Xapian::WritableDatabase open_checked(const fs::path& path, Check check) {
  try {
    check(Xapian::Database(path.string()));
    return Xapian::WritableDatabase(path.string(), Xapian::DB_OPEN);
  } catch (const Xapian::DatabaseLockError&) {
    if (const int error = lock_file_error(path); error != 0)
      throw DatabaseError(fmt::format("{} cannot be written: {}", path.string(), std::strerror(error)),
                          "check the permissions and the disk");
    throw Error(ExitStatus::locked, fmt::format("another indexer is writing to {}", path.string()),
                "try again when it has finished");
  } catch (const Xapian::Error& error) {
    throw cannot_open(path, error);
  }
}

}  // namespace

ArchiveLock lock_or_create(const fs::path& path) {
  refuse_remote(path);
  const fs::path whole = resolved(path);
  std::error_code error;
  if (!fs::exists(whole, error)) fs::create_directories(whole, error);
  if (error)
    throw DatabaseError(fmt::format("{} cannot be created: {}", whole.string(), error.message()),
                        "choose another folder with --db");
  ArchiveLock lock(whole);
  try {
    if (is_free(whole)) create(lock);
  } catch (const Xapian::Error& trouble) {
    throw cannot_open(whole, trouble);
  }
  return lock;
}

ArchiveLock lock_existing(const fs::path& path) {
  refuse_remote(path);
  if (std::error_code error; !fs::exists(path, error)) throw no_database(path);
  ArchiveLock lock(path);
  // Only now: a folder that is being replaced is empty for a moment.
  if (is_free(lock.path())) throw no_database(path);
  return lock;
}

Xapian::WritableDatabase open_for_writing(const ArchiveLock& lock) {
  return open_checked(lock.path(), [&](const Xapian::Database& database) { check_versions(database, lock.path()); });
}

Xapian::WritableDatabase open_any_schema(const ArchiveLock& lock) {
  return open_checked(lock.path(), [&](const Xapian::Database& database) { schema_of(database, lock.path()); });
}

bool is_version_key(const std::string& key) {
  return key == kSchemaKey || key == kXapianKey || key == kStemmerKey || key == kGazetteerKey;
}

}  // namespace council_news
