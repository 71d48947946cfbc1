#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace council_news::press {

/// What a byline says. One byline gives the same answer whatever it came in: a feed's author, metadata, an element of a
/// page, a line of text, JSON.
struct Byline {
  std::vector<std::string> names;   ///< people, in the written form of names.h, each once
  std::vector<std::string> unsure;  ///< what may be people: a single name (`Alice`, `Smith, Ann` as `Ann Smith`)
  std::string body;                 ///< the first organisation or, without one, the first e-mail address
  std::size_t roles = 0;            ///< words that say what somebody is or for whom they write
  std::size_t unknown = 0;          ///< words that are neither name, role, agency, label nor address
  bool labelled = false;            ///< a word says what it is: `By …`, `Words: …`, `Posted …`

  /// Who wrote it, for a place that is known to hold an author (a field, a marked element, a line that begins with
  /// "By"): the people; without any, what may be people; without that, the body. So `Leeds City Council press office`
  /// and `press@leeds.example` are kept there. A body of which nothing is named (`Newsdesk`, `Staff reporter`, `admin`,
  /// `AI Generated`), a handle and a web address are nobody. A line that does not say it is a byline is one only if
  /// it holds a person: use `names`.
  std::vector<std::string> authors() const;
};

/// Reads `By Ann Smith and Bob Jones, Local Democracy Reporter`. Names are separated by commas, semicolons, bars,
/// slashes, line ends, "and" and the like; the "and" of an organisation (`Bath and North East Somerset Council`) is
/// none. Labels, roles, dates, addresses and handles go, and so do those who took the pictures, edited or translated.
/// Only the first 4,000 bytes are read.
Byline read_byline(std::string_view line);

/// `Published29 January 2018By Ann Lee` with blanks between its parts.
std::string unglued(std::string_view text);

/// The authors in the author fields of one article. Bodies are among them only if no field holds anybody else.
std::vector<std::string> authors_in(const std::vector<std::string>& fields);

/// The authors of a line that stands where bylines stand: its people; without any, whom it credits if it begins as a
/// byline and has nothing else (`By Leeds City Council`, `By Alice`).
std::vector<std::string> authors_of_line(std::string_view line);

/// Whether a line begins as bylines do: `By Ann Smith`, `Words: Ann Smith`, `Exclusive by …`.
bool begins_like_byline(std::string_view line);

/// Whether a line says what its writer is and no more: `Local Democracy Reporter`, `Political Editor, Vale Herald`.
bool is_role(std::string_view line);

}  // namespace council_news::press
