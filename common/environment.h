#pragma once

#include <cstdlib>
#include <initializer_list>
#include <string>

namespace council_news {

/// The value of an environment variable; empty when it is not set.
inline std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

/// The first of several variables that is set and not empty.
inline std::string environment(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (std::string value = environment(name); !value.empty()) return value;
  }
  return {};
}

}  // namespace council_news
