#include "common/index/database.h"

#include <cerrno>
#include <cstring>

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

/// Is there anything at `path` that a new database must not replace?
bool is_free(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return !error;
  return fs::is_directory(path, error) && fs::is_empty(path, error) && !error;
}

void write_versions(Xapian::WritableDatabase& database) {
  database.set_metadata(kSchemaKey, std::to_string(kSchemaVersion));
  database.set_metadata(kXapianKey, Xapian::version_string());
  database.set_metadata(kStemmerKey, kStemmer);
  database.set_metadata(kGazetteerKey, std::string(kGazetteerVersion));
}

/// The schema number of a database; throws when it is not one of ours.
std::string schema_of(const Xapian::Database& database, const fs::path& path) {
  std::string schema = database.get_metadata(kSchemaKey);
  if (!schema.empty()) return schema;
  throw DatabaseError(fmt::format("{} is a Xapian database, but not of council news", path.string()),
                      "choose another folder with --db");
}

void check_versions(const Xapian::Database& database, const fs::path& path) {
  const std::string schema = schema_of(database, path);
  if (schema != std::to_string(kSchemaVersion)) {
    throw DatabaseError(
        fmt::format("{} has schema {}, this program reads schema {}", path.string(), schema, kSchemaVersion),
        "council-index reindex renews it; the program that wrote it reads it as it is");
  }
  if (const std::string stemmer = database.get_metadata(kStemmerKey); stemmer != kStemmer) {
    throw DatabaseError(
        fmt::format("{} was written with the stemmer '{}', this program uses '{}'", path.string(), stemmer, kStemmer),
        "council-index reindex renews it; the program that wrote it reads it as it is");
  }
}

/// Makes a whole, empty database beside `path` and moves it there in one step.
void create(const fs::path& path) {
  fs::path aside = path;
  aside += fmt::format(".new-{}", ::getpid());
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (error) {
    throw DatabaseError(fmt::format("{} cannot be created: {}", path.parent_path().string(), error.message()),
                        "choose another folder with --db");
  }
  {
    Xapian::WritableDatabase database(aside.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    write_versions(database);
    database.commit();
    database.close();
  }
  fs::rename(aside, path, error);
  if (!error) return;
  std::error_code ignored_if_gone;
  fs::remove_all(aside, ignored_if_gone);
  // Another indexer may have been first: then its database is as good as ours.
  if (is_free(path)) throw DatabaseError(fmt::format("{} cannot be created: {}", path.string(), error.message()));
}

DatabaseError cannot_open(const fs::path& path, const Xapian::Error& error) {
  if (is_remote(path.string())) return lost_connection(path.string(), error);
  return DatabaseError(fmt::format("{} cannot be opened: {}", path.string(), error.get_msg()),
                       "is it the right folder? --db or $COUNCIL_NEWS_DB name another");
}

DatabaseError no_database(const fs::path& path) {
  return DatabaseError(fmt::format("there is no database at {}", path.string()),
                       "council-index add SOURCE… makes one; --db or $COUNCIL_NEWS_DB name another");
}

/// An address would otherwise be taken for a folder to make.
void refuse_remote(const fs::path& path) {
  if (!is_remote(path.string())) return;
  throw UsageError(fmt::format("{} is on another machine: it can be searched from here, no more", path.string()),
                   "run council-index there");
}

}  // namespace

fs::path database_path(const std::string& given) {
  if (!given.empty()) return fs::path(given);
  if (const std::string path = environment("COUNCIL_NEWS_DB"); !path.empty()) return fs::path(path);
  if (const std::string data = environment("XDG_DATA_HOME"); !data.empty()) return fs::path(data) / "council-news";
  if (const std::string home = environment("HOME"); !home.empty())
    return fs::path(home) / ".local" / "share" / "council-news";
  throw UsageError("no database: neither --db nor $COUNCIL_NEWS_DB nor $HOME is set", "name one with --db DIR");
}

namespace {

/// A database whose files were not replaced while it was opened: files of two archives make none. Whether there is a
/// database is checked only when opening fails, because that is slower.
Xapian::Database open_folder(const fs::path& path) {
  while (true) {
    const OpenFolder folder(path);
    try {
      Xapian::Database database(path.string());
      if (folder.is_open() && !folder.is_at(path)) continue;
      return database;
    } catch (const Xapian::Error& error) {
      if (folder.is_open() && !folder.is_at(path)) continue;
      if (is_free(path)) throw no_database(path);
      throw cannot_open(path, error);
    }
  }
}

/// Whether it is one of ours that this program understands is read from it.
Xapian::Database checked(Xapian::Database database, const fs::path& path) {
  try {
    check_versions(database, path);
    return database;
  } catch (const Xapian::Error& error) {
    throw cannot_open(path, error);
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

/// Why the lock file cannot be opened, as errno says; 0 if it can. To Xapian a read-only disk looks as if another held
/// the lock.
int lock_file_trouble(const fs::path& path) {
  const int file = ::open((path / "flintlock").c_str(), O_RDWR | O_CLOEXEC);
  if (file < 0) return errno;
  ::close(file);
  return 0;
}

/// Looks before it opens to write, because that leaves a lock file in whatever folder it is given.
template <typename Check>
Xapian::WritableDatabase open_checked(const fs::path& path, Check check) {
  try {
    check(Xapian::Database(path.string()));
    return Xapian::WritableDatabase(path.string(), Xapian::DB_OPEN);
  } catch (const Xapian::DatabaseLockError&) {
    if (const int error = lock_file_trouble(path); error != 0)
      throw DatabaseError(fmt::format("{} cannot be written: {}", path.string(), std::strerror(error)),
                          "may this user write there, and is the disk sound?");
    throw Error(ExitStatus::locked, fmt::format("another indexer is at work on {}", path.string()),
                "try again when it has ended");
  } catch (const Xapian::Error& error) {
    throw cannot_open(path, error);
  }
}

}  // namespace

ArchiveLock lock_or_create(const fs::path& path) {
  refuse_remote(path);
  try {
    if (const fs::path whole = resolved(path); is_free(whole)) create(whole);
  } catch (const Xapian::Error& error) {
    throw cannot_open(path, error);
  }
  return ArchiveLock(path);
}

ArchiveLock lock_existing(const fs::path& path) {
  refuse_remote(path);
  if (is_free(path)) throw no_database(path);
  return ArchiveLock(path);
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
