#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/timestamp.h"

namespace council_news::scraped {

/// The authors and dates in one line.
struct CreditLine {
  std::vector<std::string> names;
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
  std::string unknown_zone;  ///< of one of these dates (date_reading.h)
  bool labelled = false;     ///< has a label: `By …`, `Words: …`, `Posted on …`, `…, Local Democracy Reporter`
  bool bare_name = false;    ///< names without a label or date: a byline only if its neighbours make it one
  bool sentence =
      false;  ///< `The trust starts on 1 April.`, `Report by Ann Lee finds fault`, `Council leader Ann Lee:`
  std::size_t unknown_words = 0;  ///< words that are not a name, date, label, role or handle

  bool has_date() const { return published || updated; }
};

/// Reads a line of at most 200 bytes; a longer one gives nothing. `latest` completes dates without a year.
CreditLine read_credit_line(std::string_view text, std::optional<Timestamp> latest);

/// Whether the line is only a byline. Its unknown words may be at most the name of a section beside a date.
bool is_byline(const CreditLine& line);

}  // namespace council_news::scraped
