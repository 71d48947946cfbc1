#include "indexer/source/mirror.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

namespace council_news {
namespace {

/// Top-level domains of hosts that publish news about UK councils. Others are not accepted, because folders may have
/// names like `old.news`.
constexpr std::array<std::string_view, 23> kTopLabels{
    {"uk", "com", "org", "net", "info", "eu", "ie", "scot", "wales",   "cymru", "london", "gov",
     "tv", "co",  "io",  "me",  "im",   "je", "gg", "biz",  "example", "edu",   "int"}};

/// Characters that are not escaped in URLs (RFC 3986, 2.2 and 2.3), and the % of existing escapes.
constexpr std::string_view kUnescaped =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?[]@!$&'()*+,;=%";

bool is_label(std::string_view label) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         label.find_first_not_of(kLetters) == std::string_view::npos;
}

}  // namespace

bool looks_like_host(std::string_view name) {
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
    const std::string_view port = name.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos) return false;
    name = name.substr(0, colon);
  }
  std::size_t labels = 0;
  std::string_view last;
  for (std::size_t begin = 0; begin <= name.size(); ++labels) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    last = name.substr(begin, end - begin);
    if (!is_label(last)) return false;
    begin = end + 1;
  }
  return labels >= 2 && std::find(kTopLabels.begin(), kTopLabels.end(), last) != kTopLabels.end();
}

std::string mirrored_url(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  for (int folder = 0; folder < 2; ++folder) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return {};
    if (!looks_like_host(path.substr(0, slash))) {
      path.remove_prefix(slash + 1);
      continue;
    }
    std::string url = "https://";
    for (const char c : path) {
      if (kUnescaped.find(c) != std::string_view::npos) {
        url.push_back(c);
      } else {
        url += fmt::format("%{:02X}", static_cast<unsigned char>(c));
      }
    }
    constexpr std::string_view kFolderPage = "/index.html";
    if (url.ends_with(kFolderPage)) url.resize(url.size() - kFolderPage.size() + 1);
    return url;
  }
  return {};
}

}  // namespace council_news
