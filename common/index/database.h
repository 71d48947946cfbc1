#pragma once

#include <filesystem>
#include <string>

#include <xapian.h>

namespace council_news {

/// Names of the metadata every database carries.
inline constexpr const char* kSchemaKey = "schema";
inline constexpr const char* kXapianKey = "xapian";
inline constexpr const char* kStemmerKey = "stemmer";
inline constexpr const char* kGazetteerKey = "gazetteer";

/// The database to use: `given` if not empty, else $COUNCIL_NEWS_DB, else $XDG_DATA_HOME/council-news, else
/// ~/.local/share/council-news. Throws UsageError when none of these is known.
std::filesystem::path database_path(const std::string& given);

/// Opens for searching. Throws DatabaseError, with how to go on, when there is none, it is no database of ours, or
/// another schema or stemmer wrote it.
Xapian::Database open_for_reading(const std::filesystem::path& path);

/// Opens for indexing, and creates what is not there: aside, then renamed, because a kill during Xapian's own creation
/// can leave a folder that no later open accepts. Throws DatabaseError as open_for_reading does, and Error with
/// ExitStatus::locked when another indexer holds it.
Xapian::WritableDatabase open_for_writing(const std::filesystem::path& path);

}  // namespace council_news
