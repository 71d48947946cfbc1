#pragma once

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "common/article.h"

namespace council_news {

/// The members of struct Article, in its order.
enum class MemberId {
  id,
  guid,
  url,
  title,
  authors,
  published,
  updated,
  outlet,
  source,
  councils,
  mentions,
  topics,
  council_evidence,
  topic_evidence,
  given_councils,
  given_topics,
  categories,
  summary,
  body,
  first_seen,
  last_seen,
  captured,
  changed,
  earlier_titles,
  earlier_texts,
  boilerplate,
  form,
  shared,
  warnings,
};

/// Where the value of a member comes from.
enum class Origin {
  given,    ///< the source, about the article: readings that agree in all of these are the same version
  reading,  ///< the source or its reader, about this reading only: stored, but not part of the version
  judged,   ///< our judgement: dropped from a reading and judged again after merging
};

/// How the values of two readings with the same time are combined (common/merge.h). All but `none` are commutative,
/// associative and idempotent.
enum class Combine {
  none,          ///< not combined: judged again afterwards
  first,         ///< the first non-empty value
  fuller,        ///< the longer text or list; on a tie, the first
  headline,      ///< likewise, but a whole headline beats a truncated one
  with_text,     ///< the value of the reading with the fuller text
  all,           ///< the union, sorted
  earliest_day,  ///< the moment on the earliest day; of two on one day, the more precise; on a tie, the earlier
  earlier,
  later,
};

/// How the values of readings with different times are merged. A *form* is a kind of document (Article::form): a feed
/// and the page that it links to often differ in wording without either being a correction of the other.
enum class Revision {
  combined,   ///< the time does not matter: as Combine says
  latest,     ///< the last value of each form, combined
  corrected,  ///< likewise, but the form whose value changed last wins
};

/// Whether its words are running text, searched without naming a field (index/document.h). Query fields are in
/// index/schema.h.
enum class RunningText { no, yes };

/// One row of the member table. JSON, merging, reading, indexing and output columns are generated from it.
template <typename ValueType>
struct MemberRow {
  using Value = ValueType;

  MemberId id;
  Value Article::*value;
  const char* name;         ///< in JSON, and as a column
  const char* column_help;  ///< help of its output column (searcher/output/hit_fields.h); kNoColumn if it is not one
  Origin origin;
  Combine combine;
  Revision revision;
  RunningText running_text;
};

template <typename Value>
MemberRow(MemberId, Value Article::*, const char*, const char*, Origin, Combine, Revision, RunningText)
    -> MemberRow<Value>;

inline constexpr const char* kNoColumn = nullptr;

// clang-format off
inline constexpr std::tuple kArticleMembers{
    MemberRow{MemberId::id, &Article::id, "id", "the article's id",
              Origin::judged, Combine::none, Revision::combined, RunningText::no},
    MemberRow{MemberId::guid, &Article::guid, "guid", "the feed's own identifier",
              Origin::given, Combine::first, Revision::corrected, RunningText::no},
    MemberRow{MemberId::url, &Article::url, "url", "the article's address",
              Origin::given, Combine::first, Revision::corrected, RunningText::no},
    MemberRow{MemberId::title, &Article::title, "title", "the headline",
              Origin::given, Combine::headline, Revision::corrected, RunningText::yes},
    MemberRow{MemberId::authors, &Article::authors, "authors", "the authors",
              Origin::given, Combine::fuller, Revision::corrected, RunningText::no},
    MemberRow{MemberId::published, &Article::published, "published", "publication day, or time in UTC",
              Origin::given, Combine::earliest_day, Revision::combined, RunningText::no},
    MemberRow{MemberId::updated, &Article::updated, "updated", "last update, in the same form",
              Origin::given, Combine::later, Revision::combined, RunningText::no},
    MemberRow{MemberId::outlet, &Article::outlet, "outlet", "the publisher",
              Origin::given, Combine::fuller, Revision::combined, RunningText::no},
    MemberRow{MemberId::source, &Article::source, "source", "the file or feed it was read from",
              Origin::reading, Combine::first, Revision::combined, RunningText::no},
    MemberRow{MemberId::councils, &Article::councils, "councils", "councils the article is about",
              Origin::judged, Combine::none, Revision::combined, RunningText::no},
    MemberRow{MemberId::mentions, &Article::mentions, "mentions", "all councils the article names",
              Origin::judged, Combine::none, Revision::combined, RunningText::no},
    MemberRow{MemberId::topics, &Article::topics, "topics", "topic slugs",
              Origin::judged, Combine::none, Revision::combined, RunningText::no},
    MemberRow{MemberId::council_evidence, &Article::council_evidence, "council_evidence", kNoColumn,
              Origin::judged, Combine::none, Revision::combined, RunningText::no},
    MemberRow{MemberId::topic_evidence, &Article::topic_evidence, "topic_evidence", kNoColumn,
              Origin::judged, Combine::none, Revision::combined, RunningText::no},
    MemberRow{MemberId::given_councils, &Article::given_councils, "given_councils", kNoColumn,
              Origin::given, Combine::all, Revision::combined, RunningText::no},
    MemberRow{MemberId::given_topics, &Article::given_topics, "given_topics", kNoColumn,
              Origin::given, Combine::all, Revision::combined, RunningText::no},
    MemberRow{MemberId::categories, &Article::categories, "categories", "the source's own categories",
              Origin::given, Combine::all, Revision::combined, RunningText::no},
    MemberRow{MemberId::summary, &Article::summary, "summary", "the source's summary",
              Origin::given, Combine::fuller, Revision::corrected, RunningText::yes},
    MemberRow{MemberId::body, &Article::body, "body", "the full text",
              Origin::given, Combine::with_text, Revision::corrected, RunningText::yes},
    MemberRow{MemberId::first_seen, &Article::first_seen, "first_seen", "when it entered the archive",
              Origin::reading, Combine::earlier, Revision::combined, RunningText::no},
    MemberRow{MemberId::last_seen, &Article::last_seen, "last_seen", "when it was last seen with changes",
              Origin::reading, Combine::later, Revision::combined, RunningText::no},
    MemberRow{MemberId::captured, &Article::captured, "captured", kNoColumn,
              Origin::reading, Combine::later, Revision::combined, RunningText::no},
    MemberRow{MemberId::changed, &Article::changed, "changed", kNoColumn,
              Origin::given, Combine::later, Revision::combined, RunningText::no},
    MemberRow{MemberId::earlier_titles, &Article::earlier_titles, "earlier_titles", kNoColumn,
              Origin::given, Combine::all, Revision::combined, RunningText::yes},
    MemberRow{MemberId::earlier_texts, &Article::earlier_texts, "earlier_texts", kNoColumn,
              Origin::reading, Combine::all, Revision::combined, RunningText::yes},
    MemberRow{MemberId::boilerplate, &Article::boilerplate, "boilerplate", kNoColumn,
              Origin::given, Combine::with_text, Revision::corrected, RunningText::no},
    MemberRow{MemberId::form, &Article::form, "form", kNoColumn,
              Origin::reading, Combine::with_text, Revision::corrected, RunningText::no},
    MemberRow{MemberId::shared, &Article::shared, "shared", kNoColumn,
              Origin::reading, Combine::all, Revision::combined, RunningText::no},
    MemberRow{MemberId::warnings, &Article::warnings, "warnings", kNoColumn,
              Origin::reading, Combine::all, Revision::latest, RunningText::no},
};
// clang-format on

inline constexpr std::size_t kMemberCount = std::tuple_size_v<decltype(kArticleMembers)>;

template <MemberId kMember>
inline constexpr const auto& kMemberRow = std::get<static_cast<std::size_t>(kMember)>(kArticleMembers);

/// A member as a type, so that generic code knows its row at compile time.
template <MemberId kMember>
using MemberTag = std::integral_constant<MemberId, kMember>;

/// Calls `visit(MemberTag<…>{})` for each member, in the order of struct Article. Within a generic lambda its row is
/// `kMemberRow<member>`.
template <typename Visit>
constexpr void for_each_member(Visit visit) {
  [&]<std::size_t... kAt>(std::index_sequence<kAt...>) { (visit(MemberTag<static_cast<MemberId>(kAt)>{}), ...); }
  (std::make_index_sequence<kMemberCount>{});
}

namespace member_checks {

constexpr bool is_in_order() {
  bool in_order = true;
  std::size_t at = 0;
  std::apply([&](const auto&... row) { ((in_order = in_order && row.id == static_cast<MemberId>(at++)), ...); },
             kArticleMembers);
  return in_order;
}

/// The size of a struct with exactly these members, in this order.
constexpr std::size_t size_together() {
  std::size_t size = 0;
  const auto align = [&](std::size_t alignment) { size = (size + alignment - 1) / alignment * alignment; };
  for_each_member([&](auto member) {
    using Value = typename std::decay_t<decltype(kMemberRow<member>)>::Value;
    align(alignof(Value));
    size += sizeof(Value);
  });
  align(alignof(Article));
  return size;
}

/// Whether names and member pointers are unique.
constexpr bool are_distinct() {
  bool distinct = true;
  for_each_member([&](auto one) {
    for_each_member([&](auto other) {
      if constexpr (one < other) {
        constexpr const auto& a = kMemberRow<one>;
        constexpr const auto& b = kMemberRow<other>;
        if (std::string_view(a.name) == b.name) distinct = false;
        if constexpr (std::is_same_v<decltype(a.value), decltype(b.value)>) distinct = distinct && a.value != b.value;
      }
    });
  });
  return distinct;
}

static_assert(is_in_order(), "the rows need the order of enum MemberId, one for each");
static_assert(are_distinct(), "two rows share a name or a member");
static_assert(size_together() == sizeof(Article), "a member of Article has no row");

}  // namespace member_checks

}  // namespace council_news
