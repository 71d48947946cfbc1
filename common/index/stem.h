#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <xapian.h>

namespace council_news {

/// The stemmer of the index. Caches stems: words repeat in news, and a look-up is cheaper.
class Stemmer {
 public:
  Stemmer();
  const std::string& operator()(std::string_view word);

 private:
  Xapian::Stem stem_;
  std::unordered_map<std::string, std::string> known_;
};

}  // namespace council_news
