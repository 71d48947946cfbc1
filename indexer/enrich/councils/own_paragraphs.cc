#include "indexer/enrich/councils/own_paragraphs.h"

#include "common/text/split.h"
#include "common/text/utf8.h"
#include "indexer/enrich/councils/passage.h"
#include "indexer/read/press/furniture/line.h"
#include "indexer/read/press/furniture/own_text.h"

namespace council_news {
namespace {

/// Bytes of lines in text that was wrapped at a column.
constexpr std::size_t kMinWrapped = 45;
constexpr std::size_t kMaxWrapped = 100;
/// Words that are not part of a person's name.
constexpr WordClasses kCouncilWords = word_class::kCouncil | word_class::kAbbreviation | word_class::kDesignator;
/// Maximum words of a sign-off, and minimum paragraphs of an article that has one.
constexpr std::size_t kSignOffWords = 40;
constexpr std::size_t kSignOffParagraphs = 2;

/// "Jane Doherty is chief executive of Hertsmere Borough Council": the author of the article.
bool is_sign_off(std::string_view paragraph) {
  const Passage passage(paragraph);
  if (passage.size() > kSignOffWords) return false;
  std::size_t at = 0;
  while (at < 5 && passage[at].capital && (at == 0 || passage.joins(at)) && !passage[at].is(kCouncilWords)) ++at;
  if (at < 2 || passage[at].term != "is") return false;
  // "is the leader of", "is head of legal services at": an office followed by its place.
  std::size_t office = at + 1;
  if (passage[office].term == "the" || passage[office].term == "a" || passage[office].term == "an") ++office;
  for (std::size_t next = office; next < office + 4 && passage.joins(next); ++next) {
    if (next > office && passage[next].is(word_class::kPreposition)) return true;
    if (!passage[next].is(word_class::kOffice | word_class::kMember | word_class::kService | word_class::kCouncil) &&
        passage[next].term != "member" && passage[next].term != "editor" && passage[next].term != "reporter" &&
        passage[next].term != "head")
      return false;
  }
  return false;
}

/// Whether a run of lines is one wrapped paragraph, rather than a list or one paragraph per line.
bool is_wrapped(const std::vector<std::string_view>& lines) {
  bool broken = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].size() < kMinWrapped || lines[i].size() > kMaxWrapped) return false;
    broken = broken || !press::ends_sentence(lines[i]);
  }
  return broken;
}

/// The paragraphs of a body: its lines, with wrapped ones joined.
std::vector<std::string_view> paragraphs_of(std::string_view body) {
  std::vector<std::string_view> paragraphs;
  std::vector<std::string_view> lines;
  const auto flush = [&] {
    if (is_wrapped(lines)) {
      const char* begin = lines.front().data();
      paragraphs.emplace_back(begin, static_cast<std::size_t>(lines.back().data() + lines.back().size() - begin));
    } else {
      paragraphs.insert(paragraphs.end(), lines.begin(), lines.end());
    }
    lines.clear();
  };
  for (const std::string_view line : split(body, '\n')) {
    const std::string_view text = trim(line);
    if (text.empty())
      flush();
    else
      lines.push_back(text);
  }
  flush();
  return paragraphs;
}

}  // namespace

std::vector<std::string_view> own_paragraphs(std::string_view body) {
  std::vector<std::string_view> own = press::own_lines(paragraphs_of(body));
  if (own.size() >= kSignOffParagraphs && is_sign_off(own.back())) own.pop_back();
  return own;
}

}  // namespace council_news
