#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/source/input.h"

namespace council_news {

/// A file to read, or standard input.
struct Source {
  std::string name;                   ///< its path as given, or `-`; used in messages and as Article::source
  std::vector<std::string> sidecars;  ///< paths of its sidecar files (sidecar.h)
  bool was_named = false;             ///< on the command line, not found in a folder
  std::uint32_t relative_begin = 0;   ///< for a file found in a folder: where its path below that begins in `name`

  bool is_standard_input() const { return name == "-"; }
};

/// An operand that does not exist or cannot be read.
struct MissingSource {
  std::string name;
  std::string why;
};

/// Lists the files that the arguments of a command name. A folder stands for all files below it, sorted by name, except
/// hidden files and sidecars. Symbolic links to folders are followed only if they are arguments. Arguments that do not
/// exist are added to `missing`.
std::vector<Source> list_sources(const std::vector<std::string>& arguments, std::vector<MissingSource>& missing);

/// Returns what is known about a file before it is read, without its bytes. Its URL comes from its sidecars, else its
/// extended attributes, else its path in a mirrored site.
Input describe(const Source& source);

/// The sizes, modification and change times and inodes of a file and its sidecars, as text: while they are the same,
/// the file need not be read again. A size and a modification time alone do not tell a file from one that was copied or
/// moved over it with its times (cp -p, rsync, mv). Inode and change time also differ in a restored backup, which is
/// then read once more to no effect; the device is left out because its number may change with every boot. Empty for
/// standard input and pipes.
std::string fingerprint_of(const Source& source);

}  // namespace council_news
