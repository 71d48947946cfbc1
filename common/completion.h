#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/option_text.h"

namespace council_news {

/// A completion that a shell can offer.
struct Candidate {
  std::string text;  ///< the whole word; incomplete if it ends with `:` or `,`
  std::string help;  ///< may be empty
};

enum class Paths { none, folders, files };

/// The completions of the word being typed.
struct Completion {
  std::vector<Candidate> candidates;
  Paths paths = Paths::none;
};

/// Adds `text` if it starts with `typed`.
void offer(std::string_view typed, std::string text, std::string_view help, Completion& completion);

/// Completions of the last of `words`, the words after the program's name, if it is an option or its value
/// (`--limit 3`, `--limit=3`). Values called LIST are comma-separated. Nothing if it is an operand.
std::optional<Completion> complete_option(const std::vector<OptionText>& options,
                                          const std::vector<std::string>& words);

/// Prints what the scripts read: a candidate per line, with a tab before its help, or `:folders` or `:files`.
void print_completion(const Completion& completion, std::ostream& out);

/// Shells that have a completion script.
std::vector<std::string> completion_shells();

/// Prints a shell's completion script for a program. It calls the program with `--complete WORD…`. Throws UsageError
/// for an unknown shell.
void print_completion_script(const std::string& shell, const std::string& program, std::ostream& out);

}  // namespace council_news
