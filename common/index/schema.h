#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace council_news {

/// Incremented when terms, slots, data or their meaning change. A database with another schema is rejected; `reindex`
/// updates it.
inline constexpr int kSchemaVersion = 4;

/// The language of the stemmer; stored in the database beside the version of Xapian.
inline constexpr const char* kStemmer = "english";

inline constexpr std::string_view kIdentityPrefix = "Q";     ///< hash of each identity key of the article
inline constexpr std::string_view kUrlPrefix = "U";          ///< its canonical URL
inline constexpr std::string_view kUrlPartPrefix = "XURL:";  ///< host, parent domains, leading parts of the path
inline constexpr std::string_view kStemPrefix = "Z";         ///< before a word's own prefix, as Xapian tools expect
inline constexpr std::string_view kSeenPrefix = "XSEEN:";    ///< before the letter of a date term: `XSEEN:D20261120`

/// Value slots.
enum Slot : unsigned {
  kPublishedSlot = 0,  ///< sortable_serialise(seconds since the epoch): the moment, for sorting
  kSeenSlot = 1,       ///< likewise: first seen
  kCouncilsSlot = 2,   ///< slugs, each followed by a newline
  kTopicsSlot = 3,     ///< likewise
  kAuthorsSlot = 4,    ///< names as written, likewise
  kOutletSlot = 5,     ///< as written
  kDaySlot = 6,        ///< sortable_serialise(days since the epoch): the day of publication as its source wrote it
  kIdSlot = 9,         ///< slot_of(id_key(id)) of id_key.h; 8 is kGroupSlot (relations.h)
};

/// A query field. Each has a row in kFields, in this order.
enum class FieldId {
  council,
  mentions,
  region,
  nation,
  kind,
  topic,
  author,
  outlet,
  title,
  url,
  id,
  date,
  before,
  after,
  seen,
  category,  // must stay last: kFieldCount
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(FieldId::category) + 1;

/// How the values of a field are matched.
enum class FieldKind {
  words,    ///< running text like the body: stemmed, phrases possible
  exact,    ///< whole values, compared after fold_name
  name,     ///< people and outlets: words in any order, or a whole name in quotes
  council,  ///< slugs of the gazetteer, by any name it knows
  trait,    ///< a region, nation or kind: about any of its councils
  topic,    ///< slugs of the topic list
  date,     ///< a range of days, by the terms `D20180129`, `M201801`, `Y2018`
  url,      ///< by host and leading path
  id,       ///< an article's id or a prefix of it
};

/// One row of the field table. Indexing, queries, facets, completions, help and messages use it.
struct Field {
  FieldId id;
  std::string_view name;  ///< as written in a query: `council`
  FieldKind kind;
  std::string_view words_prefix = {};  ///< Xapian prefix of its words, if any
  std::string_view exact_prefix = {};  ///< Xapian prefix of its whole values, if any; dates: before D, M or Y
  std::optional<Slot> slot = {};       ///< for counting or comparing its values, if any
  std::string_view noun;               ///< what one value is: `no council is called …`
  std::string_view says;               ///< precedes a value in a description: `about Sandwell`
  std::string_view help;
  std::string_view example;
  std::string_view other_names = {};  ///< its names in other archives, separated by spaces: suggested, not accepted
};

/// Multi-letter prefixes end with ':' and their values are lower case, so that terms cannot be confused. Traits use the
/// terms of their councils, `before` and `after` those of the date. schema.cc checks the table; what else a field needs
/// (its values in document.cc) fails to compile until it exists.
inline constexpr std::array<Field, kFieldCount> kFields{{
    {.id = FieldId::council,
     .name = "council",
     .kind = FieldKind::council,
     .exact_prefix = "XCOUNCIL:",
     .slot = kCouncilsSlot,
     .noun = "council",
     .says = "about",
     .help = "councils an article is about, by slug, name or GSS code; + adds predecessors and successors",
     .example = "council:sandwell",
     .other_names = "about authority borough"},
    {.id = FieldId::mentions,
     .name = "mentions",
     .kind = FieldKind::council,
     .exact_prefix = "XMENTION:",
     .noun = "council",
     .says = "mentioning",
     .help = "all councils its text names",
     .example = "mentions:leicester",
     .other_names = "mention"},
    {.id = FieldId::region,
     .name = "region",
     .kind = FieldKind::trait,
     .exact_prefix = "XCOUNCIL:",
     .slot = kCouncilsSlot,
     .noun = "region",
     .says = "about a council of the region",
     .help = "about any council of that region",
     .example = "region:north-east"},
    {.id = FieldId::nation,
     .name = "nation",
     .kind = FieldKind::trait,
     .exact_prefix = "XCOUNCIL:",
     .noun = "nation",
     .says = "about a council of the nation",
     .help = "about any council of that nation",
     .example = "nation:wales",
     .other_names = "country"},
    {.id = FieldId::kind,
     .name = "kind",
     .kind = FieldKind::trait,
     .exact_prefix = "XCOUNCIL:",
     .noun = "kind",
     .says = "about a council of the kind",
     .help = "about any council of that kind",
     .example = "kind:london-borough",
     .other_names = "type"},
    {.id = FieldId::topic,
     .name = "topic",
     .kind = FieldKind::topic,
     .exact_prefix = "XTOPIC:",
     .slot = kTopicsSlot,
     .noun = "topic",
     .says = "on the topic",
     .help = "topics, by slug",
     .example = "topic:housing"},
    {.id = FieldId::author,
     .name = "author",
     .kind = FieldKind::name,
     .words_prefix = "A",
     .exact_prefix = "XAUTHOR:",
     .slot = kAuthorsSlot,
     .noun = "author",
     .says = "written by",
     .help = "authors",
     .example = "author:\"william eichler\"",
     .other_names = "by byline writer"},
    {.id = FieldId::outlet,
     .name = "outlet",
     .kind = FieldKind::name,
     .words_prefix = "XO:",
     .exact_prefix = "XOUTLET:",
     .slot = kOutletSlot,
     .noun = "outlet",
     .says = "published by",
     .help = "publisher",
     .example = "outlet:\"civic ledger\"",
     .other_names = "from source publisher paper"},
    {.id = FieldId::title,
     .name = "title",
     .kind = FieldKind::words,
     .words_prefix = "S",
     .noun = "headline",
     .says = "headed",
     .help = "words in the headline",
     .example = "title:inadequate",
     .other_names = "headline heading subject"},
    {.id = FieldId::url,
     .name = "url",
     .kind = FieldKind::url,
     .exact_prefix = kUrlPartPrefix,
     .noun = "address",
     .says = "at the address",
     .help = "address: host and leading path",
     .example = "url:civicledger.example/news",
     .other_names = "site host link"},
    {.id = FieldId::id,
     .name = "id",
     .kind = FieldKind::id,
     .exact_prefix = kIdentityPrefix,
     .noun = "id",
     .says = "with the id",
     .help = "id, or a prefix of it",
     .example = "id:9f3c"},
    {.id = FieldId::date,
     .name = "date",
     .kind = FieldKind::date,
     .slot = kDaySlot,
     .noun = "date",
     .says = "published",
     .help = "publication date",
     .example = "date:2018-01..2018-03",
     .other_names = "year month published"},
    {.id = FieldId::before,
     .name = "before",
     .kind = FieldKind::date,
     .slot = kDaySlot,
     .noun = "date",
     .says = "published",
     .help = "published before that day, month or year",
     .example = "before:2018-05",
     .other_names = "until to"},
    {.id = FieldId::after,
     .name = "after",
     .kind = FieldKind::date,
     .slot = kDaySlot,
     .noun = "date",
     .says = "published",
     .help = "published after that day, month or year",
     .example = "after:2018",
     .other_names = "since"},
    {.id = FieldId::seen,
     .name = "seen",
     .kind = FieldKind::date,
     .exact_prefix = kSeenPrefix,
     .slot = kSeenSlot,
     .noun = "date",
     .says = "seen",
     .help = "when it entered the archive",
     .example = "seen:2026-11-20.."},
    {.id = FieldId::category,
     .name = "category",
     .kind = FieldKind::exact,
     .exact_prefix = "XCATEGORY:",
     .noun = "category",
     .says = "filed as",
     .help = "the source's own categories",
     .example = "category:\"social care\"",
     .other_names = "tag"},
}};

constexpr const Field& field(FieldId id) { return kFields[static_cast<std::size_t>(id)]; }

/// The row of that name, or nullptr. For names in queries; code uses field(FieldId::title).
const Field* find_field(std::string_view name);

/// A term from a prefix and a value. A value too long for Xapian is cut and ends in a hash.
std::string make_term(std::string_view prefix, std::string_view value);

}  // namespace council_news
