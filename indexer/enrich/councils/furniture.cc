#include "indexer/enrich/councils/furniture.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "common/knowledge/table.h"
#include "common/text/utf8.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {
namespace {

/// A short line that is one of these, or begins so, ends the article.
constexpr auto kEnds = std::to_array<std::string_view>({"notes to editors",
                                                        "notes for editors",
                                                        "note to editors",
                                                        "note for editors",
                                                        "editors notes",
                                                        "editor's notes",
                                                        "highways jobs",
                                                        "public sector jobs",
                                                        "council jobs",
                                                        "latest jobs",
                                                        "jobs",
                                                        "about the author",
                                                        "media enquiries",
                                                        "press contacts",
                                                        "for your free daily news bulletin",
                                                        "featured jobs",
                                                        "view all jobs",
                                                        "job of the week",
                                                        "press office",
                                                        "press enquiries"});
/// Headings of boxes with other articles' headlines: lines without a full stop after them are such.
constexpr auto kBoxes = std::to_array<std::string_view>({"related",
                                                         "related stories",
                                                         "related coverage",
                                                         "related articles",
                                                         "related content",
                                                         "most read",
                                                         "most popular",
                                                         "also in the news",
                                                         "more from",
                                                         "more on this story",
                                                         "more stories",
                                                         "top stories",
                                                         "latest news",
                                                         "you may also like",
                                                         "recommended",
                                                         "recommended reading",
                                                         "recommended articles",
                                                         "recommended stories",
                                                         "recommended for you",
                                                         "don't miss",
                                                         "read next",
                                                         "other news",
                                                         "trending",
                                                         "you might also like",
                                                         "editor's picks",
                                                         "editors' picks",
                                                         "also in this section",
                                                         "in this section",
                                                         "most viewed",
                                                         "most commented",
                                                         "popular stories",
                                                         "sponsored content",
                                                         "promoted stories",
                                                         "advertisement",
                                                         "around the web",
                                                         "from the web",
                                                         "in case you missed it"});
/// A line that begins so is no text of the article.
constexpr auto kLines = std::to_array<std::string_view>({"read more",
                                                         "read also",
                                                         "see also",
                                                         "also read",
                                                         "more:",
                                                         "related:",
                                                         "salary:",
                                                         "location:",
                                                         "closing date",
                                                         "apply now",
                                                         "sponsored",
                                                         "advertisement",
                                                         "sign up",
                                                         "subscribe",
                                                         "follow us",
                                                         "copyright",
                                                         "©",
                                                         "to subscribe",
                                                         "click here",
                                                         "register for your free",
                                                         "previous article",
                                                         "next article",
                                                         "previous story",
                                                         "next story",
                                                         "previous:",
                                                         "next:",
                                                         "read next:",
                                                         "in other news",
                                                         "watch:",
                                                         "listen:",
                                                         "video:",
                                                         "gallery:",
                                                         "picture:",
                                                         "pictures:",
                                                         "pictured:",
                                                         "image:",
                                                         "images:",
                                                         "photo:",
                                                         "photos:",
                                                         "photo credit",
                                                         "picture credit",
                                                         "image credit",
                                                         "photograph by",
                                                         "photograph:",
                                                         "pic:",
                                                         "credit:",
                                                         "get the latest",
                                                         "have you a story",
                                                         "have you got a story",
                                                         "do you have a story",
                                                         "got a story",
                                                         "what do you think",
                                                         "join our",
                                                         "join the conversation",
                                                         "download our",
                                                         "this story was first published",
                                                         "this article was first published",
                                                         "this article first appeared"});
/// Marks the end of a press release, alone in its line.
constexpr std::string_view kEnd = "ends";
/// Begins the line of a job advert that says whose it is; the second is a slip of a site that carries many.
constexpr std::array<std::string_view, 2> kRecruiters{"recruiter:", "recuriter:"};
/// How far before that line its advert may begin, in paragraphs.
constexpr std::size_t kAdvertParagraphs = 5;
/// What tells furniture in a paragraph, anywhere.
enum class Telltale : std::uint8_t {
  invitation,  ///< one makes it furniture
  job,         ///< two make it a job advert
  apply,       ///< or one and one of these, which grants and licences have, too
};
constexpr std::size_t kTelltaleKinds = 3;
struct TelltalePhrase {
  std::string_view text;
  Telltale kind;
};
constexpr std::array kTelltales{
    TelltalePhrase{"straight to your inbox", Telltale::invitation},
    TelltalePhrase{"to your inbox every", Telltale::invitation},
    TelltalePhrase{"in the comments below", Telltale::invitation},
    TelltalePhrase{"sign up here", Telltale::invitation},
    TelltalePhrase{"our newsletter", Telltale::invitation},
    TelltalePhrase{"our newsdesk", Telltale::invitation},
    TelltalePhrase{"our whatsapp", Telltale::invitation},
    TelltalePhrase{"all rights reserved", Telltale::invitation},
    TelltalePhrase{"recruit", Telltale::job},
    TelltalePhrase{"salary", Telltale::job},
    TelltalePhrase{"per annum", Telltale::job},
    TelltalePhrase{"pro rata", Telltale::job},
    TelltalePhrase{"closing date", Telltale::job},
    TelltalePhrase{"vacancy", Telltale::job},
    TelltalePhrase{"full-time", Telltale::job},
    TelltalePhrase{"apply", Telltale::apply},
    TelltalePhrase{"applications", Telltale::apply},
    TelltalePhrase{"up to £", Telltale::apply},
};

/// Longest line, in bytes, that may be a heading or a headline.
constexpr std::size_t kHeading = 60;
constexpr std::size_t kHeadline = 140;
/// Lines broken to a width are of such lengths in bytes.
constexpr std::size_t kShortestWrapped = 45;
constexpr std::size_t kLongestWrapped = 100;
/// Longest paragraph, in bytes, that may be furniture.
constexpr std::size_t kAdvert = 300;
/// What is no part of a person's name.
constexpr WordClasses kCouncilWords = word_class::kCouncil | word_class::kAbbreviation | word_class::kDesignator;
/// Longest sign-off in words, and the fewest paragraphs of an article that ends in one.
constexpr std::size_t kSignOffWords = 40;
constexpr std::size_t kSignOffParagraphs = 2;

template <std::size_t Size>
bool begins_with_any(std::string_view lower, const std::array<std::string_view, Size>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
    return lower.front() == beginning.front() && lower.starts_with(beginning);
  });
}

/// What a letter may be, by its byte: one of a word, and one that a telltale begins with.
constexpr std::uint8_t kLetter = 1;
constexpr std::uint8_t kInitial = 2;
constexpr std::array<std::uint8_t, 256> kLetters = [] {
  std::array<std::uint8_t, 256> letters{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) letters[c] = kLetter;
  for (const TelltalePhrase& phrase : kTelltales) letters[static_cast<unsigned char>(phrase.text.front())] |= kInitial;
  return letters;
}();

/// Do telltales, each from the beginning of a word, make a paragraph furniture? Nearly all words begin with none of
/// their letters.
bool has_telltales(std::string_view lower) {
  std::array<bool, kTelltales.size()> found{};
  std::uint8_t before = 0;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    const std::uint8_t letter = kLetters[static_cast<unsigned char>(lower[at])];
    const bool begins = (letter & kInitial) != 0 && before == 0;
    before = letter;
    if (!begins) continue;
    for (std::size_t i = 0; i < found.size(); ++i)
      found[i] = found[i] || lower.substr(at).starts_with(kTelltales[i].text);
  }
  std::array<int, kTelltaleKinds> count{};
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i]) ++count[static_cast<std::size_t>(kTelltales[i].kind)];
  const auto [invitations, jobs, applies] = count;
  return invitations > 0 || jobs > 1 || (jobs == 1 && applies > 0);
}

bool is_heading(std::string_view lower, std::string_view heading) {
  if (lower.front() != heading.front() || !lower.starts_with(heading) || lower.size() > kHeading ||
      lower.ends_with('.'))
    return false;
  if (lower.size() == heading.size() || lower[heading.size()] == ':') return true;
  // "Jobs at risk" heads a part of the article.
  return lower[heading.size()] == ' ' && heading.find(' ') != std::string_view::npos;
}

bool ends_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with('?') || line.ends_with('!') || line.ends_with("’") ||
         line.ends_with('\'') || line.ends_with('"') || line.ends_with("”") || line.ends_with("...");
}

/// "£71,000": pay rather than any sum.
bool has_salary(std::string_view lower) {
  const auto is_digit = [&](std::size_t at) { return at < lower.size() && lower[at] >= '0' && lower[at] <= '9'; };
  const std::size_t at = lower.find("£") + std::string_view("£").size();
  return is_digit(at) && is_digit(at + 1) && at + 2 < lower.size() && lower[at + 2] == ',' && is_digit(at + 3) &&
         is_digit(at + 5) && !is_digit(at + 6);
}

/// "£18,795 - £19,945 per annum", "Up to £71,000": the third line of a job advert, after the post and who offers it.
bool is_pay(std::string_view lower) {
  if (lower.size() > kHeading) return false;
  for (const std::string_view beginning : {"up to £", "circa £", "from £", "salary £", "c£"})
    if (lower.starts_with(beginning) && has_salary(lower) && !ends_sentence(lower)) return true;
  if (!lower.starts_with("£")) return false;
  return lower.find("per ") != std::string_view::npos || lower.find("pro rata") != std::string_view::npos ||
         lower.find("- £") != std::string_view::npos || lower.find("p.a.") != std::string_view::npos ||
         lower.find("£", 2) != std::string_view::npos;
}

/// "Jane Doherty is chief executive of Hertsmere Borough Council": who wrote this.
bool is_sign_off(std::string_view paragraph) {
  const Passage passage(paragraph);
  if (passage.size() > kSignOffWords) return false;
  std::size_t at = 0;
  while (at < 5 && passage[at].capital && (at == 0 || passage.joins(at)) && !passage[at].is(kCouncilWords)) ++at;
  if (at < 2 || passage[at].term != "is") return false;
  // "is the leader of", "is head of legal services at": an office and then its place.
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

/// Drops the job advert that ends with the line `recruiter`: from the post before the line that names who offers it.
bool drop_advert(std::vector<std::string_view>& own, std::string_view recruiter) {
  const std::string_view offers = trim(recruiter.substr(recruiter.find(':') + 1));
  for (std::size_t back = 1; back <= kAdvertParagraphs && back <= own.size(); ++back) {
    if (own[own.size() - back] != offers) continue;
    const bool post = back < own.size() && own[own.size() - back - 1].size() < kHeadline &&
                      !ends_sentence(own[own.size() - back - 1]);
    own.resize(own.size() - back - (post ? 1 : 0));
    return true;
  }
  return false;
}

/// "Ends", "-ENDS-", "Ends.": alone in its line.
bool is_end(std::string_view lower) {
  std::string letters;
  for (const char c : lower)
    if (c >= 'a' && c <= 'z') letters += c;
  return letters == kEnd && lower.size() < kEnd.size() + 8;
}

/// Is a run of lines one paragraph that was broken to a width, rather than a list or a paragraph a line?
bool is_wrapped(const std::vector<std::string_view>& lines) {
  bool broken = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].size() < kShortestWrapped || lines[i].size() > kLongestWrapped) return false;
    broken = broken || !ends_sentence(lines[i]);
  }
  return broken;
}

/// The paragraphs of a body: its lines, but for those that were broken to a width.
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

template <std::size_t Size>
bool is_any_heading(std::string_view lower, const std::array<std::string_view, Size>& headings) {
  return lower.size() <= kHeading && std::any_of(headings.begin(), headings.end(),
                                                 [&](std::string_view heading) { return is_heading(lower, heading); });
}

}  // namespace

std::vector<std::string_view> own_paragraphs(std::string_view body) {
  std::vector<std::string_view> own;
  bool in_box = false;
  for (const std::string_view paragraph : paragraphs_of(body)) {
    if (paragraph.size() > kAdvert) {
      in_box = false;
      own.push_back(paragraph);
      continue;
    }
    const std::string lower = ascii_lower(paragraph);
    if (is_any_heading(lower, kEnds) || is_end(lower)) break;
    if (begins_with_any(lower, kRecruiters)) {
      if (drop_advert(own, paragraph)) break;
      continue;
    }
    if (is_pay(lower)) {
      // What the advert is for and who offers it stand before the pay.
      for (int taken = 0; taken < 2 && !own.empty() && own.back().size() < kHeadline && !ends_sentence(own.back());
           ++taken)
        own.pop_back();
      break;
    }
    if (is_any_heading(lower, kBoxes)) {
      in_box = true;
      continue;
    }
    if (in_box && paragraph.size() < kHeadline && (!ends_sentence(paragraph) || paragraph.ends_with('?'))) continue;
    in_box = false;
    if (!begins_with_any(lower, kLines) && !has_telltales(lower)) own.push_back(paragraph);
  }
  if (own.size() >= kSignOffParagraphs && is_sign_off(own.back())) own.pop_back();
  return own;
}

}  // namespace council_news
