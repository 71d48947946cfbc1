#include "indexer/write/repeated_paragraphs.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <numeric>

#include "common/hash.h"
#include "common/merge.h"
#include "common/text/fold.h"
#include "common/text/timestamp.h"
#include "indexer/write/paragraph_kind.h"
#include "indexer/write/partition.h"
#include "indexer/write/record.h"

namespace council_news {
namespace {

/// How many stories must have a paragraph, and more than what share of the publisher's.
struct Evidence {
  std::size_t stories;
  double share;
};

/// By ParagraphKind. A background paragraph may be in a dozen stories of one affair. A plain sentence that does not
/// speak to the reader is furniture if twenty print it.
constexpr std::array<Evidence, 4> kEvidence{{{5, 0.5}, {5, 0.5}, {20, 0.5}, {60, 0.9}}};

/// The time in which a paragraph was used, without this share of its uses on both sides: an article may be misdated.
constexpr double kTrimmed = 0.05;

std::size_t words_in(const std::string& folded) {
  return static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
}

/// A range of days.
struct Span {
  std::int64_t first = std::numeric_limits<std::int64_t>::min();
  std::int64_t last = std::numeric_limits<std::int64_t>::max();

  bool contains(const std::optional<std::int64_t>& day) const { return !day || (first <= *day && *day <= last); }
};

Span trimmed_span(std::vector<std::int64_t> days) {
  if (days.empty()) return {};
  std::sort(days.begin(), days.end());
  const auto trimmed = static_cast<std::size_t>(static_cast<double>(days.size()) * kTrimmed);
  return {days[trimmed], days[days.size() - 1 - trimmed]};
}

}  // namespace

std::optional<std::uint64_t> paragraph_hash(const std::string& paragraph) {
  constexpr std::size_t kMinWords = 3;
  const std::string folded = fold_name(paragraph);
  if (words_in(folded) < kMinWords) return std::nullopt;
  return fnv1a_64(folded);
}

bool may_open_with(const std::string& paragraph, const std::string& outlet) {
  return speaks_to_reader(kind_of_paragraph(paragraph, outlet));
}

void RepeatedParagraphs::add(const Article& article) {
  Page page;
  if (article.published) page.day = days_from_epoch(day_of(*article.published));
  std::vector<std::string> paragraphs = paragraphs_of(article.body);
  paragraphs.insert(paragraphs.end(), article.boilerplate.begin(), article.boilerplate.end());
  for (std::string& paragraph : paragraphs) {
    const std::string folded = fold_name(paragraph);
    const auto hash = paragraph_hash(paragraph);
    if (!hash) continue;
    page.paragraphs.insert(*hash);
    Text& known = texts_[*hash];
    known.words = words_in(folded);
    // Of several ways to write it, one that does not depend on the order.
    if (known.text.empty() || std::tie(paragraph, article.outlet) < std::tie(known.text, known.outlet)) {
      known.text = std::move(paragraph);
      known.outlet = article.outlet;
    }
  }
  if (!page.paragraphs.empty()) pages_.push_back(std::move(page));
}

std::set<std::uint64_t> RepeatedParagraphs::in_most() const {
  const Paragraphs repeated = in_most_of(pages_);
  return repeated.empty() ? repeated : in_most_of(one_per_story(repeated));
}

std::set<std::uint64_t> RepeatedParagraphs::in_most_of(const std::vector<Page>& pages) const {
  std::map<std::uint64_t, std::size_t> uses;
  for (const Page& page : pages)
    for (const std::uint64_t paragraph : page.paragraphs) ++uses[paragraph];
  std::set<std::uint64_t> found;
  for (const auto& [paragraph, count] : uses) {
    if (count < kEvidence.front().stories) continue;
    std::vector<std::int64_t> days;
    for (const Page& page : pages)
      if (page.day && page.paragraphs.count(paragraph) > 0) days.push_back(*page.day);
    const Span span = trimmed_span(std::move(days));
    std::size_t of_span = 0;
    std::size_t with_it = 0;
    for (const Page& page : pages) {
      if (!span.contains(page.day)) continue;
      ++of_span;
      if (page.paragraphs.count(paragraph) > 0) ++with_it;
    }
    const Text& text = texts_.at(paragraph);
    const Evidence& needed = kEvidence.at(static_cast<std::size_t>(kind_of_paragraph(text.text, text.outlet)));
    if (count >= needed.stories && static_cast<double>(with_it) > needed.share * static_cast<double>(of_span))
      found.insert(paragraph);
  }
  return found;
}

std::size_t RepeatedParagraphs::words_of(const Paragraphs& paragraphs) const {
  return std::accumulate(paragraphs.begin(), paragraphs.end(), std::size_t{0},
                         [&](std::size_t sum, std::uint64_t one) { return sum + texts_.at(one).words; });
}

/// The pages, with those put together that share at least half of the words they have besides `repeated`. Pages that
/// have nothing else are one story if they have the same.
std::vector<RepeatedParagraphs::Page> RepeatedParagraphs::one_per_story(const Paragraphs& repeated) const {
  std::vector<Paragraphs> own(pages_.size());
  std::map<std::uint64_t, std::vector<std::size_t>> by_paragraph;
  std::map<Paragraphs, std::size_t> without_own;
  Partition stories(pages_.size());
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const Paragraphs& all = pages_[i].paragraphs;
    std::set_difference(all.begin(), all.end(), repeated.begin(), repeated.end(), std::inserter(own[i], own[i].end()));
    for (const std::uint64_t paragraph : own[i]) by_paragraph[paragraph].push_back(i);
    if (own[i].empty()) stories.unite(i, without_own.emplace(all, i).first->second);
  }
  for (const auto& [paragraph, sharing] : by_paragraph) {
    for (std::size_t a = 0; a < sharing.size(); ++a) {
      for (std::size_t b = a + 1; b < sharing.size(); ++b) {
        const Paragraphs& left = own[sharing[a]];
        const Paragraphs& right = own[sharing[b]];
        if (stories.find(sharing[a]) == stories.find(sharing[b])) continue;
        Paragraphs both;
        std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::inserter(both, both.end()));
        if (2 * words_of(both) >= std::min(words_of(left), words_of(right))) stories.unite(sharing[a], sharing[b]);
      }
    }
  }
  std::map<std::size_t, Page> merged;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    Page& story = merged[stories.find(i)];
    story.paragraphs.insert(pages_[i].paragraphs.begin(), pages_[i].paragraphs.end());
    if (pages_[i].day) story.day = std::min(story.day.value_or(*pages_[i].day), *pages_[i].day);
  }
  std::vector<Page> all;
  for (auto& [root, page] : merged) all.push_back(std::move(page));
  return all;
}

}  // namespace council_news
