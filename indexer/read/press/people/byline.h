#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace council_news::press {

/// The content of a byline. The same byline gives the same result from every source: a feed's author, metadata, an
/// element of a page, a line of text, JSON.
struct Byline {
  std::vector<std::string> names;   ///< people, in the written form of names.h, without repetitions
  std::vector<std::string> unsure;  ///< possible people: a single name (`Alice`), or `Smith, Ann` as `Ann Smith`
  std::string organisation;         ///< the first organisation or, if there is none, the first e-mail address
  std::size_t roles = 0;            ///< number of words for a role or an employer
  std::size_t unknown = 0;          ///< number of words that are not a name, role, agency, label or address
  bool labelled = false;            ///< has a label: `By …`, `Words: …`, `Posted …`
  bool sentence = false;            ///< reads like a sentence about its people: `Report by Ann Smith finds fault`

  /// The authors, for a byline from a place that is known to hold one (a field, a marked element, a line that begins
  /// with "By"): the people, else the possible people, else the organisation. So `Leeds City Council press office` and
  /// `press@leeds.example` count. A generic name (`Newsdesk`, `Staff reporter`, `admin`, `AI Generated`), a handle and
  /// a web address give no author. Elsewhere a line is a byline only if it names a person: use `names`.
  std::vector<std::string> authors() const;
};

/// Reads `By Ann Smith and Bob Jones, Local Democracy Reporter`. Names are separated by commas, semicolons, bars,
/// slashes, line ends, "and" and the like; the "and" of an organisation (`Bath and North East Somerset Council`) does
/// not separate. Drops labels, roles, dates, addresses and handles, and people credited with pictures, editing or
/// translation. Reads only the first 4,000 bytes.
Byline read_byline(std::string_view line);

/// Inserts the missing spaces in `Published29 January 2018By Ann Lee`.
std::string unglued(std::string_view text);

/// The authors in the author fields of one article. Organisations count only if no field has a person.
std::vector<std::string> authors_in(const std::vector<std::string>& fields);

/// Adds a name unless it is there already, perhaps in other capitals.
void add_name(std::vector<std::string>& names, const std::string& name);

/// Whether a text is only the name of a council, its office or a news service: `Leeds City Council Press Office`.
bool is_organisation(std::string_view text);

/// The authors in a line at the position of a byline: its people, else the organisation or single name if the line
/// begins like a byline and has nothing else (`By Leeds City Council`, `By Alice`).
std::vector<std::string> authors_of_line(std::string_view line);

/// Whether a line begins like a byline: `By Ann Smith`, `Words: Ann Smith`, `Exclusive by …`.
bool begins_like_byline(std::string_view line);

/// Whether a line is only a role: `Local Democracy Reporter`, `Political Editor, Vale Herald`.
bool is_role(std::string_view line);

}  // namespace council_news::press
