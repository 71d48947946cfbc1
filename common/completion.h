#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/option_text.h"

namespace council_news {

/// One thing a shell may offer for the word being typed.
struct Candidate {
  std::string text;  ///< the whole word; one that ends with `:` or `,` is to be gone on with
  std::string help;  ///< may be empty
};

enum class Paths { none, folders, files };

/// What may stand for the word being typed.
struct Completion {
  std::vector<Candidate> candidates;
  Paths paths = Paths::none;
};

/// Adds it if it begins with `typed`.
void offer(std::string_view typed, std::string text, std::string_view help, Completion& completion);

/// What may stand for the last of `words`, the words after the program's name, when that is an option or the value of
/// one, `--limit 3` or `--limit=3`. Values called LIST are names apart by commas. Nothing when it is an operand.
std::optional<Completion> complete_option(const std::vector<OptionText>& options,
                                          const std::vector<std::string>& words);

/// As the scripts read it: a candidate a line, a tab before its help; `:folders` or `:files` alone on a line.
void print_completion(const Completion& completion, std::ostream& out);

/// The shells that there are scripts for.
std::vector<std::string> completion_shells();

/// The script that a shell needs for a program. It asks the program itself, by `--complete WORD…`.
/// Throws UsageError for a shell it does not know.
void print_completion_script(const std::string& shell, const std::string& program, std::ostream& out);

}  // namespace council_news
