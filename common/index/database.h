#pragma once

#include <filesystem>
#include <string>

#include <xapian.h>

#include "common/index/archive_lock.h"

namespace council_news {

/// Names of the metadata every database carries.
inline constexpr const char* kSchemaKey = "schema";
inline constexpr const char* kXapianKey = "xapian";
inline constexpr const char* kStemmerKey = "stemmer";
inline constexpr const char* kGazetteerKey = "gazetteer";
inline constexpr const char* kLastRunKey = "last_run";  ///< when an indexer last ended well, RFC 3339

/// The database to use: `given` if not empty, else $COUNCIL_NEWS_DB, else $XDG_DATA_HOME/council-news, else
/// ~/.local/share/council-news. Throws UsageError when none of these is known.
std::filesystem::path database_path(const std::string& given);

/// Opens for reading. Throws DatabaseError, with how to go on, when there is none, it is no database of ours, or
/// another schema or stemmer wrote it.
Xapian::Database open_for_reading(const std::filesystem::path& path);

/// The same of a folder, or of an address of another machine (remote.h).
Xapian::Database open_for_searching(const std::filesystem::path& path);

/// Locks the archive at `path`, and makes an empty one where there is none: aside and then renamed, because a kill
/// during Xapian's own creation can leave a folder that no later open accepts. Throws as ArchiveLock does.
ArchiveLock lock_or_create(const std::filesystem::path& path);

/// The same for commands that make no archive: throws DatabaseError where there is none.
ArchiveLock lock_existing(const std::filesystem::path& path);

/// Opens for indexing what is locked. Throws DatabaseError as open_for_reading does, and Error with ExitStatus::locked
/// when another Xapian program writes to it. The lock must outlive the database.
Xapian::WritableDatabase open_for_writing(const ArchiveLock& lock);

/// The same for a database of ours with whatever schema: its articles can be read, its terms may not be understood.
Xapian::WritableDatabase open_any_schema(const ArchiveLock& lock);

/// Is that metadata key one that says how a database was made?
bool is_version_key(const std::string& key);

}  // namespace council_news
