#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// The rules of a robots.txt (RFC 9309) that apply to this program.
class Robots {
 public:
  /// No rules: allows everything.
  Robots() = default;

  /// Reads the rules for `product` (`council-index`), else those for `*`. Only the first 500 KiB are read.
  Robots(std::string_view text, std::string_view product);

  /// For a host whose robots.txt could not be fetched: allows nothing.
  static Robots unknown();
  bool is_known() const { return is_known_; }

  /// May `url` be fetched? The longest rule that matches its path and query decides; of equally long ones, Allow.
  bool allows(const std::string& url) const;

  /// Crawl-delay in seconds, at most 60; 0 if there is none.
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
