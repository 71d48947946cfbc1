#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// One feed of an OPML list and its attributes.
struct OpmlFeed {
  std::string url;
  std::string title;
  std::string folder;  ///< enclosing outlines, outermost first, separated by `/`
  std::string council;
  std::string topic;
  std::string outlet;
  std::string every_hours;
  bool full_pages = false;
  bool no_history = false;
  bool allow_private = false;
};

/// Reads the feeds of an OPML 1.0, 1.1 or 2.0 document in UTF-8, well-formed or not: outlines with an address
/// (`xmlUrl`, in any case), at any depth, with or without a `type`. Throws InputError if the document is not OPML.
std::vector<OpmlFeed> read_opml(std::string_view opml);

/// Writes an OPML 2.0 document that read_opml can read back, folders included.
std::string write_opml(const std::vector<OpmlFeed>& feeds);

}  // namespace council_news
