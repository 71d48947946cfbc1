#pragma once

#include <string>

namespace council_news::test {

std::string gzip(const std::string& text);

}  // namespace council_news::test
