#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"

namespace council_news {

/// The bytes of one document and all that is known of where they came from.
struct Input {
  std::string source;   ///< names it in messages and in Article::source: a path, a URL, `archive.zip!member`
  std::string url;      ///< the address it was taken from, if known: base of its relative links, host as evidence
  std::string charset;  ///< as an HTTP header declared it; empty if nothing did
  std::string bytes;
  std::optional<Timestamp> retrieved;  ///< when it was taken; a bound for its dates and the year of year-less ones
};

/// Takes the articles of a document one by one as they are read.
using ArticleSink = std::function<void(Article&&)>;

}  // namespace council_news
