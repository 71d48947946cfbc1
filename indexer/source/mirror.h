#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// The address that a file of a mirrored site was taken from, when its path is as `wget -r` names files: one of its
/// first two folders is the host (`mirror/news.example/2019/a.html` → `https://news.example/2019/a.html`). Empty when
/// none looks like one: a guess helps to tell articles apart, a wrong one does not.
///
/// `index.html` is what wget calls the page of a folder. Signs that an address does not have are escaped.
std::string mirrored_url(std::string_view path);

/// Is it a host name of the public web, perhaps with a port?
bool looks_like_host(std::string_view name);

}  // namespace council_news
