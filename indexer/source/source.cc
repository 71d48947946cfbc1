#include "indexer/source/source.h"

#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "common/error.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

/// No document of news is larger; a file that is would only fill the memory.
constexpr std::size_t kMostBytes = 1u << 30;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with("."); }

void list_folder(const fs::path& folder, std::vector<Source>& sources, std::vector<MissingSource>& missing) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    entries.push_back(it->path());
  if (error) missing.push_back({folder.string(), error.message()});
  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    std::error_code ignored;  // an entry that vanished meanwhile is neither a folder nor a file
    if (is_hidden(entry)) continue;
    if (fs::is_directory(entry, ignored)) {
      if (!fs::is_symlink(entry, ignored)) list_folder(entry, sources, missing);
    } else if (fs::is_regular_file(entry, ignored)) {
      sources.push_back({entry.string(), entry, false});
    }
  }
}

std::string read_all(std::istream& stream, const std::string& name) {
  std::string bytes;
  char chunk[65536];
  while (stream.read(chunk, sizeof chunk) || stream.gcount() > 0) {
    bytes.append(chunk, static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > kMostBytes) throw InputError(name + " is larger than 1 GiB", "split it into smaller files");
  }
  if (stream.bad()) throw InputError(name + " could not be read to its end");
  return bytes;
}

}  // namespace

std::vector<Source> list_sources(const std::vector<std::string>& arguments, std::vector<MissingSource>& missing) {
  std::vector<Source> sources;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (argument == "-") {
      sources.push_back({"-", {}, true});
    } else if (fs::is_directory(argument, error)) {
      list_folder(argument, sources, missing);
    } else if (fs::exists(argument, error)) {
      sources.push_back({argument, argument, true});
    } else {
      missing.push_back({argument, error ? error.message() : "no such file or folder"});
    }
  }
  return sources;
}

Input load(const Source& source) {
  Input input;
  input.source = source.name;
  if (source.path.empty()) {
    input.bytes = read_all(std::cin, "standard input");
    return input;
  }
  std::ifstream stream(source.path, std::ios::binary);
  if (!stream) throw InputError(std::strerror(errno));
  input.bytes = read_all(stream, "the file");
  return input;
}

std::string fingerprint(const Source& source) {
  struct stat status {};
  if (source.path.empty() || ::stat(source.path.c_str(), &status) != 0) return {};
  return fmt::format("{} {}.{:09}", status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

}  // namespace council_news
