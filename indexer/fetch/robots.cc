#include "indexer/fetch/robots.h"

#include <algorithm>
#include <cstdlib>

#include "common/text/url.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxBytes = 500u << 10;  // RFC 9309, 2.5
constexpr std::size_t kMaxRules = 5000;
constexpr std::size_t kMaxPatternBytes = 2000;
constexpr double kMaxDelay = 60;  // seconds

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool is_unreserved(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || std::string_view("-._~").find(c) != std::string_view::npos;
}

/// Normalises a path or pattern for comparison (RFC 9309, 2.2.2): non-ASCII bytes are escaped, unreserved characters
/// are not.
std::string normalise(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  const auto escape = [&](unsigned char byte) {
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    if (is_escape) {
      const char decoded = static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
      if (is_unreserved(decoded)) {
        out += decoded;
      } else {
        escape(static_cast<unsigned char>(decoded));
      }
    } else if (static_cast<unsigned char>(text[i]) >= 0x80) {
      escape(static_cast<unsigned char>(text[i]));
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Matches `*` with any characters and a final `$` with the end. Backtracks only to the last `*`, so the time is at
/// most proportional to the product of the lengths.
bool matches(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  std::size_t p = 0;
  std::size_t s = 0;
  std::size_t star = std::string_view::npos;
  std::size_t after_star = 0;
  while (true) {
    if (p == pattern.size() && (!to_end || s == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      after_star = s;
    } else if (p < pattern.size() && s < path.size() && pattern[p] == path[s]) {
      ++p;
      ++s;
    } else if (star != std::string_view::npos && after_star < path.size()) {
      p = star + 1;
      s = ++after_star;
    } else {
      return false;
    }
  }
}

struct Line {
  std::string key;  ///< in lower case
  std::string_view value;
};

Line parse_line(std::string_view line) {
  line = line.substr(0, line.find('#'));
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {ascii_lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1))};
}

/// The product token of a user-agent line: `Council-Index/1.0` → `council-index`.
std::string product_in(std::string_view value) {
  if (value == "*") return "*";
  std::size_t end = 0;
  const auto is_token = [](char c) { return is_ascii_letter(c) || c == '-' || c == '_'; };
  while (end < value.size() && is_token(value[end])) ++end;
  return ascii_lower(value.substr(0, end));
}

}  // namespace

Robots::Robots(std::string_view text, std::string_view product) {
  const std::string own = ascii_lower(product);
  bool in_agents = false;  // in the user-agent lines at the start of a group
  bool for_us = false;
  bool for_all = false;
  bool has_own = false;
  Robots all;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (text = text.substr(0, kMaxBytes); !text.empty();) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const Line line = parse_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.key == "user-agent") {
      if (!in_agents) for_us = for_all = false;
      in_agents = true;
      const std::string named = product_in(line.value);
      for_us |= named == own;
      for_all |= named == "*";
      has_own |= named == own;
      continue;
    }
    const bool is_rule = line.key == "allow" || line.key == "disallow";
    if (!is_rule && line.key != "crawl-delay") continue;
    in_agents = false;
    for (Robots* const group : {for_us ? this : nullptr, for_all ? &all : nullptr}) {
      if (group == nullptr) continue;
      if (!is_rule) {
        group->crawl_delay_ = std::clamp(std::strtod(std::string(line.value).c_str(), nullptr), 0.0, kMaxDelay);
      } else if (!line.value.empty() && group->rules_.size() < kMaxRules) {
        group->rules_.push_back({normalise(line.value.substr(0, kMaxPatternBytes)), line.key == "allow"});
      }
    }
  }
  if (!has_own) *this = std::move(all);
}

Robots Robots::unknown() {
  Robots robots("user-agent: *\ndisallow: /", "*");
  robots.is_known_ = false;
  return robots;
}

bool Robots::allows(const std::string& url) const {
  const Url parts = parse_url(url);
  std::string path = parts.path.empty() ? "/" : parts.path;
  if (path == "/robots.txt") return true;
  if (parts.has_query) path += "?" + parts.query;
  path = normalise(path);
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    const bool longer = best == nullptr || rule.pattern.size() > best->pattern.size() ||
                        (rule.pattern.size() == best->pattern.size() && rule.allow);
    if (longer && matches(rule.pattern, path)) best = &rule;
  }
  return best == nullptr || best->allow;
}

}  // namespace council_news
