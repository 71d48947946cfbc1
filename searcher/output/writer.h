#pragma once

#include <array>
#include <iosfwd>
#include <string>
#include <string_view>

#include "searcher/search.h"

namespace council_news {

/// How an answer is to look.
struct Style {
  bool color = false;
  std::size_t width = 80;  ///< columns of the terminal
};

/// One form of output. Options, help and dispatch read the table of them.
struct Format {
  std::string_view name;
  const char* help;
  void (*write)(const Answer& answer, const Style& style, std::ostream& out);
};

void write_text(const Answer& answer, const Style& style, std::ostream& out);
void write_json(const Answer& answer, const Style& style, std::ostream& out);

inline constexpr std::array<Format, 2> kFormats{{
    {"text", "for people", write_text},
    {"json", "one object, for scripts: format 1 of searcher/README.md", write_json},
}};

/// `{"error":{"code":…,"message":…,"hint":…}}`, as scripts get it.
void write_json_error(std::string_view code, std::string_view message, std::string_view hint, std::ostream& out);

}  // namespace council_news
