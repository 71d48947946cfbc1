#pragma once

#include <cstdint>
#include <span>

#include "common/knowledge/tables.h"

namespace council_news {

/// The kinds of page furniture: lines of a news page that are not part of the article's text. If several match a line,
/// the first in this order counts.
enum class Furniture : std::uint8_t {
  none,
  end,         ///< marks the end of the article: `Ends`
  notes,       ///< heading of the notes to editors
  contact,     ///< heading of the contacts of a press office
  comments,    ///< heading of readers' comments, or asks for an opinion
  jobs,        ///< heading of job advertisements
  bulletin,    ///< heading of the outlet's own bulletin or magazine
  author,      ///< heading of a note about the author
  related,     ///< heading of a box of links to other articles
  link,        ///< link to another article or place: `Read more: …`
  share,       ///< buttons and invitations of social networks
  newsletter,  ///< asks to subscribe, register, log in or contribute
  cookie,      ///< asks for consent
  ad,          ///< announces an advertisement
  page,        ///< other page elements: `3 min read`, `Home > News`
  site,        ///< an entry of a site's footer; a sub-heading if a paragraph follows
  details,     ///< facts beside a text: a telephone number, an employer
  copyright,
  caption,  ///< picture caption or credit
  advert,   ///< evidence of a job advertisement: salary, recruiter
  job,      ///< two of these make a line a job advertisement
  apply,    ///< so does one of these together with one of those
  tags,     ///< `Tags: …`
  date,     ///< age of the article: `3 hours ago`, `Last updated …`
  count_,
};

/// How the phrase of a row matches a line.
enum class FurnitureMatch : std::uint8_t {
  line,     ///< is the whole line
  label,    ///< the same, or is followed by a colon
  heading,  ///< the same, or begins a line that is not a sentence
  begin,    ///< begins the line
  within,   ///< is anywhere in the line
  end,      ///< ends the line
};

struct FurnitureRow {
  TableText phrase;      ///< in the form of fold_name; `#` matches any number, ` * ` any words between two parts
  TableText first_word;  ///< of the phrase
  FurnitureMatch match;
  std::uint16_t max_words;  ///< a longer line does not match: it may be a sentence of the article
  Furniture role;
};

/// Sorted by first word; rows with the same first word in table order.
extern const std::span<const FurnitureRow> kFurnitureRows;

}  // namespace council_news
