#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/knowledge/furniture_roles.h"
#include "indexer/read/scraped_text/credit_line.h"

namespace council_news::scraped {

/// The role of a line by its own words and form. Its position decides the rest.
enum class LineRole {
  prose,      ///< a paragraph: sentences
  phrase,     ///< a few words that are not a sentence: a headline, a section, a menu entry, a sub-heading
  byline,     ///< only an author or a publication date
  caption,    ///< caption or credit of a picture
  aside,      ///< link to another article: `Read more: …`
  furniture,  ///< share buttons, cookie notices, sign-ups, contact lines: never part of an article
  advert,     ///< a sign of a job advertisement: salary, recruiter, closing date
  tags,       ///< `Tags: …`
  pause,      ///< heading of links to other articles: `Related stories`; the article may continue after them
  end,        ///< the article is over: comments, notes to editors, jobs, footer
};

/// One paragraph of a page, or one line of its furniture.
struct PageLine {
  std::string text;          ///< white space folded, invisible characters dropped
  std::string key;           ///< its beginning in the form of fold_name, for tables and to find repetitions
  std::size_t words = 0;     ///< separated by spaces
  bool after_blank = false;  ///< follows a blank line
  bool bullet = false;       ///< begins like a list item: `• …`, `- …`, `1. …`
  LineRole role = LineRole::phrase;
  Furniture furniture = Furniture::none;
  CreditLine byline;  ///< of role byline; of a phrase that may be a bare name
};

using PageLines = std::vector<PageLine>;

/// Splits `text` into its non-empty lines, of role prose or phrase. Joins paragraphs that were wrapped at a column, and
/// sentences that a scraper split at links.
PageLines split_page(std::string_view text);

/// Ends with `...` or `…`: a truncated blurb.
bool ends_cut_off(std::string_view text);

/// Whether both lines have the same words, or one is the beginning of the other, cut off with an ellipsis.
bool same_words(const PageLine& a, const PageLine& b);

/// Whether `line` is `other` followed by the word "image", as scrapers write a picture's alternative text.
bool is_image_of(const PageLine& line, const PageLine& other);

bool ends_with_image(const PageLine& line);

}  // namespace council_news::scraped
