#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/knowledge/furniture_roles.h"
#include "indexer/read/scraped_text/credit_line.h"

namespace council_news::scraped {

/// What a line of a page is by its own words and form. Where it stands decides the rest.
enum class LineRole {
  prose,      ///< a paragraph: sentences
  phrase,     ///< a few words without a sentence's end: a headline, a section, a menu entry, a sub-heading
  byline,     ///< who wrote it or when it was published, and nothing else
  caption,    ///< caption or credit of a picture
  aside,      ///< points to another article: `Read more: …`
  furniture,  ///< share buttons, cookie notices, sign-ups, contact lines: never part of an article
  advert,     ///< a sign of a job advertisement: salary, recruiter, closing date
  tags,       ///< `Tags: …`
  pause,      ///< heads links to other articles: `Related stories`; the article may go on behind them
  end,        ///< what follows is no longer the article: comments, notes to editors, jobs, footer
};

/// One paragraph of a page, or one line of its furniture.
struct PageLine {
  std::string text;          ///< white space folded, invisible signs dropped
  std::string key;           ///< its beginning as fold_name writes it: for tables, and to tell repetitions
  std::size_t words = 0;     ///< words separated by blanks
  bool after_blank = false;  ///< a blank line stands before it
  bool bullet = false;       ///< begins as a list item: `• …`, `- …`, `1. …`
  LineRole role = LineRole::phrase;
  Furniture furniture = Furniture::none;
  CreditLine byline;  ///< of role byline; for a phrase: that it might be a bare name
};

using PageLines = std::vector<PageLine>;

/// Cuts `text` into lines that are not empty, of role prose or phrase. Text that was wrapped at a column is joined to
/// paragraphs again, and so are sentences that a scraper cut apart at the links in them.
PageLines split_page(std::string_view text);

/// Ends with `...` or `…`: a blurb that was cut off.
bool ends_cut_off(std::string_view text);

/// Both say the same, or one is the beginning of the other, cut off with an ellipsis.
bool same_words(const PageLine& a, const PageLine& b);

/// The line is `other` followed by the word "image", as scrapers write a picture's alternative text.
bool is_image_of(const PageLine& line, const PageLine& other);

/// The line ends with the word "image".
bool ends_with_image(const PageLine& line);

}  // namespace council_news::scraped
