#include "searcher/search.h"

#include <algorithm>

#include "common/error.h"
#include "common/index/database.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "searcher/answer/snippet.h"
#include "searcher/query/compile.h"
#include "searcher/query/parser.h"

namespace council_news {
namespace {

/// Matches are counted rather than estimated up to this many.
constexpr std::size_t kMostCounted = 100'000;

/// An indexer at work commits every few seconds: a search that meets three commits in a row has bad luck indeed.
constexpr int kMostTries = 10;

void set_order(Xapian::Enquire& enquire, SortOrder order) {
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  switch (order) {
    case SortOrder::relevance: return enquire.set_sort_by_relevance_then_value(kPublishedSlot, true);
    case SortOrder::newest: return enquire.set_sort_by_value_then_relevance(kPublishedSlot, true);
    case SortOrder::oldest: return enquire.set_sort_by_value_then_relevance(kPublishedSlot, false);
  }
}

bool is_relaxable(const Node& root) {
  if (root.kind != NodeKind::all_of) return false;
  const auto words = std::count_if(root.children.begin(), root.children.end(), [](const Node& child) {
    return child.kind != NodeKind::field && child.kind != NodeKind::none_of;
  });
  return words > 1;
}

}  // namespace

Searcher::Searcher(const std::filesystem::path& path, const Day& today)
    : database_(open_for_reading(path)), today_(today) {}

Answer Searcher::search(const Request& request) {
  for (int tries = 1;; ++tries) {
    try {
      return search_once(request);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (tries == kMostTries) throw DatabaseError("the database changes too fast: " + error.get_msg(), "try again");
      database_.reopen();
    }
  }
}

Answer Searcher::search_once(const Request& request) {
  ParsedQuery parsed = request.plain ? parse_plain(request.query, request.any) : parse_query(request.query);
  if (parsed.root.kind == NodeKind::nothing)
    throw UsageError("the query has no word in it", "council-search WORD… or FIELD:VALUE; --help lists the fields");

  Answer answer;
  answer.query = request.query;
  answer.read_as = describe(parsed.root);
  answer.warnings = std::move(parsed.warnings);

  Xapian::Enquire enquire(database_);
  set_order(enquire, request.sort);
  const auto first = static_cast<Xapian::doccount>(std::min<std::size_t>(request.offset, UINT32_MAX / 2));
  const auto most = static_cast<Xapian::doccount>(std::min<std::size_t>(request.limit, UINT32_MAX / 2));
  const auto counted = static_cast<Xapian::doccount>(std::min<std::size_t>(database_.get_doccount(), kMostCounted));
  const auto run = [&](bool relaxed) {
    CompiledQuery compiled = compile(parsed.root, database_, stem_, today_, relaxed);
    if (!relaxed) std::move(compiled.warnings.begin(), compiled.warnings.end(), std::back_inserter(answer.warnings));
    enquire.set_query(compiled.query);
    return enquire.get_mset(first, most, counted);
  };
  Xapian::MSet matches = run(request.any && !request.plain);
  if (matches.get_matches_upper_bound() == 0 && is_relaxable(parsed.root) && !request.any) {
    matches = run(true);
    answer.relaxed = matches.get_matches_upper_bound() != 0;
  }
  answer.total = matches.get_matches_estimated();
  answer.exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();

  const Highlighter highlighter(parsed.root, stem_);
  for (auto it = matches.begin(); it != matches.end(); ++it) {
    Hit hit;
    hit.rank = it.get_rank() + 1;
    hit.score = it.get_weight();
    hit.article = article_of(it.get_document());
    Snippet snippet = highlighter.snippet(hit.article, stem_);
    hit.snippet = std::move(snippet.text);
    hit.matches = std::move(snippet.matches);
    answer.hits.push_back(std::move(hit));
  }
  return answer;
}

}  // namespace council_news
