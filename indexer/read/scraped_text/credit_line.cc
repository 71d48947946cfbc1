#include "indexer/read/scraped_text/credit_line.h"

#include <algorithm>
#include <utility>

#include "common/text/date_reading.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/press/people/byline.h"

namespace council_news::scraped {
namespace {

constexpr std::size_t kMaxBytes = 200;
constexpr int kMaxDates = 3;

constexpr std::string_view kUpdateWords[] = {"updated", "update", "modified", "amended", "edited", "diweddarwyd"};

bool is_about_update(std::string_view before) {
  const std::string folded = fold_name(before);
  return std::any_of(std::begin(kUpdateWords), std::end(kUpdateWords), [&](std::string_view word) {
    // The last label counts: `Published by Ann Lee, updated 3 May`.
    const std::size_t at = folded.rfind(word);
    const std::size_t published = folded.rfind("published");
    return at != std::string::npos && (published == std::string::npos || published < at);
  });
}

/// Replaces the dates in `text` with bars and records them.
std::string take_dates(std::string_view text, std::optional<Timestamp> latest, CreditLine& line) {
  std::string rest;
  for (int i = 0; i < kMaxDates && text.find_first_of("0123456789") != std::string_view::npos; ++i) {
    const std::optional<FoundDate> found = find_page_date(text, latest);
    if (!found || found->end <= found->begin) break;
    const std::string_view before = text.substr(0, found->begin);
    std::optional<Timestamp>& place = is_about_update(before) ? line.updated : line.published;
    if (!place) place = found->moment;
    if (line.unknown_zone.empty()) line.unknown_zone = found->unknown_zone;
    rest += before;
    rest += " | ";
    text.remove_prefix(found->end);
  }
  return rest.append(text);
}

}  // namespace

CreditLine read_credit_line(std::string_view text, std::optional<Timestamp> latest) {
  CreditLine line;
  if (text.size() > kMaxBytes) {
    line.unknown_words = text.size();
    return line;
  }
  const std::string rest = take_dates(press::unglued(text), latest, line);
  press::Byline byline = press::read_byline(rest);
  // `Council leader Ann Lee:` introduces a statement.
  const bool introduces = text.ends_with(':') && !byline.names.empty() && !byline.labelled;
  if (byline.sentence || introduces) {
    line.sentence = true;
    line.unknown_words = text.size();
    return line;
  }
  // A role without a name or label (`Council reporter`) does not make a byline.
  line.unknown_words = byline.unknown + (byline.names.empty() && !byline.labelled ? byline.roles : 0);
  // `Vale Council Press Office 3 May 2024`
  const std::string_view before_date = trim(std::string_view(rest).substr(0, rest.find('|')));
  if (line.has_date() && rest.find_first_not_of("| ", before_date.size()) == std::string::npos &&
      press::is_organisation(before_date))
    line.unknown_words = 0;
  line.names = std::move(byline.names);
  line.labelled = byline.labelled || (byline.roles > 0 && !line.names.empty());
  line.sentence = line.unknown_words > 0 && text.ends_with('.') && !text.ends_with("m.");
  // `Ann Lee, Oldbury`: a place may follow the name.
  const std::size_t known = line.names.size() == 1 && text.find(',') != std::string::npos ? 2 : 0;
  line.bare_name = !line.names.empty() && line.unknown_words <= known && !line.labelled && !line.has_date();
  return line;
}

bool is_byline(const CreditLine& line) {
  if (line.bare_name || line.sentence) return false;
  if (line.has_date()) return line.unknown_words <= (line.labelled ? 5 : 3);
  return line.unknown_words == 0 || (line.labelled && !line.names.empty() && line.unknown_words <= 2);
}

}  // namespace council_news::scraped
