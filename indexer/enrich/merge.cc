#include "indexer/enrich/merge.h"

#include <algorithm>
#include <tuple>
#include <type_traits>

#include "common/add_new.h"
#include "common/article_json.h"
#include "common/article_members.h"
#include "common/hash.h"
#include "common/text/fold.h"

namespace council_news {
namespace {

template <Combine kHow>
using CombineBy = std::integral_constant<Combine, kHow>;

/// Every rule but `none` picks the extreme of a total order, so the order of the readings does not matter.
template <typename Value>
const Value& combined(CombineBy<Combine::none>, const Value& a, const Value&) {
  return a;
}

const std::string& combined(CombineBy<Combine::first>, const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.empty() ? b : a;
  return std::min(a, b);
}

template <typename Value>
const Value& combined(CombineBy<Combine::fuller>, const Value& a, const Value& b) {
  if (a.size() != b.size()) return a.size() > b.size() ? a : b;
  return std::min(a, b);
}

const std::string& combined(CombineBy<Combine::headline>, const std::string& a, const std::string& b) {
  const auto is_cut = [](const std::string& title) { return title.ends_with("...") || title.ends_with("…"); };
  if (!a.empty() && !b.empty() && is_cut(a) != is_cut(b)) return is_cut(a) ? b : a;
  return combined(CombineBy<Combine::fuller>{}, a, b);
}

std::vector<std::string> combined(CombineBy<Combine::all>, std::vector<std::string> a,
                                  const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end());
  a.erase(std::unique(a.begin(), a.end()), a.end());
  return a;
}

using Moment = std::optional<Timestamp>;

Moment combined(CombineBy<Combine::finer>, const Moment& a, const Moment& b) {
  if (!a || !b) return a ? a : b;
  if (a->precision != b->precision) return a->precision > b->precision ? a : b;
  return std::min(a, b);
}

Moment combined(CombineBy<Combine::earlier>, const Moment& a, const Moment& b) {
  return !a || !b ? std::max(a, b) : std::min(a, b);
}

Moment combined(CombineBy<Combine::later>, const Moment& a, const Moment& b) { return std::max(a, b); }

template <Update kHow>
using UpdateBy = std::integral_constant<Update, kHow>;

/// The later reading's value with the known ones added.
template <typename Value>
void update_value(UpdateBy<Update::newest>, Value&, const Value&) {}

template <typename Value>
void update_value(UpdateBy<Update::fill>, Value& value, const Value& known) {
  if (value == Value{}) value = known;
}

void update_value(UpdateBy<Update::all>, std::vector<std::string>& values, const std::vector<std::string>& known) {
  add_new(values, known);
}

void update_value(UpdateBy<Update::finer_of_day>, Moment& moment, const Moment& known) {
  if (!moment || (known && day_of(*moment) == day_of(*known)))
    moment = combined(CombineBy<Combine::finer>{}, moment, known);
}

void update_value(UpdateBy<Update::earlier>, Moment& moment, const Moment& known) {
  moment = combined(CombineBy<Combine::earlier>{}, moment, known);
}

void update_value(UpdateBy<Update::later>, Moment& moment, const Moment& known) { moment = std::max(moment, known); }

/// Bytes of the text as read, including what was later found to be boilerplate.
std::size_t size_as_read(const Article& article) {
  std::size_t size = article.body.size();
  for (const std::string& paragraph : article.boilerplate) size += paragraph.size() + 2;
  return size;
}

const Article& with_fuller_text(const Article& a, const Article& b) {
  const std::size_t size_a = size_as_read(a);
  const std::size_t size_b = size_as_read(b);
  if (size_a != size_b) return size_a > size_b ? a : b;
  return std::tie(a.body, a.boilerplate) <= std::tie(b.body, b.boilerplate) ? a : b;
}

}  // namespace

Article combine(const Article& a, const Article& b) {
  const Article& fuller = with_fuller_text(a, b);
  Article both;
  for_each_member([&](auto member) {
    constexpr const auto& row = kMemberRow<member>;
    if constexpr (row.combine == Combine::with_text) {
      both.*row.value = fuller.*row.value;
    } else {
      both.*row.value = combined(CombineBy<row.combine>{}, a.*row.value, b.*row.value);
    }
  });
  return both;
}

Article update(const Article& stored, const Article& seen, Timestamp seen_at) {
  const bool is_blurb = size_as_read(seen) * 2 < size_as_read(stored);
  Article result = is_blurb ? stored : seen;
  const Article& other = is_blurb ? seen : stored;
  for_each_member([&](auto member) {
    constexpr const auto& row = kMemberRow<member>;
    if constexpr (row.update == Update::oldest) {
      result.*row.value = stored.*row.value;
    } else {
      update_value(UpdateBy<row.update>{}, result.*row.value, other.*row.value);
    }
  });
  result.last_seen = seen_at;
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
  for_each_member([&](auto member) {
    if constexpr (kMemberRow<member>.origin == Origin::judged) article.*kMemberRow<member>.value = {};
  });
  return article;
}

std::string version_of(const Article& article) {
  Article own;
  for_each_member([&](auto member) {
    if constexpr (kMemberRow<member>.origin == Origin::given)
      own.*kMemberRow<member>.value = article.*kMemberRow<member>.value;
  });
  return hash_hex(version_json(own)).substr(0, 16);
}

}  // namespace council_news
