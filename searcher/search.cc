#include "searcher/search.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "common/add_new.h"
#include "common/error.h"
#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "common/text/utf8.h"
#include "searcher/answer/archive.h"
#include "searcher/answer/attributions.h"
#include "searcher/answer/every_match.h"
#include "searcher/answer/facets.h"
#include "searcher/answer/find_article.h"
#include "searcher/answer/hints.h"
#include "searcher/answer/hits.h"
#include "searcher/answer/order.h"
#include "searcher/answer/page.h"
#include "searcher/answer/score_reasons.h"
#include "searcher/answer/similar.h"
#include "searcher/answer/since.h"
#include "searcher/answer/timeline.h"
#include "searcher/query/compile.h"
#include "searcher/query/coordination.h"
#include "searcher/query/did_you_mean.h"
#include "searcher/query/parser.h"
#include "searcher/query/resolve.h"

namespace council_news {
namespace {

using Xapian::Query;

/// A request's query, ready to run.
struct PreparedQuery {
  Node root;
  CompiledQuery compiled;
  std::string read_as;
  std::vector<std::string> warnings;
};

TermMatch term_match_of(const Request& request) { return request.any ? TermMatch::any : TermMatch::all; }

/// Restricts a query to the matches of `filter`.
void narrow(CompiledQuery& compiled, const Query& filter) {
  for (Query* query : {&compiled.found, &compiled.leading, &compiled.boosted})
    if (query == &compiled.found || !query->empty()) *query = Query(Query::OP_FILTER, *query, filter);
}

/// Cuts a note that quotes a long query.
std::string shortened(const std::string& note) {
  constexpr std::size_t kMaxBytes = 400;
  if (note.size() <= kMaxBytes) return note;
  std::size_t end = 0;
  for (std::size_t at = 0; at <= kMaxBytes; next_code_point(note, at)) end = at;
  return note.substr(0, end) + "…";
}

/// Runs `step`. Xapian's exceptions become DatabaseError, so that callers need not know Xapian.
template <class Step>
auto with_our_errors(const Step& step) -> decltype(step()) {
  try {
    return step();
  } catch (const Xapian::NetworkError& error) {
    throw DatabaseError("the connection to a database was lost: " + error.get_msg(),
                        "check that its server is still running");
  } catch (const Xapian::Error& error) {
    throw DatabaseError("the database could not be used: " + error.get_msg(),
                        "is the disk full, or does another program write to the database?");
  }
}

}  // namespace

/// The implementation of Searcher. Its functions throw Xapian's exceptions.
class Searcher::Engine {
 public:
  Engine(std::vector<std::filesystem::path> paths, const Day& today) : archive_(std::move(paths)), today_(today) {}

  Archive& archive() { return archive_; }

  void refresh(const Day& today) {
    archive_.refresh();
    today_ = today;
  }

  Answer search(const Request& request) {
    return with_retries(archive_, [&] { return search_once(request); });
  }

  void search_all(const Request& request, StreamOrder order, const std::function<void(const Answer&)>& begin,
                  const std::function<void(Hit)>& each);

 private:
  const Xapian::Database& database() const { return archive_.database(); }

  Answer search_once(const Request& request);
  Answer show(const std::string& id);
  Answer similar(const Request& request);
  PreparedQuery prepare(const Request& request, TermMatch match);
  CompiledQuery compile_for(const Request& request, TermMatch match, const Node& root);
  void add_hints(const Request& request, const Node& root, Answer& answer);
  std::vector<Hit> read_hits(const Page& page, const Request& request, const Query& query, const Node& root);
  void stream_sorted(const Request& request, const PreparedQuery& prepared, const std::function<void(Hit)>& each);

  Archive archive_;
  Stemmer stem_;
  Day today_;
};

CompiledQuery Searcher::Engine::compile_for(const Request& request, TermMatch match, const Node& root) {
  CompiledQuery compiled = compile(root, database(), stem_, match);
  if (!request.since.empty()) narrow(compiled, entered_since(request.since));
  return compiled;
}

PreparedQuery Searcher::Engine::prepare(const Request& request, TermMatch match) {
  ParsedQuery parsed = request.plain ? parse_plain(request.query) : parse_query(request.query);
  if (parsed.root.kind == NodeKind::nothing)
    throw UsageError("the query contains no words", "council-search WORD… or FIELD:VALUE; --help lists the fields");

  PreparedQuery prepared;
  prepared.root = std::move(parsed.root);
  const auto warn = [&prepared](const std::vector<std::string>& warnings) {
    for (const std::string& warning : warnings) add_new(prepared.warnings, shortened(warning));
  };
  warn(parsed.warnings);
  warn(resolve(prepared.root, database(), stem_, today_));
  if (prepared.root.kind == NodeKind::nothing)
    throw UsageError("the query contains no words: " + prepared.warnings.back());
  prepared.read_as = describe(prepared.root, match == TermMatch::any);
  prepared.compiled = compile_for(request, match, prepared.root);
  warn(prepared.compiled.warnings);
  return prepared;
}

Answer Searcher::Engine::search_once(const Request& request) {
  if (!request.show.empty()) return show(request.show);
  if (!request.similar.empty()) return similar(request);
  PreparedQuery prepared = prepare(request, term_match_of(request));
  Answer answer;
  answer.query = request.query;
  answer.read_as = std::move(prepared.read_as);
  answer.warnings = std::move(prepared.warnings);
  RankedPage ranked = rank_page(archive_, request, prepared.compiled, today_);
  if (ranked.total.number == 0 && is_relaxable(prepared.root) && !request.any && request.relax) {
    prepared.compiled = compile_for(request, TermMatch::coordinated, prepared.root);
    ranked = rank_page(archive_, request, prepared.compiled, today_);
    answer.relaxed = ranked.total.number != 0;
  }
  answer.total = ranked.total.number;
  answer.exact = ranked.total.exact;
  add_hints(request, prepared.root, answer);
  const Query& found = prepared.compiled.found;
  answer.last_page = ranked.page.size() < request.limit;
  answer.hits = read_hits(ranked.page, request, found, prepared.root);
  if (!request.facets.empty()) answer.facets = count_facets(database(), found, request.facets);
  if (request.timeline) answer.timeline = count_periods(database(), found, today_);
  return answer;
}

/// Adds hints when no article has everything the query asks for, or when any of its words will do.
void Searcher::Engine::add_hints(const Request& request, const Node& root, Answer& answer) {
  const bool lacks_some = answer.total == 0 || answer.relaxed;
  if (!lacks_some && (!request.any || request.plain)) return;
  if (lacks_some) answer.suggestion = did_you_mean(root, request.query, database(), stem_);
  // "Nothing new" does not mean that nothing matches.
  if (!request.since.empty()) return;
  const auto warn = [&answer](std::string hint) {
    if (!hint.empty()) answer.warnings.push_back(std::move(hint));
  };
  warn(missing_words(root, database(), stem_));
  if (answer.total == 0) warn(mentions_instead(root, database(), stem_));
}

std::vector<Hit> Searcher::Engine::read_hits(const Page& page, const Request& request, const Query& query,
                                             const Node& root) {
  const HitReader reader(database(), root, stem_);
  std::vector<Hit> hits;
  for (const Xapian::MSetIterator& match : page) {
    const Xapian::Document document = match.get_document();
    Hit hit = reader.read(document);
    hit.rank = request.offset + hits.size() + 1;
    hit.score = match.get_weight();
    if (request.explain) {
      hit.reasons = reasons_for(
          database(), {.query = query, .root = root, .document = document, .score = hit.score, .sort = request.sort},
          stem_);
      hit.attributions = attributions_of(hit.article);
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

void Searcher::Engine::search_all(const Request& request, StreamOrder order,
                                  const std::function<void(const Answer&)>& begin,
                                  const std::function<void(Hit)>& each) {
  Request all = request;
  all.limit = 0;
  all.offset = 0;
  all.group = false;
  bool begun = false;
  std::size_t delivered = 0;
  Xapian::docid last = 0;
  with_retries(archive_, delivered, [&] {
    const Answer answer = search_once(all);
    const PreparedQuery prepared = prepare(all, answer.relaxed ? TermMatch::coordinated : term_match_of(request));
    if (!std::exchange(begun, true)) begin(answer);
    if (order == StreamOrder::as_requested) return stream_sorted(all, prepared, each);
    const HitReader reader(database(), prepared.root, stem_);
    const auto visit = [&](Xapian::docid number, double weight) {
      if (number <= last) return;  // delivered before the database changed
      Hit hit = reader.read(database().get_document(number));
      hit.rank = ++delivered;
      hit.score = weight;
      last = number;
      each(std::move(hit));
    };
    for_every_match(database(), prepared.compiled.found, visit);
  });
}

void Searcher::Engine::stream_sorted(const Request& request, const PreparedQuery& prepared,
                                     const std::function<void(Hit)>& each) {
  Request whole = request;
  whole.limit = database().get_doccount();
  std::vector<std::pair<Xapian::docid, double>> found;
  for (const Xapian::MSetIterator& match : rank_page(archive_, whole, prepared.compiled, today_).page)
    found.emplace_back(*match, match.get_weight());
  const HitReader reader(database(), prepared.root, stem_);
  std::size_t rank = 0;
  std::size_t next = 0;
  with_retries(archive_, next, [&] {
    while (next < found.size()) {
      std::optional<Hit> hit;
      try {
        hit = reader.read(database().get_document(found[next].first));
      } catch (const Xapian::DocNotFoundError&) {  // deleted meanwhile
      }
      const double score = found[next++].second;
      if (!hit) continue;
      hit->rank = ++rank;
      hit->score = score;
      each(std::move(*hit));
    }
  });
}

Answer Searcher::Engine::show(const std::string& id) {
  Answer answer;
  answer.query = "id:" + id;
  answer.total = 1;
  answer.whole = true;
  answer.hits.push_back(read_whole(database(), find_article(database(), id)));
  answer.read_as = "the article " + answer.hits.front().article.id;
  return answer;
}

Answer Searcher::Engine::similar(const Request& request) {
  const Xapian::Document document = find_article(database(), request.similar);
  SimilarQuery like = similar_to(database(), document);
  Answer answer;
  Node root;
  const std::string read_as = fmt::format("like “{}”", squeeze(article_of(document).title));
  if (!trim(request.query).empty()) {
    PreparedQuery prepared = prepare(request, term_match_of(request));
    answer.query = request.query;
    answer.read_as = read_as + " AND " + prepared.read_as;
    answer.warnings = std::move(prepared.warnings);
    root = std::move(prepared.root);
    like.query = Query(Query::OP_FILTER, like.query, prepared.compiled.found);
  } else {
    answer.query = "similar:" + request.similar;
    answer.read_as = read_as;
    if (!request.since.empty()) like.query = Query(Query::OP_FILTER, like.query, entered_since(request.since));
  }

  Xapian::Enquire enquire(database());
  enquire.set_weighting_scheme(weighting());
  enquire.set_cutoff(0, like.min_weight);
  if (request.sort == SortOrder::newest || request.sort == SortOrder::oldest)
    DateOrder(database(), archive_.is_local(), request.sort, today_).set(enquire);
  if (request.group) enquire.set_collapse_key(kGroupSlot);
  enquire.set_query(like.query);
  const Xapian::doccount all = database().get_doccount();
  const auto within = [all](std::size_t n) { return static_cast<Xapian::doccount>(std::min<std::size_t>(n, all)); };
  const Page page = page_of(enquire.get_mset(within(request.offset), within(request.limit), all));
  for_every_match(database(), like.query,
                  [&](Xapian::docid, double weight) { answer.total += weight >= like.min_weight ? 1 : 0; });
  answer.last_page = page.size() < request.limit;
  answer.hits = read_hits(page, request, like.query, root);
  return answer;
}

Searcher::Searcher(const std::filesystem::path& path, const Day& today)
    : Searcher(std::vector<std::filesystem::path>{path}, today) {}

Searcher::Searcher(std::vector<std::filesystem::path> paths, const Day& today)
    : engine_(with_our_errors([&] { return std::make_unique<Engine>(std::move(paths), today); })) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&& other) noexcept = default;
Searcher& Searcher::operator=(Searcher&& other) noexcept = default;

Answer Searcher::search(const Request& request) {
  return with_our_errors([&] { return engine_->search(request); });
}

void Searcher::search_all(const Request& request, StreamOrder order, const std::function<void(const Answer&)>& begin,
                          const std::function<void(Hit)>& each) {
  with_our_errors([&] { engine_->search_all(request, order, begin, each); });
}

void Searcher::refresh(const Day& today) {
  with_our_errors([&] { engine_->refresh(today); });
}

std::vector<Mark> Searcher::marks() const {
  return with_our_errors([&] { return engine_->archive().marks(); });
}

}  // namespace council_news
