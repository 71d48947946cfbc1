#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// One feed of a list, with what the list says of it.
struct OpmlFeed {
  std::string url;
  std::string title;
  std::string folder;  ///< the outlines around it, outermost first, apart by `/`
  std::string council;
  std::string topic;
  std::string outlet;
  std::string every_hours;
  bool full_pages = false;
  bool no_history = false;
  bool allow_private = false;
};

/// Reads the feeds of an OPML 1.0, 1.1 or 2.0 document in UTF-8, well-formed or not: outlines with an address
/// (`xmlUrl`, in any case), however deep, with or without a `type`. Throws InputError when there is no OPML in it.
std::vector<OpmlFeed> read_opml(std::string_view opml);

/// An OPML 2.0 document that read_opml reads back, folders included.
std::string write_opml(const std::vector<OpmlFeed>& feeds);

}  // namespace council_news
