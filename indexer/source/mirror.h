#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// The URL of a file in a mirrored site, derived from its path as `wget -r` names files: one of the first two folders
/// is the host (`mirror/news.example/2019/a.html` → `https://news.example/2019/a.html`). Empty if neither looks like a
/// host.
///
/// A trailing `index.html`, which wget adds to the URL of a folder, is removed. Characters that URLs cannot contain are
/// escaped.
std::string mirrored_url(std::string_view path);

/// Is `name` a public host name, with or without a port?
bool looks_like_host(std::string_view name);

}  // namespace council_news
