#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// What a robots.txt (RFC 9309) says to us.
class Robots {
 public:
  /// No rules: everything may be fetched.
  Robots() = default;

  /// Reads the rules for `product` (`council-index`), else those for all. Of a long file the first 500 KiB.
  Robots(std::string_view text, std::string_view product);

  /// For a host whose rules cannot be had: nothing may be fetched, until they can.
  static Robots unknown();
  bool is_known() const { return is_known_; }

  /// Whether that address may be fetched: the longest rule that fits its path and query decides, Allow among equals.
  bool allows(const std::string& url) const;

  /// Seconds between two requests that it asks for, 0 if it does not; at most 60.
  double crawl_delay() const { return crawl_delay_; }

 private:
  struct Rule {
    std::string pattern;
    bool allow;
  };
  std::vector<Rule> rules_;
  double crawl_delay_ = 0;
  bool is_known_ = true;
};

}  // namespace council_news
