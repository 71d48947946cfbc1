// Searches that look at every match, and those that begin with an article rather than with words.
#include <algorithm>

#include <fmt/core.h>

#include "common/error.h"
#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "common/text/utf8.h"
#include "searcher/answer/every_match.h"
#include "searcher/answer/find_article.h"
#include "searcher/answer/grouping.h"
#include "searcher/answer/similar.h"
#include "searcher/search.h"

namespace council_news {
namespace {

/// A long listing meets many commits; it goes on where it was, so only standing still counts.
constexpr int kMostTries = 10;

std::vector<std::pair<std::size_t, std::size_t>> in_characters(
    std::string_view text, const std::vector<std::pair<std::size_t, std::size_t>>& bytes) {
  const auto characters = [text](std::size_t end) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  };
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (const auto& [begin, end] : bytes) found.emplace_back(characters(begin), characters(end));
  return found;
}

}  // namespace

Hit Searcher::hit_of(const Xapian::Document& document, const Highlighter& highlighter) {
  Hit hit;
  hit.article = article_of(document);
  Snippet snippet = highlighter.snippet(hit.article, stem_);
  hit.snippet = std::move(snippet.text);
  hit.matches = std::move(snippet.matches);
  hit.title_matches = in_characters(hit.article.title, highlighter.ranges(hit.article.title, stem_));
  Others others = others_of(database_, document);
  hit.also = others.count;
  hit.also_in = std::move(others.outlets);
  return hit;
}

void Searcher::count(const Request& request, const Xapian::Query& query, Answer& answer) const {
  if (!request.facets.empty()) answer.facets = count_facets(database_, query, request.facets);
  if (request.timeline) answer.timeline = count_periods(database_, query);
}

void Searcher::search_all(const Request& request, bool sorted, const std::function<void(const Answer&)>& begin,
                          const std::function<void(Hit)>& each) {
  Request all = request;
  all.limit = 0;
  all.offset = 0;
  all.group = false;
  bool begun = false;
  std::size_t rank = 0;
  Xapian::docid last = 0;
  for (int tries = 1;; ++tries) {
    const std::size_t rank_before = rank;
    try {
      Answer answer = search(all);
      Answer unused;
      Node root;
      const CompiledQuery compiled = prepare(all, answer.relaxed ? Wanted::most : wanted_of(request), root, unused);
      if (!begun) begin(answer);
      begun = true;
      const Highlighter highlighter(root, stem_);
      if (sorted) return each_sorted(all, compiled, highlighter, each);
      const auto visit = [&](Xapian::docid number, double weight) {
        if (number <= last) return;  // written before the database changed
        Hit hit = hit_of(database_.get_document(number), highlighter);
        hit.rank = ++rank;
        hit.score = weight;
        last = number;
        each(std::move(hit));
      };
      return for_every_match(database_, compiled.found, visit);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (rank > rank_before) tries = 1;
      if (tries == kMostTries) throw DatabaseError("the database changes too fast: " + error.get_msg(), "try again");
      refresh();
    }
  }
}

void Searcher::each_sorted(const Request& request, const CompiledQuery& compiled, const Highlighter& highlighter,
                           const std::function<void(Hit)>& each) {
  Request whole = request;
  whole.limit = database_.get_doccount();
  std::vector<std::pair<Xapian::docid, double>> found;
  {
    Answer unused;
    for (const Xapian::MSetIterator& match : run(whole, compiled, unused))
      found.emplace_back(*match, match.get_weight());
  }
  std::size_t rank = 0;
  int tries = 1;
  for (std::size_t i = 0; i < found.size();) {
    try {
      Hit hit = hit_of(database_.get_document(found[i].first), highlighter);
      hit.rank = ++rank;
      hit.score = found[i].second;
      ++i;
      tries = 1;
      each(std::move(hit));
    } catch (const Xapian::DocNotFoundError&) {
      ++i;  // taken out meanwhile
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (tries++ == kMostTries) throw DatabaseError("the database changes too fast: " + error.get_msg(), "try again");
      refresh();
    }
  }
}

Answer Searcher::show(const std::string& id) {
  const Xapian::Document document = find_article(database_, id);
  Answer answer;
  answer.query = "id:" + id;
  answer.total = 1;
  answer.whole = true;
  Hit hit;
  hit.rank = 1;
  hit.article = article_of(document);
  Others others = others_of(database_, document);
  hit.also = others.count;
  hit.also_in = std::move(others.outlets);
  hit.others = other_articles(database_, document);
  answer.read_as = "the article " + hit.article.id;
  answer.hits.push_back(std::move(hit));
  return answer;
}

Answer Searcher::similar(const Request& request) {
  const Xapian::Document document = find_article(database_, request.similar);
  SimilarQuery like = similar_to(database_, document);
  Answer answer;
  Node root;
  CompiledQuery compiled;
  const std::string read_as = fmt::format("like “{}”", squeeze(article_of(document).title));
  if (!trim(request.query).empty()) {
    compiled = prepare(request, wanted_of(request), root, answer);
    like.query = Xapian::Query(Xapian::Query::OP_FILTER, like.query, compiled.found);
    answer.read_as = read_as + " AND " + answer.read_as;
  } else {
    answer.query = "similar:" + request.similar;
    answer.read_as = read_as;
    if (!request.since.empty())
      like.query = Xapian::Query(Xapian::Query::OP_FILTER, like.query, entered_since(request.since));
  }
  compiled.found = like.query;

  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(weighting());
  enquire.set_cutoff(0, like.least_weight);
  if (request.sort == SortOrder::newest || request.sort == SortOrder::oldest)
    set_order(enquire, request.sort, is_local());
  if (request.group) enquire.set_collapse_key(kGroupSlot);
  enquire.set_query(like.query);
  const Xapian::doccount all = database_.get_doccount();
  const auto within = [all](std::size_t n) { return static_cast<Xapian::doccount>(std::min<std::size_t>(n, all)); };
  const Xapian::MSet matches = enquire.get_mset(within(request.offset), within(request.limit), all);
  for_every_match(database_, like.query,
                  [&](Xapian::docid, double weight) { answer.total += weight >= like.least_weight ? 1 : 0; });
  read_hits(page_of(matches), request, compiled, root, answer);
  return answer;
}

}  // namespace council_news
