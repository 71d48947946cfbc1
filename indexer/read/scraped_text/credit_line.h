#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/timestamp.h"

namespace council_news::scraped {

/// What one line says of an article's authors and dates.
struct CreditLine {
  std::vector<std::string> names;
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
  bool labelled = false;  ///< a word said what it is: `By …`, `Words: …`, `Posted on …`, `…, Local Democracy Reporter`
  bool bare_name = false;         ///< names without any label or date: a byline only if its neighbours make it one
  bool sentence = false;          ///< ends with a full stop and has other words: `The trust starts on 1 April.`
  std::size_t unknown_words = 0;  ///< words that are neither name, date, label, role nor handle

  bool has_date() const { return published || updated; }
};

/// Reads a line of at most 200 bytes; a longer one says nothing. `latest` gives dates without a year theirs.
CreditLine read_credit_line(std::string_view text, std::optional<Timestamp> latest);

/// The line is nothing but a byline: what is not known of it is at most a section's name beside a date.
bool is_byline(const CreditLine& line);

}  // namespace council_news::scraped
