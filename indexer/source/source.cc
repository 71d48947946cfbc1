#include "indexer/source/source.h"

#include <algorithm>
#include <filesystem>

#include <fmt/core.h>
#include <sys/stat.h>

#include "common/error.h"
#include "common/interruption.h"
#include "common/text/utf8.h"
#include "indexer/source/mirror.h"
#include "indexer/source/sidecar.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

/// The files and folders in a folder, without hidden ones, sorted by name.
struct Folder {
  std::vector<std::string> names;
  std::vector<bool> is_folder;  ///< parallel to names; the others are files
};

Folder read_folder(const std::string& path, std::vector<MissingSource>& missing) {
  std::vector<std::pair<std::string, bool>> entries;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;  // a deleted entry is neither a folder nor a file
    std::string name = it->path().filename().string();
    if (name.starts_with('.')) continue;
    const bool is_folder = it->is_directory(ignored);
    if (is_folder ? !it->is_symlink(ignored) : it->is_regular_file(ignored))
      entries.emplace_back(std::move(name), is_folder);
  }
  if (error) missing.push_back({path, error.message()});
  std::sort(entries.begin(), entries.end());
  Folder folder;
  for (auto& [name, is_folder] : entries) {
    folder.names.push_back(std::move(name));
    folder.is_folder.push_back(is_folder);
  }
  return folder;
}

/// Lists the files below the folder `path`, which ends with a slash.
void list_folder(const std::string& path, std::uint32_t relative_begin, std::vector<Source>& sources,
                 std::vector<MissingSource>& missing) {
  stop_if_interrupted();
  const Folder folder = read_folder(path, missing);
  std::vector<std::vector<std::string>> sidecars(folder.names.size());
  std::vector<bool> is_sidecar(folder.names.size());
  for (std::size_t i = 0; i < folder.names.size(); ++i) {
    if (folder.is_folder[i]) continue;
    for (const std::size_t owner : owners_of_sidecar(folder.names[i], folder.names)) {
      if (folder.is_folder[owner]) continue;
      sidecars[owner].push_back(path + folder.names[i]);
      is_sidecar[i] = true;
    }
  }
  for (std::size_t i = 0; i < folder.names.size(); ++i) {
    std::string name = path + folder.names[i];
    if (folder.is_folder[i]) {
      list_folder(name + "/", relative_begin, sources, missing);
    } else if (!is_sidecar[i]) {
      sources.push_back({.name = std::move(name),
                         .sidecars = std::move(sidecars[i]),
                         .was_named = false,
                         .relative_begin = relative_begin});
    }
  }
}

/// The path of a file found in a folder: the name of the folder given as argument, then the path below it.
std::string path_from_argument(const Source& source) {
  std::error_code ignored;  // fails if the current folder was deleted
  const fs::path argument = fs::absolute(source.name.substr(0, source.relative_begin), ignored).lexically_normal();
  return argument.parent_path().filename().string() + "/" + source.name.substr(source.relative_begin);
}

}  // namespace

std::vector<Source> list_sources(const std::vector<std::string>& arguments, std::vector<MissingSource>& missing) {
  std::vector<Source> sources;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (argument == "-") {
      sources.push_back({.name = argument, .sidecars = {}, .was_named = true});
    } else if (fs::is_directory(argument, error)) {
      const std::string folder = argument.ends_with('/') ? argument : argument + "/";
      list_folder(folder, static_cast<std::uint32_t>(folder.size()), sources, missing);
    } else if (fs::exists(argument, error)) {
      sources.push_back({.name = argument, .sidecars = find_sidecars(argument), .was_named = true});
    } else {
      missing.push_back({argument, error ? error.message() : "no such file or folder"});
    }
  }
  return sources;
}

Input describe(const Source& source) {
  Input input;
  input.source = clean_utf8(source.name);
  if (source.is_standard_input()) return input;
  const std::string mirrored = source.relative_begin > 0 ? mirrored_url(path_from_argument(source)) : std::string();
  input.url = mirrored;
  if (std::string url = address_in_attributes(source.name); !url.empty()) input.url = std::move(url);
  for (const std::string& sidecar : source.sidecars) read_sidecar(sidecar, input);
  input.is_url_from_path = !mirrored.empty() && input.url == mirrored;
  return input;
}

std::string fingerprint_of(const Source& source) {
  if (source.is_standard_input()) return {};
  std::string fingerprint;
  const auto add = [&fingerprint](const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
    fingerprint +=
        fmt::format("{}{} {}.{:09} {} {}.{:09}", fingerprint.empty() ? "" : " ", status.st_size, status.st_mtim.tv_sec,
                    status.st_mtim.tv_nsec, status.st_ino, status.st_ctim.tv_sec, status.st_ctim.tv_nsec);
    return true;
  };
  if (!add(source.name)) return {};
  for (const std::string& sidecar : source.sidecars) add(sidecar);
  return fingerprint;
}

}  // namespace council_news
