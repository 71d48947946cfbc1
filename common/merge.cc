#include "common/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <type_traits>

#include "common/add_new.h"
#include "common/article_json.h"
#include "common/article_members.h"
#include "common/hash.h"
#include "common/text/fold.h"
#include "common/text/split.h"
#include "common/text/tokeniser.h"
#include "common/text/url.h"

namespace council_news {
namespace {

template <Combine kHow>
using CombineBy = std::integral_constant<Combine, kHow>;

/// The length of a headline without the dots that say it was cut; npos if it was not.
std::size_t length_before_cut(const std::string& title) {
  for (const std::string_view dots : {"...", "…"}) {
    if (title.ends_with(dots)) return title.size() - dots.size();
  }
  return std::string::npos;
}

/// Whether `title` is the beginning of `whole`, with dots.
bool is_cut_of(const std::string& title, const std::string& whole) {
  const std::size_t cut = length_before_cut(title);
  return cut != std::string::npos && whole.starts_with(title.substr(0, cut));
}

bool is_cut(const std::string& title) { return length_before_cut(title) != std::string::npos; }

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

Moment combined(CombineBy<Combine::earliest_day>, const Moment& a, const Moment& b) {
  if (!a || !b) return a ? a : b;
  if (const Day day_a = day_of(*a), day_b = day_of(*b); day_a != day_b) return day_a < day_b ? a : b;
  if (a->precision != b->precision) return a->precision > b->precision ? a : b;
  return std::min(a, b);
}

Moment combined(CombineBy<Combine::earlier>, const Moment& a, const Moment& b) {
  return !a || !b ? std::max(a, b) : std::min(a, b);
}

Moment combined(CombineBy<Combine::later>, const Moment& a, const Moment& b) { return std::max(a, b); }

const Article& with_fuller_text(const Article& a, const Article& b) {
  const std::size_t size_a = size_as_read(a);
  const std::size_t size_b = size_as_read(b);
  if (size_a != size_b) return size_a > size_b ? a : b;
  return std::tie(a.body, a.boilerplate, a.form) <= std::tie(b.body, b.boilerplate, b.form) ? a : b;
}

/// When a source says that it last changed the article. Orders readings of one run.
Moment stated_time(const Article& reading) { return std::max(reading.updated, reading.published); }

/// Order by time; the content makes it total.
bool is_earlier(const Article& a, const Article& b) {
  const auto key = [](const Article& reading) {
    return std::tuple(time_of(reading), stated_time(reading), std::string_view(reading.id),
                      std::string_view(reading.title), std::string_view(reading.summary),
                      std::string_view(reading.body));
  };
  return key(a) < key(b);
}

/// Combines readings of one form and time, which are versions of one text: headline and summary are those that the
/// fullest text was read with.
Article combine_versions(const std::vector<const Article*>& versions) {
  Article all = *versions.front();
  const Article* fullest = versions.front();
  for (const Article* version : versions) {
    all = combine(all, *version);
    fullest = &with_fuller_text(*fullest, *version);
  }
  std::string title;
  std::string summary;
  for (const Article* version : versions) {
    if (std::tie(version->body, version->boilerplate) != std::tie(fullest->body, fullest->boilerplate)) continue;
    title = combined(CombineBy<Combine::headline>{}, title, version->title);
    summary = combined(CombineBy<Combine::fuller>{}, summary, version->summary);
  }
  std::string whole = title;
  for (const Article* version : versions)
    if (is_cut_of(title, version->title)) whole = combined(CombineBy<Combine::headline>{}, whole, version->title);
  if (!whole.empty()) all.title = whole;
  if (!summary.empty()) all.summary = summary;
  return all;
}

/// The readings of one form: one for each time, in order.
using Stream = std::vector<Article>;

std::vector<Stream> streams_of(const std::vector<Article>& readings) {
  std::map<std::string, std::map<std::pair<Timestamp, Moment>, std::vector<const Article*>>> by_form;
  for (const Article& reading : readings)
    by_form[reading.form][{time_of(reading), stated_time(reading)}].push_back(&reading);
  std::vector<Stream> streams;
  for (const auto& [form, states] : by_form) {
    Stream& stream = streams.emplace_back();
    for (const auto& [at, versions] : states) stream.push_back(combine_versions(versions));
  }
  return streams;
}

/// The value of a member in a stream, and when it was corrected.
template <typename Value>
struct Revised {
  Value value;
  Moment corrected;
};

/// Whether a later value says something else. A new session in an address does not, nor does a headline that was cut.
bool differs(MemberTag<MemberId::url>, const std::string& known, const std::string& later) {
  return canonical_url(known) != canonical_url(later);
}

bool differs(MemberTag<MemberId::title>, const std::string& known, const std::string& later) {
  return known != later && !is_cut_of(known, later) && !is_cut_of(later, known);
}

template <MemberId kMember, typename Value>
bool differs(MemberTag<kMember>, const Value& known, const Value& later) {
  return known != later;
}

template <MemberId kMember>
auto last_of(MemberTag<kMember> member, const Stream& stream) {
  constexpr auto value_of = kMemberRow<kMember>.value;
  Revised<std::decay_t<decltype(stream.front().*value_of)>> last;
  for (const Article& reading : stream) {
    const auto& value = reading.*value_of;
    if (value.empty()) continue;
    if (last.value.empty() || !differs(member, last.value, value)) {
      last.value = combined(CombineBy<kMemberRow<kMember>.combine>{}, last.value, value);
      continue;
    }
    last.corrected = time_of(reading);
    last.value = value;
  }
  return last;
}

/// The value that was corrected last; if several were, or none, those are combined.
template <MemberId kMember>
auto corrected(MemberTag<kMember> member, const std::vector<Stream>& streams) {
  auto best = last_of(member, streams.front());
  for (std::size_t i = 1; i < streams.size(); ++i) {
    auto other = last_of(member, streams[i]);
    if (other.corrected > best.corrected) {
      best = std::move(other);
    } else if (other.corrected == best.corrected) {
      best.value = combined(CombineBy<kMemberRow<kMember>.combine>{}, best.value, other.value);
    }
  }
  return best;
}

bool is_blurb_of(const Article& seen, const Article& known) { return size_as_read(seen) * 2 < size_as_read(known); }

/// The runs of three words in a text.
std::set<std::string> shingles_of(const Article& article) {
  std::vector<std::string> words;
  for (Token& token : tokenise(text_as_read(article)))
    if (!token.joined) words.push_back(std::move(token.term));
  std::set<std::string> shingles;
  for (std::size_t i = 0; i + 2 < words.size(); ++i)
    shingles.insert(words[i] + " " + words[i + 1] + " " + words[i + 2]);
  return shingles;
}

/// Whether a text of the same form is a blurb of the known one: much shorter, and taken from it. A short text of its
/// own, such as a notice that an article was withdrawn, is not.
bool is_excerpt_of(const Article& seen, const Article& known) {
  if (!is_blurb_of(seen, known)) return false;
  const std::set<std::string> short_one = shingles_of(seen);
  const std::set<std::string> long_one = shingles_of(known);
  const auto in_both = std::count_if(short_one.begin(), short_one.end(),
                                     [&](const std::string& shingle) { return long_one.contains(shingle); });
  return static_cast<std::size_t>(in_both) * 2 >= short_one.size();
}

/// The reading of a stream with the text to show. A later text replaces an earlier one unless it is an excerpt of it.
Revised<const Article*> last_text_of(const Stream& stream) {
  Revised<const Article*> last{&stream.front(), {}};
  for (const Article& reading : stream) {
    const bool differs =
        std::tie(reading.body, reading.boilerplate) != std::tie(last.value->body, last.value->boilerplate);
    if (!differs || size_as_read(reading) == 0 || is_excerpt_of(reading, *last.value)) continue;
    if (size_as_read(*last.value) > 0) last.corrected = time_of(reading);
    last.value = &reading;
  }
  return last;
}

/// The text to show: of those that are no blurb of another, the one that was corrected last, else the fullest.
Revised<const Article*> corrected_text(const std::vector<Stream>& streams) {
  std::vector<Revised<const Article*>> texts;
  for (const Stream& stream : streams) texts.push_back(last_text_of(stream));
  const auto fullest = std::max_element(texts.begin(), texts.end(), [](const auto& a, const auto& b) {
    return size_as_read(*a.value) < size_as_read(*b.value);
  });
  const Article& longest = *fullest->value;
  std::erase_if(texts, [&](const auto& text) { return is_blurb_of(*text.value, longest); });
  Revised<const Article*> best = texts.front();
  for (const auto& text : texts) {
    if (text.corrected > best.corrected) {
      best = text;
    } else if (text.corrected == best.corrected) {
      best.value = &with_fuller_text(*best.value, *text.value);
    }
  }
  return best;
}

/// All other headlines, the earliest first.
std::vector<std::string> earlier_titles(const std::vector<Stream>& streams, const std::string& title) {
  std::multimap<Timestamp, const Article*> readings;
  for (const Stream& stream : streams)
    for (const Article& reading : stream) readings.emplace(time_of(reading), &reading);
  std::vector<std::string> titles;
  std::set<std::string> known{fold_name(title)};
  const auto add = [&](const std::string& other) {
    if (!other.empty() && !is_cut_of(other, title) && known.insert(fold_name(other)).second) titles.push_back(other);
  };
  for (const auto& [at, reading] : readings) {
    for (const std::string& other : reading->earlier_titles) add(other);
    add(reading->title);
  }
  const std::vector<std::string> all = titles;
  std::erase_if(titles, [&](const std::string& one) {
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& other) { return one != other && is_cut_of(one, other); });
  });
  if (titles.size() > kMaxEarlierTitles) titles.erase(titles.begin(), titles.end() - kMaxEarlierTitles);
  return titles;
}

}  // namespace

Timestamp time_of(const Article& reading) { return reading.captured.value_or(reading.last_seen.value_or(Timestamp{})); }

void note_later_date(Article& article, const std::optional<Timestamp>& published) {
  if (published && article.published && day_of(*article.published) < day_of(*published))
    article.updated = std::max(article.updated, published);
}

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

Article merge_readings(const std::vector<Article>& readings) {
  if (readings.size() == 1) return readings.front();
  Moment last_published;
  for (const Article& reading : readings) last_published = std::max(last_published, reading.published);
  const std::vector<Stream> streams = streams_of(readings);
  Article merged = streams.front().front();
  for (const Stream& stream : streams)
    for (const Article& reading : stream) merged = combine(merged, reading);

  const Revised<const Article*> text = corrected_text(streams);
  Moment changed = text.corrected;
  for_each_member([&](auto member) {
    constexpr const auto& row = kMemberRow<member>;
    if constexpr (row.combine == Combine::with_text) {
      merged.*row.value = text.value->*row.value;
    } else if constexpr (row.revision == Revision::corrected) {
      auto revised = corrected(member, streams);
      merged.*row.value = std::move(revised.value);
      if constexpr (member == MemberId::title) changed = std::max(changed, revised.corrected);
    } else if constexpr (row.revision == Revision::latest) {
      merged.*row.value = streams.front().back().*row.value;
      for (const Stream& stream : streams)
        merged.*row.value = combined(CombineBy<row.combine>{}, merged.*row.value, stream.back().*row.value);
    }
  });
  note_later_date(merged, last_published);
  merged.earlier_titles = earlier_titles(streams, merged.title);
  std::sort(merged.earlier_titles.begin(), merged.earlier_titles.end());
  merged.earlier_texts = earlier_texts(readings, merged);
  std::sort(merged.earlier_texts.begin(), merged.earlier_texts.end());
  merged.changed = std::max(merged.changed, changed);
  return merged;
}

std::vector<std::string> earlier_texts(const std::vector<Article>& readings, const Article& merged) {
  std::set<std::string> known;
  for (const std::string* text : {&merged.body, &merged.summary})
    for (const std::string& paragraph : paragraphs_of(*text)) known.insert(fold_name(paragraph));
  for (const std::string& paragraph : merged.boilerplate) known.insert(fold_name(paragraph));
  std::vector<const Article*> by_time;
  for (const Article& reading : readings) by_time.push_back(&reading);
  std::sort(by_time.begin(), by_time.end(), [](const Article* a, const Article* b) { return is_earlier(*a, *b); });
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  const auto add = [&](const std::string& paragraph) {
    if (!known.insert(fold_name(paragraph)).second) return;
    texts.push_back(paragraph);
    bytes += paragraph.size();
  };
  for (const Article* reading : by_time) {
    for (const std::string& paragraph : reading->earlier_texts) add(paragraph);
    for (const std::string* text : {&reading->summary, &reading->body})
      for (const std::string& paragraph : paragraphs_of(*text)) add(paragraph);
  }
  auto first = texts.begin();
  for (; first != texts.end() && bytes > kMaxEarlierBytes; ++first) bytes -= first->size();
  texts.erase(texts.begin(), first);
  return texts;
}

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) paragraphs.emplace_back(line);
  }
  return paragraphs;
}

std::string text_as_read(const Article& article) {
  std::string text = article.body;
  for (const std::string& paragraph : article.boilerplate) text += "\n\n" + paragraph;
  return text;
}

std::size_t size_as_read(const Article& article) {
  std::size_t size = article.body.size();
  for (const std::string& paragraph : article.boilerplate) size += paragraph.size() + 2;
  return size;
}

}  // namespace council_news
