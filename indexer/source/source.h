#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/source/input.h"

namespace council_news {

/// One file to read, or standard input.
struct Source {
  std::string name;                   ///< its path as it was given, or `-`: for messages, and Article::source
  std::vector<std::string> sidecars;  ///< paths of the files beside it that say where it was taken from
  bool was_named = false;             ///< on the command line, rather than found in a folder
  std::uint32_t below = 0;  ///< of one found in a folder: where in the name the part below the argument begins

  bool is_standard_input() const { return name == "-"; }
};

/// An operand that names nothing that can be read.
struct MissingSource {
  std::string name;
  std::string why;
};

/// The files that the arguments of a command name: a folder stands for all files below it, in the order of their names,
/// hidden ones and sidecars left out; links to folders are not followed below the argument itself. What is not there
/// does not stop the others, it is in `missing`.
std::vector<Source> list_sources(const std::vector<std::string>& arguments, std::vector<MissingSource>& missing);

/// All that is known of a file before it is read: its address from the path of a mirrored site, from its attributes or
/// from its sidecars, in rising trust. No bytes yet.
Input describe(const Source& source);

/// Size and time of last change of a file and its sidecars, as text: as long as it is the same, the file need not be
/// read again. Empty for standard input and pipes.
std::string fingerprint(const Source& source);

}  // namespace council_news
