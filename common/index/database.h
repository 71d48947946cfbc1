#pragma once

#include <filesystem>
#include <string>

#include <xapian.h>

#include "common/index/archive_lock.h"

namespace council_news {

/// Metadata keys of every database.
inline constexpr const char* kSchemaKey = "schema";
inline constexpr const char* kXapianKey = "xapian";
inline constexpr const char* kStemmerKey = "stemmer";
inline constexpr const char* kGazetteerKey = "gazetteer";
inline constexpr const char* kLastRunKey = "last_run";  ///< when an indexer last completed, RFC 3339

/// A file in a folder in which a database is being created, until it is complete: a kill during Xapian's own creation
/// can leave files that no later open accepts.
inline constexpr const char* kUnfinished = "creation-unfinished";

/// The database to use: `given` if not empty, else $COUNCIL_NEWS_DB, else $XDG_DATA_HOME/council-news, else
/// ~/.local/share/council-news. Throws UsageError when none of these is known.
std::filesystem::path database_path(const std::string& given);

/// Opens for reading. Throws DatabaseError, with a hint, if there is no database, another program wrote it, or its
/// schema or stemmer differs.
Xapian::Database open_for_reading(const std::filesystem::path& path);

/// The same for a folder or an address of another machine (remote.h).
Xapian::Database open_for_searching(const std::filesystem::path& path);

/// Locks the archive at `path`. Where there is none, it creates an empty one; what a killed creation left is created
/// again. Throws as ArchiveLock does.
ArchiveLock lock_or_create(const std::filesystem::path& path);

/// Locks an existing archive. Throws DatabaseError if there is none.
ArchiveLock lock_existing(const std::filesystem::path& path);

/// Opens a locked archive for indexing. Throws DatabaseError like open_for_reading, and Error with ExitStatus::locked
/// if another Xapian program is writing to it. The lock must outlive the database.
Xapian::WritableDatabase open_for_writing(const ArchiveLock& lock);

/// The same for an archive with any schema: its articles can be read, but its terms may differ.
Xapian::WritableDatabase open_any_schema(const ArchiveLock& lock);

/// Calls `visit(rest of the key, value)` for all metadata whose key begins with `prefix`.
template <class Visit>
void for_each_metadata(const Xapian::Database& database, const std::string& prefix, Visit visit) {
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    const std::string name = *key;
    visit(name.substr(prefix.size()), database.get_metadata(name));
  }
}

/// Whether a metadata key says how a database was made.
bool is_version_key(const std::string& key);

}  // namespace council_news
