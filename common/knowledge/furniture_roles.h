#pragma once

#include <cstdint>
#include <span>

#include "common/knowledge/tables.h"

namespace council_news {

/// What a line of a news page is when it is not part of the article's text. In the order of furniture.tsv: of several
/// that fit a line, the first counts.
enum class Furniture : std::uint8_t {
  none,
  end,         ///< the article says that it is over: `Ends`
  notes,       ///< heads the notes to editors
  contact,     ///< heads the contacts of a press office
  comments,    ///< heads what readers wrote, or asks for their opinion
  jobs,        ///< heads job advertisements
  bulletin,    ///< heads the outlet's own bulletin or magazine
  author,      ///< heads a note about the author
  related,     ///< heads a box of links to other articles
  link,        ///< points to another article or place: `Read more: …`
  share,       ///< buttons and invitations of social networks
  newsletter,  ///< asks to subscribe, register, log in or write in
  cookie,      ///< asks for consent
  ad,          ///< announces an advertisement
  page,        ///< other signs of a page: `3 min read`, `Home > News`
  site,        ///< an entry of a site's footer; a sub-heading where a paragraph follows
  details,     ///< facts that stand beside a text: a telephone number, an employer
  copyright,
  caption,  ///< caption or credit of a picture
  advert,   ///< a sign of a job advertisement: salary, recruiter
  job,      ///< two of these make a line a job advertisement
  apply,    ///< so do one of those and one of these
  tags,     ///< `Tags: …`
  date,     ///< the age of the article: `3 hours ago`, `Last updated …`
  count_,
};

/// How the words of a row stand in a line.
enum class FurnitureMatch : std::uint8_t {
  line,     ///< they are the line
  label,    ///< the same, or a colon follows them
  heading,  ///< the same, or the line begins with them and is not a sentence
  begin,    ///< the line begins with them, whatever follows
  within,   ///< they are anywhere in it
  end,      ///< the line ends with them
};

struct FurnitureRow {
  TableText phrase;      ///< as fold_name writes text; `#` is any number, ` * ` any words between two parts
  TableText first_word;  ///< of the phrase
  FurnitureMatch match;
  std::uint16_t max_words;  ///< a longer line is not meant: it may be a sentence of the article
  Furniture role;
};

/// Sorted by first word; rows of one first word in the order of the table.
extern const std::span<const FurnitureRow> kFurnitureRows;

}  // namespace council_news
