#include "searcher/search.h"

#include <algorithm>

#include "common/add_new.h"
#include "common/error.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "common/text/utf8.h"
#include "searcher/answer/estimate.h"
#include "searcher/answer/hints.h"
#include "searcher/query/compile.h"
#include "searcher/query/parser.h"
#include "searcher/query/partial.h"
#include "searcher/query/recency.h"
#include "searcher/query/resolve.h"
#include "searcher/query/spelling.h"

namespace council_news {
namespace {

/// Matches are counted rather than estimated when not more articles than this have to be looked at, which takes some
/// ten milliseconds: of words, and of words whose positions count (phrases, NEAR). Who asks for the number gets it.
constexpr Xapian::doccount kMostCounted = 500'000;
constexpr Xapian::doccount kMostCountedInOrder = 20'000;

/// Matches looked at for an estimate.
constexpr Xapian::doccount kSample = 200;

/// With more matches than this, those that come first are looked for alone before all are weighed.
constexpr Xapian::doccount kFew = 2'000;

/// So many matches more than are shown are ranked by weight alone, for those that tell a story anew; and so many in
/// all.
constexpr Xapian::doccount kSpare = 20;
constexpr std::size_t kMostOfBest = 1'000;

/// An indexer at work commits every few seconds: a search that meets three commits in a row has bad luck indeed.
constexpr int kMostTries = 10;

/// Is the number of matches what is asked for, or what goes with it counted anyway?
bool wants_count(const Request& request) {
  return request.limit == 0 || !request.facets.empty() || request.timeline || !request.since.empty();
}

/// Of what a query finds, only what `filter` has.
void narrow(CompiledQuery& compiled, const Xapian::Query& filter) {
  compiled.found = Xapian::Query(Xapian::Query::OP_FILTER, compiled.found, filter);
  if (!compiled.leading.empty()) compiled.leading = Xapian::Query(Xapian::Query::OP_FILTER, compiled.leading, filter);
  if (!compiled.boosted.empty()) compiled.boosted = Xapian::Query(Xapian::Query::OP_FILTER, compiled.boosted, filter);
}

/// A note that repeats what was typed need not repeat all of it.
std::string shortened(const std::string& note) {
  constexpr std::size_t kMostBytes = 400;
  if (note.size() <= kMostBytes) return note;
  std::size_t end = 0;
  for (std::size_t at = 0; at <= kMostBytes; next_code_point(note, at)) end = at;
  return note.substr(0, end) + "…";
}

Xapian::doccount as_count(std::size_t number) {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(number, UINT32_MAX / 2));
}

}  // namespace

Wanted wanted_of(const Request& request) { return request.any ? Wanted::any : Wanted::every; }

Answer Searcher::search(const Request& request) {
  for (int tries = 1;; ++tries) {
    try {
      return search_once(request);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (tries == kMostTries) throw DatabaseError("the database changes too fast: " + error.get_msg(), "try again");
      refresh();
    }
  }
}

CompiledQuery Searcher::compile_for(const Request& request, Wanted wanted, const Node& root) {
  CompiledQuery compiled = compile(root, database_, stem_, wanted);
  if (!request.since.empty()) narrow(compiled, entered_since(request.since));
  return compiled;
}

CompiledQuery Searcher::prepare(const Request& request, Wanted wanted, Node& root, Answer& answer) {
  ParsedQuery parsed = request.plain ? parse_plain(request.query) : parse_query(request.query);
  if (parsed.root.kind == NodeKind::nothing)
    throw UsageError("the query has no word in it", "council-search WORD… or FIELD:VALUE; --help lists the fields");

  answer.query = request.query;
  root = std::move(parsed.root);
  const auto warn = [&answer](const std::vector<std::string>& warnings) {
    for (const std::string& warning : warnings) add_new(answer.warnings, shortened(warning));
  };
  warn(parsed.warnings);
  warn(resolve(root, database_, stem_, today_));
  if (root.kind == NodeKind::nothing) throw UsageError("the query has no word in it: " + answer.warnings.back());
  answer.read_as = describe(root, wanted == Wanted::any);

  CompiledQuery compiled = compile_for(request, wanted, root);
  warn(std::move(compiled.warnings));
  return compiled;
}

Answer Searcher::search_once(const Request& request) {
  if (!request.show.empty()) return show(request.show);
  if (!request.similar.empty()) return similar(request);
  Answer answer;
  Node root;
  CompiledQuery compiled = prepare(request, wanted_of(request), root, answer);
  Page page = run(request, compiled, answer);
  if (answer.total == 0 && is_relaxable(root) && !request.any && request.partial) {
    compiled = compile_for(request, Wanted::most, root);
    page = run(request, compiled, answer);
    answer.relaxed = answer.total != 0;
  }
  advise(request, root, answer);
  read_hits(page, request, compiled, root, answer);
  count(request, compiled.found, answer);
  return answer;
}

void Searcher::advise(const Request& request, const Node& root, Answer& answer) {
  const bool lacks_some = answer.total == 0 || answer.relaxed;
  if (!lacks_some && (!request.any || request.plain)) return;
  if (lacks_some) answer.suggestion = suggest(root, request.query, database_, stem_);
  // Of new articles alone it would say what is not so of the others.
  if (!request.since.empty()) return;
  const auto warn = [&answer](std::string hint) {
    if (!hint.empty()) answer.warnings.push_back(std::move(hint));
  };
  warn(missing_words(root, database_, stem_));
  if (answer.total == 0) warn(mentions_instead(root, database_, stem_));
}

Page Searcher::run(const Request& request, const CompiledQuery& compiled, Answer& answer) const {
  const bool by_weight = request.sort == SortOrder::relevance && compiled.boosted.empty() && !compiled.whole;
  const bool of_best = by_weight && request.offset + request.limit <= kMostOfBest;
  if (compiled.in_order && of_best && !wants_count(request) && is_local() && paths_.size() == 1)
    if (std::optional<Page> page = run_in_order(request, compiled.found, answer)) return *page;
  return run_in_full(request, compiled, answer);
}

std::optional<Page> Searcher::run_in_order(const Request& request, const Xapian::Query& query, Answer& answer) const {
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(weighting());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query);
  FirstMatches first;
  enquire.add_matchspy(&first);
  const Xapian::doccount wanted = as_count(request.offset + request.limit) + kSpare;
  const Xapian::MSet best = enquire.get_mset(0, wanted, kFirstMatches);
  const bool all = best.size() < wanted;
  std::optional<Page> page = page_of_best(best, all, request.offset, request.limit, request.group);
  if (!page) return page;
  const Total total =
      all ? Total{best.size(), true} : estimate_matches(database_, query, first, best.get_matches_upper_bound());
  answer.total = std::max<std::size_t>(total.number, best.size());
  answer.exact = total.exact;
  return page;
}

Page Searcher::run_in_full(const Request& request, const CompiledQuery& compiled, Answer& answer) const {
  const Xapian::doccount all = database_.get_doccount();
  Xapian::Enquire counting(database_);
  counting.set_weighting_scheme(Xapian::BoolWeight());
  counting.set_query(compiled.found);
  Xapian::MSet counted = counting.get_mset(0, 0);
  const bool by_weight = request.sort == SortOrder::relevance || request.sort == SortOrder::recent;
  const bool all_are_met = wants_count(request) || !by_weight;  // each match is dated, when ordered by date
  const bool countable =
      all_are_met || counted.get_matches_upper_bound() <= (compiled.in_order ? kMostCountedInOrder : kMostCounted);

  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(weighting());
  set_order(enquire, request.sort, is_local());
  if (request.group) enquire.set_collapse_key(kGroupSlot);
  const auto ranked = [&](const Xapian::Query& query, Xapian::doccount check) {
    enquire.set_query(request.sort == SortOrder::recent ? with_recency(query, database_, today_) : query);
    return enquire.get_mset(as_count(request.offset), as_count(request.limit), check);
  };
  Xapian::MSet matches;
  if (compiled.boosted.empty() || !by_weight) {
    const bool known = counted.get_matches_lower_bound() == counted.get_matches_upper_bound();
    // Phrases are looked for once: few are counted in passing, of many a sample would tell no more than their words do.
    // Words are faster counted without weights.
    const bool in_passing = !known && compiled.in_order && countable;
    if (!known && !compiled.in_order) counted = counting.get_mset(0, 0, countable ? all : kSample);
    Xapian::ValueCountMatchSpy passing(kGroupSlot);  // sees each, also of a story of which one is shown
    if (in_passing) enquire.add_matchspy(&passing);
    matches = ranked(compiled.found, compiled.whole || in_passing ? all : 0);
    if (in_passing) {
      answer.total = passing.get_total();
      return page_of(matches);
    }
  } else {
    counted = counting.get_mset(0, 0, countable ? all : kSample);
    const bool few = counted.get_matches_estimated() <= kFew;
    if (!few && !compiled.leading.empty() && !compiled.whole && request.sort == SortOrder::relevance)
      matches = ranked(compiled.leading, 0);
    if (matches.size() < request.limit) matches = ranked(compiled.boosted, all);
  }
  answer.total = counted.get_matches_estimated();
  answer.exact = counted.get_matches_lower_bound() == counted.get_matches_upper_bound();
  return page_of(matches);
}

void Searcher::read_hits(const Page& page, const Request& request, const CompiledQuery& compiled, const Node& root,
                         Answer& answer) {
  answer.last_page = page.size() < request.limit;
  const Highlighter highlighter(root, stem_);
  std::size_t rank = request.offset;
  for (const Xapian::MSetIterator& match : page) {
    Hit hit = hit_of(match.get_document(), highlighter);
    hit.rank = ++rank;
    hit.score = match.get_weight();
    if (request.explain) {
      hit.reasons = reasons_for(database_, compiled.found, root, match.get_document(), hit.score,
                                request.sort == SortOrder::recent, stem_);
      hit.attributions = attributions_of(hit.article);
    }
    answer.hits.push_back(std::move(hit));
  }
}

}  // namespace council_news
