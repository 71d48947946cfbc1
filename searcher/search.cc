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
#include "searcher/answer/new_matches.h"
#include "searcher/answer/order.h"
#include "searcher/answer/page.h"
#include "searcher/answer/score_reasons.h"
#include "searcher/answer/similar.h"
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
  double min_weight = 0;  ///< of a match
  std::string query;      ///< as an answer gives it
  std::string read_as;
  std::vector<std::string> warnings;
};

TermMatch term_match_of(const Request& request) { return request.any ? TermMatch::any : TermMatch::all; }

/// What an answer says of its query.
Answer head_of(const PreparedQuery& prepared) {
  Answer answer;
  answer.query = prepared.query;
  answer.read_as = prepared.read_as;
  answer.warnings = prepared.warnings;
  return answer;
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

  NewAnswer find_new(const Request& request, StreamOrder order, const GivenIds& given) {
    return with_retries(archive_, [&] { return find_new_once(request, order, given); });
  }

  void read_new(const Request& request, const std::vector<NewMatch>& matches, const EachNew& each);

 private:
  const Xapian::Database& database() const { return archive_.database(); }

  Answer search_once(const Request& request);
  Answer similar(const Request& request);
  PreparedQuery prepare_similar(const Request& request);
  PreparedQuery prepare(const Request& request, TermMatch match);
  PreparedQuery prepare_either(const Request& request);
  NewAnswer find_new_once(const Request& request, StreamOrder order, const GivenIds& given);
  void add_hints(const Request& request, const Node& root, Answer& answer);
  std::vector<Hit> read_hits(const Page& page, const Request& request, const Query& query, const Node& root);
  void explain(const Request& request, const Query& query, const Node& root, const Xapian::Document& document,
               Hit& hit);
  void stream_sorted(const Request& request, const PreparedQuery& prepared, const std::function<void(Hit)>& each);

  Archive archive_;
  Stemmer stem_;
  Day today_;
};

PreparedQuery Searcher::Engine::prepare(const Request& request, TermMatch match) {
  ParsedQuery parsed = request.plain ? parse_plain(request.query) : parse_query(request.query);
  if (parsed.root.kind == NodeKind::nothing)
    throw UsageError("the query contains no words", "council-search WORD… or FIELD:VALUE; --help lists the fields");

  PreparedQuery prepared;
  prepared.query = request.query;
  prepared.root = std::move(parsed.root);
  const auto warn = [&prepared](const std::vector<std::string>& warnings) {
    for (const std::string& warning : warnings) add_new(prepared.warnings, shortened(warning));
  };
  warn(parsed.warnings);
  warn(resolve(prepared.root, database(), stem_, today_));
  if (prepared.root.kind == NodeKind::nothing)
    throw UsageError("the query contains no words: " + prepared.warnings.back());
  prepared.read_as = describe(prepared.root, match == TermMatch::any);
  prepared.compiled = compile(prepared.root, database(), stem_, match);
  warn(prepared.compiled.warnings);
  return prepared;
}

Answer Searcher::Engine::search_once(const Request& request) {
  if (!request.show.empty()) return show_article(database(), request.show);
  if (!request.changes.empty()) return list_changes(database(), request.changes);
  if (!request.similar.empty()) return similar(request);
  PreparedQuery prepared = prepare(request, term_match_of(request));
  Answer answer = head_of(prepared);
  RankedPage ranked = rank_page(archive_, request, prepared.compiled, today_);
  if (ranked.total.number == 0 && is_relaxable(prepared.root) && !request.any && request.relax) {
    prepared.compiled = compile(prepared.root, database(), stem_, TermMatch::coordinated);
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
    explain(request, query, root, document, hit);
    hits.push_back(std::move(hit));
  }
  return hits;
}

void Searcher::Engine::explain(const Request& request, const Query& query, const Node& root,
                               const Xapian::Document& document, Hit& hit) {
  if (!request.explain) return;
  hit.reasons = reasons_for(
      database(), {.query = query, .root = root, .document = document, .score = hit.score, .sort = request.sort},
      stem_);
  hit.attributions = attributions_of(hit.article);
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

PreparedQuery Searcher::Engine::prepare_similar(const Request& request) {
  const Xapian::Document document = find_article(database(), request.similar);
  SimilarQuery like = similar_to(database(), document);
  const std::string read_as = fmt::format("like “{}”", squeeze(article_of(document).title));
  PreparedQuery prepared;
  if (trim(request.query).empty()) {
    prepared.query = "similar:" + request.similar;
    prepared.read_as = read_as;
    prepared.compiled.found = std::move(like.query);
  } else {
    prepared = prepare(request, term_match_of(request));
    prepared.read_as = read_as + " AND " + prepared.read_as;
    const Query narrowed(Query::OP_FILTER, like.query, prepared.compiled.found);
    prepared.compiled = {};
    prepared.compiled.found = narrowed;
  }
  prepared.min_weight = like.min_weight;
  return prepared;
}

Answer Searcher::Engine::similar(const Request& request) {
  const PreparedQuery prepared = prepare_similar(request);
  const Query& found = prepared.compiled.found;
  Answer answer = head_of(prepared);
  Xapian::Enquire enquire(database());
  enquire.set_weighting_scheme(weighting());
  enquire.set_cutoff(0, prepared.min_weight);
  if (request.sort == SortOrder::newest || request.sort == SortOrder::oldest)
    DateOrder(database(), archive_.is_local(), request.sort, today_).set(enquire);
  if (request.group) enquire.set_collapse_key(kGroupSlot);
  enquire.set_query(found);
  const Xapian::doccount all = database().get_doccount();
  const auto within = [all](std::size_t n) { return static_cast<Xapian::doccount>(std::min<std::size_t>(n, all)); };
  const Page page = page_of(enquire.get_mset(within(request.offset), within(request.limit), all));
  for_every_match(database(), found,
                  [&](Xapian::docid, double weight) { answer.total += weight >= prepared.min_weight ? 1 : 0; });
  answer.last_page = page.size() < request.limit;
  answer.hits = read_hits(page, request, found, prepared.root);
  return answer;
}

PreparedQuery Searcher::Engine::prepare_either(const Request& request) {
  if (!request.show.empty() || !request.changes.empty())
    throw UsageError("a search for one article by its id has nothing new");
  return request.similar.empty() ? prepare(request, term_match_of(request)) : prepare_similar(request);
}

NewAnswer Searcher::Engine::find_new_once(const Request& request, StreamOrder order, const GivenIds& given) {
  const PreparedQuery prepared = prepare_either(request);
  const Xapian::MSet every = rank_every(archive_, request, prepared.compiled, prepared.min_weight, today_);
  NewMatches fresh = not_given(database(), every, given);
  if (order == StreamOrder::as_entered)
    std::sort(fresh.matches.begin(), fresh.matches.end(),
              [](const NewMatch& one, const NewMatch& other) { return one.number < other.number; });
  NewAnswer found{.answer = head_of(prepared), .matches = {}, .recognised = std::move(fresh.recognised)};
  Answer& answer = found.answer;
  answer.total = fresh.matches.size();
  if (every.empty() && request.similar.empty())
    answer.suggestion = did_you_mean(prepared.root, request.query, database(), stem_);
  std::vector<Xapian::docid> numbers;
  for (const NewMatch& match : fresh.matches) numbers.push_back(match.number);
  if (!request.facets.empty()) answer.facets = count_facets(database(), numbers, request.facets);
  if (request.timeline) answer.timeline = count_periods(database(), numbers, today_);
  const auto begin = fresh.matches.begin() + static_cast<std::ptrdiff_t>(std::min(request.offset, answer.total));
  const auto left = static_cast<std::size_t>(fresh.matches.end() - begin);
  found.matches.assign(begin, begin + static_cast<std::ptrdiff_t>(std::min(request.limit, left)));
  answer.last_page = left < request.limit;
  return found;
}

void Searcher::Engine::read_new(const Request& request, const std::vector<NewMatch>& matches, const EachNew& each) {
  std::size_t next = 0;
  std::size_t rank = 0;
  with_retries(archive_, next, [&] {
    const PreparedQuery prepared = prepare_either(request);
    const HitReader reader(database(), prepared.root, stem_);
    while (next < matches.size()) {
      const NewMatch& match = matches[next];
      const std::optional<Xapian::Document> document = document_of(database(), match);
      if (!document) {
        ++next;
        continue;
      }
      Hit hit = reader.read(*document);
      hit.score = match.weight;
      explain(request, prepared.compiled.found, prepared.root, *document, hit);
      const std::vector<std::uint64_t> keys = identity_keys(*document);
      hit.rank = ++rank;
      ++next;
      each(match, std::move(hit), keys);
    }
  });
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

NewAnswer Searcher::find_new(const Request& request, StreamOrder order, const GivenIds& given) {
  return with_our_errors([&] { return engine_->find_new(request, order, given); });
}

void Searcher::read_new(const Request& request, const std::vector<NewMatch>& matches, const EachNew& each) {
  with_our_errors([&] { engine_->read_new(request, matches, each); });
}

}  // namespace council_news
