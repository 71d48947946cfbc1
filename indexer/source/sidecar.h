#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/input.h"

namespace council_news {

/// Sidecar files describe where the document next to them came from:
///
/// | next to `page.html`               | contains                                                                   |
/// | --------------------------------- | -------------------------------------------------------------------------- |
/// | `page.html.meta.json`             | `{"url": …, "date" or "retrieved": …, "charset": …}`, all optional         |
/// | `page.html.url`, `page.url`       | its URL on a line, or a Windows shortcut (`[InternetShortcut]`); the       |
/// |                                   | second belongs to every `page.*`                                           |
/// | `page.html.headers`               | the HTTP headers (`curl -D`): character set and date                       |
///
/// Precedence: `.url`, then `.meta.json`, then `.headers`.
///

/// Returns the indices of those of `names` (the sorted files of one folder) that file `name` is a sidecar of. Empty if
/// it is not a sidecar: a lone `page.url` is an ordinary file.
std::vector<std::size_t> owners_of_sidecar(std::string_view name, const std::vector<std::string>& names);

/// Finds the sidecars of a file on disk.
std::vector<std::string> find_sidecars(const std::string& path);

/// Copies what the sidecar at `path` says into `input`. Anything it cannot parse is ignored.
void read_sidecar(const std::string& path, Input& input);

/// The URL that `wget --xattr` and `curl --xattr` store with a file; empty if there is none.
std::string address_in_attributes(const std::string& path);

}  // namespace council_news
