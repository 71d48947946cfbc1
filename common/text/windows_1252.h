#pragma once

namespace council_news {

/// The character of a byte of windows-1252, U+FFFD for the five undefined bytes.
char32_t from_windows_1252(unsigned char byte);

}  // namespace council_news
