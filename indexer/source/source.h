#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/read/input.h"

namespace council_news {

/// One thing to read.
struct Source {
  std::string name;            ///< for messages, and Article::source: the path as it was given, or `-`
  std::filesystem::path path;  ///< empty for standard input
  bool was_named = false;      ///< on the command line, rather than found in a folder
};

/// An operand that names nothing that can be read.
struct MissingSource {
  std::string name;
  std::string why;
};

/// The files that the arguments of a command name: a folder stands for all files below it, in the order of their names,
/// hidden ones left out; links to folders are not followed below the argument itself. What is not there does not stop
/// the others, it is in `missing`.
std::vector<Source> list_sources(const std::vector<std::string>& arguments, std::vector<MissingSource>& missing);

/// Reads a source whole. Throws InputError when it cannot be read or is larger than a document may be.
Input load(const Source& source);

/// Size and time of last change of a file, as text: as long as it is the same, the file need not be read again. Empty
/// for standard input.
std::string fingerprint(const Source& source);

}  // namespace council_news
