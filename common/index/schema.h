#pragma once

#include <array>
#include <string>
#include <string_view>

namespace council_news {

/// Raised when terms, slots, data or their meaning change; a database of another schema is refused (`reindex` renews
/// it).
inline constexpr int kSchemaVersion = 3;

/// The language of the stems, kept in the database beside the version of Xapian that made them.
inline constexpr const char* kStemmer = "english";

inline constexpr std::string_view kIdentityPrefix = "Q";     ///< hash of each identity key of the article
inline constexpr std::string_view kUrlPrefix = "U";          ///< its canonical URL
inline constexpr std::string_view kUrlPartPrefix = "XURL:";  ///< host, parent domains, leading parts of the path
inline constexpr std::string_view kWww = "www.";             ///< not among the parts of an address
inline constexpr std::string_view kStemPrefix = "Z";         ///< before a word's own prefix, as Xapian tools expect
inline constexpr std::string_view kSeenPrefix = "XSEEN:";    ///< before the letter of a date term: `XSEEN:D20261120`

/// How a field can be asked.
enum class FieldKind {
  words,    ///< its text is words like the body's: stemmed, phrases possible
  exact,    ///< its values are compared whole, after fold_name
  name,     ///< people and outlets: words in any order, or a whole name in quotes
  council,  ///< slugs of the gazetteer, under any name it knows
  trait,    ///< of the councils an article is about: all councils of that region, nation or kind
  topic,    ///< slugs of the topic list
  date,     ///< a range of days, by the terms `D20180129`, `M201801`, `Y2018`
  url,      ///< by host and leading path
  id,       ///< an article's id, may be shortened
};

/// One row of the field table: indexing, queries, help and documentation all read it.
struct Field {
  std::string_view name;  ///< as written in a query: `council`
  FieldKind kind;
  std::string_view words_prefix;  ///< Xapian prefix of its words, if any
  std::string_view exact_prefix;  ///< Xapian prefix of its whole values, if any; dates: before D, M or Y
  std::string_view help;
  std::string_view example;
};

/// Multi-letter prefixes end with ':' and their values are lower case, so that no term can be taken for another's.
inline constexpr std::array<Field, 14> kFields{{
    {"council", FieldKind::council, "", "XCOUNCIL:",
     "the councils an article is about: slug, name or GSS code; with + "
     "those before and after it too",
     "council:sandwell"},
    {"mentions", FieldKind::council, "", "XMENTION:", "all councils that its text names", "mentions:leicester"},
    {"region", FieldKind::trait, "", "XCOUNCIL:", "about any council of that region", "region:north-east"},
    {"nation", FieldKind::trait, "", "XCOUNCIL:", "about any council of that nation", "nation:wales"},
    {"kind", FieldKind::trait, "", "XCOUNCIL:", "about any council of that kind", "kind:london-borough"},
    {"topic", FieldKind::topic, "", "XTOPIC:", "its topics, by slug", "topic:housing"},
    {"author", FieldKind::name, "A", "XAUTHOR:", "who wrote it", "author:\"william eichler\""},
    {"outlet", FieldKind::name, "XO:", "XOUTLET:", "who published it", "outlet:\"civic ledger\""},
    {"title", FieldKind::words, "S", "", "words of the headline", "title:inadequate"},
    {"url", FieldKind::url, "", kUrlPartPrefix, "its address: host and leading path", "url:civicledger.example/news"},
    {"id", FieldKind::id, "", kIdentityPrefix, "its id, whole or shortened", "id:9f3c"},
    {"date", FieldKind::date, "", "", "when it was published", "date:2018-01..2018-03"},
    {"seen", FieldKind::date, "", kSeenPrefix, "when it entered the archive", "seen:2026-11-20.."},
    {"category", FieldKind::exact, "", "XCATEGORY:", "as the source filed it", "category:\"social care\""},
}};

/// The row of that name, or nullptr.
const Field* find_field(std::string_view name);

/// Value slots.
enum Slot : unsigned {
  kPublishedSlot = 0,  ///< sortable_serialise(seconds since the epoch)
  kSeenSlot = 1,       ///< likewise: first seen
  kCouncilsSlot = 2,   ///< slugs, each ended by a newline
  kTopicsSlot = 3,     ///< likewise
  kAuthorsSlot = 4,    ///< names as written, likewise
  kOutletSlot = 5,     ///< as written
};

/// A term from a prefix and a value; a value too long for Xapian keeps its beginning and gets a hash for the rest.
std::string make_term(std::string_view prefix, std::string_view value);

}  // namespace council_news
