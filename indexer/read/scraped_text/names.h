#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace council_news::scraped {

/// A word that no person's name in a byline has: of councils, newspapers, their sections and their buttons, of months
/// and weekdays. `folded` is as fold_name writes it.
bool is_no_name_word(std::string_view folded);

/// A word that says what somebody is: reporter, correspondent, editor. `folded` is as fold_name writes it.
bool is_role_word(std::string_view folded);

/// A person's name as bylines print it: two to five capitalised words, none of them a word of councils and newspapers.
bool looks_like_name(std::string_view text);

/// The name as it is written in running text: `JANE McDONALD` → `Jane McDonald`.
std::string written_name(std::string_view text);

/// What a text with names in it is made of.
struct SplitNames {
  std::vector<std::string> names;
  std::size_t roles = 0;    ///< words that say what somebody is
  std::size_t unknown = 0;  ///< words that are neither name, role, agency nor handle
};

/// Reads `Jane Smith, Local Democracy Reporter, and Tom Jones @tom_j`.
SplitNames split_names(std::string_view text);

}  // namespace council_news::scraped
