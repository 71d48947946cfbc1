#include "indexer/enrich/merge.h"

#include <algorithm>
#include <tuple>

#include "common/add_new.h"
#include "common/article_json.h"
#include "common/hash.h"
#include "common/text/fold.h"

namespace council_news {
namespace {

/// The longer of two values, and of equals the one that sorts first: an order in which the greatest does not depend on
/// what came first.
template <typename Value>
const Value& fuller(const Value& a, const Value& b) {
  if (a.size() != b.size()) return a.size() > b.size() ? a : b;
  return std::min(a, b);
}

/// A headline cut short loses against a whole one.
const std::string& better_title(const std::string& a, const std::string& b) {
  const auto is_cut = [](const std::string& title) { return title.ends_with("...") || title.ends_with("…"); };
  if (!a.empty() && !b.empty() && is_cut(a) != is_cut(b)) return is_cut(a) ? b : a;
  return fuller(a, b);
}

/// The first in order that is not empty.
const std::string& first_of(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.empty() ? b : a;
  return std::min(a, b);
}

/// The finer known moment, and of equals the earlier.
std::optional<Timestamp> better_date(const std::optional<Timestamp>& a, const std::optional<Timestamp>& b) {
  if (!a || !b) return a ? a : b;
  if (a->precision != b->precision) return a->precision > b->precision ? a : b;
  return std::min(a, b);
}

/// The earlier of two moments, or the one that is known.
std::optional<Timestamp> earlier(const std::optional<Timestamp>& a, const std::optional<Timestamp>& b) {
  return !a || !b ? std::max(a, b) : std::min(a, b);
}

std::vector<std::string> united(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end());
  a.erase(std::unique(a.begin(), a.end()), a.end());
  return a;
}

/// Bytes of the text as it was read, before anything was found to be boilerplate.
std::size_t size_as_read(const Article& article) {
  std::size_t size = article.body.size();
  for (const std::string& paragraph : article.boilerplate) size += paragraph.size() + 2;
  return size;
}

/// Which of two has the fuller text.
const Article& with_fuller_text(const Article& a, const Article& b) {
  const std::size_t size_a = size_as_read(a);
  const std::size_t size_b = size_as_read(b);
  if (size_a != size_b) return size_a > size_b ? a : b;
  return a.body <= b.body ? a : b;
}

template <typename Value>
void keep_if_empty(Value& value, const Value& known) {
  if (value == Value{}) value = known;
}

void fill_from(Article& article, const Article& known) {
  keep_if_empty(article.guid, known.guid);
  keep_if_empty(article.url, known.url);
  keep_if_empty(article.title, known.title);
  keep_if_empty(article.authors, known.authors);
  keep_if_empty(article.updated, known.updated);
  keep_if_empty(article.outlet, known.outlet);
  keep_if_empty(article.summary, known.summary);
  keep_if_empty(article.body, known.body);
  const bool one_day = article.published && known.published && day_of(*article.published) == day_of(*known.published);
  if (!article.published || one_day) article.published = better_date(article.published, known.published);
  add_new(article.categories, known.categories);
  add_new(article.given_councils, known.given_councils);
  add_new(article.given_topics, known.given_topics);
  add_new(article.earlier_titles, known.earlier_titles);
}

}  // namespace

Article combine(const Article& a, const Article& b) {
  Article both = a;
  both.guid = first_of(a.guid, b.guid);
  both.url = first_of(a.url, b.url);
  both.title = better_title(a.title, b.title);
  both.authors = fuller(a.authors, b.authors);
  both.published = better_date(a.published, b.published);
  both.updated = std::max(a.updated, b.updated);
  both.outlet = fuller(a.outlet, b.outlet);
  both.source = first_of(a.source, b.source);
  both.categories = united(a.categories, b.categories);
  both.given_councils = united(a.given_councils, b.given_councils);
  both.given_topics = united(a.given_topics, b.given_topics);
  both.summary = fuller(a.summary, b.summary);
  both.body = with_fuller_text(a, b).body;
  both.boilerplate = with_fuller_text(a, b).boilerplate;
  both.first_seen = earlier(a.first_seen, b.first_seen);
  both.last_seen = std::max(a.last_seen, b.last_seen);
  both.changed = std::max(a.changed, b.changed);
  both.earlier_titles = united(a.earlier_titles, b.earlier_titles);
  both.warnings = united(a.warnings, b.warnings);
  return both;
}

Article update(const Article& stored, const Article& seen, Timestamp seen_at) {
  const bool is_blurb = size_as_read(seen) * 2 < size_as_read(stored);
  Article result = is_blurb ? stored : seen;
  fill_from(result, is_blurb ? seen : stored);
  result.source = stored.source;
  result.first_seen = earlier(stored.first_seen, seen.first_seen);
  result.last_seen = seen_at;
  result.changed = std::max(stored.changed, seen.changed);
  const bool retitled = fold_name(result.title) != fold_name(stored.title);
  if (retitled && !stored.title.empty()) add_new(result.earlier_titles, {stored.title});
  if (retitled || (result.body != stored.body && !stored.body.empty())) result.changed = seen_at;
  return result;
}

Article merge_readings(std::vector<Article> readings) {
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Article& a, const Article& b) { return a.last_seen < b.last_seen; });
  std::optional<Article> merged;
  for (auto run = readings.begin(); run != readings.end();) {
    Article seen = *run;
    const auto end =
        std::find_if(run, readings.end(), [&](const Article& one) { return one.last_seen != seen.last_seen; });
    for (++run; run != end; ++run) seen = combine(seen, *run);
    merged = merged ? update(*merged, seen, seen.last_seen.value_or(Timestamp{})) : seen;
  }
  return *merged;
}

Article as_given(Article article) {
  article.id.clear();
  article.councils.clear();
  article.mentions.clear();
  article.topics.clear();
  article.evidence = {};
  return article;
}

std::string version_of(const Article& article) {
  Article own = as_given(article);
  own.source.clear();
  own.warnings.clear();
  return hash_hex(to_json(own)).substr(0, 16);
}

}  // namespace council_news
