#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/input.h"

namespace council_news {

/// Files beside a document that say where it was taken from:
///
/// | beside `page.html`                | holds                                                                      |
/// | --------------------------------- | -------------------------------------------------------------------------- |
/// | `page.html.meta.json`             | `{"url": …, "date" or "retrieved": …, "charset": …}`, each if it is known  |
/// | `page.html.url`, `page.url`       | its address on a line, or a Windows shortcut (`[InternetShortcut]`); the   |
/// |                                   | second is beside every `page.*`                                            |
/// | `page.html.headers`               | the HTTP header (`curl -D`): character set and date                        |
///
/// Where two of them differ, the later in this table is believed.
///
/// Which of `names` (sorted, the files of one folder) the file `name` is a sidecar of. None when it is no sidecar: a
/// lone `page.url` is a file like any other.
std::vector<std::size_t> owners_of_sidecar(std::string_view name, const std::vector<std::string>& names);

/// The sidecars that a file has on the disk, for one that was named alone.
std::vector<std::string> find_sidecars(const std::string& path);

/// Takes over into `input` what the sidecar at that path says. What it says in an unknown way is passed over.
void read_sidecar(const std::string& path, Input& input);

/// The address that `wget --xattr` and `curl --xattr` leave on a file; empty if there is none.
std::string address_in_attributes(const std::string& path);

}  // namespace council_news
