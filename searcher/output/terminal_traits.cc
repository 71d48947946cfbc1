#include "searcher/output/terminal_traits.h"

#include <algorithm>
#include <array>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <langinfo.h>

#include "common/environment.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Terminals that follow hyperlinks, by $TERM_PROGRAM, $TERM or a variable of their own.
constexpr std::array<std::string_view, 5> kPrograms{"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"};
constexpr std::array<std::string_view, 5> kNames{"kitty", "foot", "alacritty", "ghostty", "wezterm"};
constexpr std::array<const char*, 4> kOwnVariables{"KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"};

/// $TERM of terminals that drop links or show the escape sequence.
constexpr std::array<std::string_view, 6> kWithout{"dumb", "linux", "vt", "screen", "tmux", "cons"};

/// Whether `version` is at least `major.minor`.
bool is_at_least(std::string_view version, int major, int minor) {
  const std::string text(version);
  char* rest = nullptr;
  const long found = std::strtol(text.c_str(), &rest, 10);
  const long found_minor = *rest == '.' ? std::strtol(rest + 1, nullptr, 10) : 0;
  return found > major || (found == major && found_minor >= minor);
}

}  // namespace

bool shows_color() {
  const std::string term = environment("TERM");
  return environment("NO_COLOR").empty() && !term.empty() && term != "dumb";
}

bool shows_utf8() {
  if (std::setlocale(LC_CTYPE, "") != nullptr) return std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const std::string locale = ascii_lower(environment(name));
    if (!locale.empty()) return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

Hyperlinks hyperlinks_of_terminal() {
  // tmux passes hyperlinks on since 3.4; older versions drop them.
  if (!environment("TMUX").empty())
    return environment("TERM_PROGRAM") == "tmux" && is_at_least(environment("TERM_PROGRAM_VERSION"), 3, 4)
               ? Hyperlinks::shown
               : Hyperlinks::none;
  const std::string term = environment("TERM");
  const auto is_term = [&term](std::string_view name) { return term.starts_with(name); };
  if (term.empty() || std::any_of(kWithout.begin(), kWithout.end(), is_term)) return Hyperlinks::none;
  constexpr int kVteWithLinks = 5000;  // 0.50
  const bool known =
      is_at_least(environment("VTE_VERSION"), kVteWithLinks, 0) ||
      std::find(kPrograms.begin(), kPrograms.end(), environment("TERM_PROGRAM")) != kPrograms.end() ||
      std::any_of(kOwnVariables.begin(), kOwnVariables.end(), [](auto name) { return !environment(name).empty(); }) ||
      std::any_of(kNames.begin(), kNames.end(), [&](auto name) { return term.find(name) != term.npos; });
  return known ? Hyperlinks::followed : Hyperlinks::shown;
}

}  // namespace council_news
