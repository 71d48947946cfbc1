#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"

namespace council_news {

/// The bytes of one document and what is known about their origin.
struct Input {
  std::string source;  ///< its name in messages and Article::source: a path, a URL, `archive.zip!member`
  std::string url;     ///< where it was published, if known: base of relative links, evidence for outlet and council
  bool is_url_from_path = false;  ///< `url` was derived from the path of a mirrored file: the page may know better
  std::string charset;            ///< as declared by an HTTP header; may be empty
  std::string bytes;
  std::optional<Timestamp> retrieved;  ///< when it was fetched: latest plausible date, and year of dates without one
};

/// Receives the articles of a document one by one as they are read.
using ArticleSink = std::function<void(Article&&)>;

}  // namespace council_news
