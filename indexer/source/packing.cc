#include "indexer/source/packing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace council_news {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  Packing packing;
  std::string_view at_four = {};  ///< required from the fifth byte on, where `bytes` alone could begin a text
};

constexpr std::array<Signature, 15> kSignatures{{
    {"\x1F\x8B\x08"sv, Packing::gzip},           // gzip
    {"BZh"sv, Packing::compressed, "1AY&SY"sv},  // bzip2
    {"\xFD"
     "7zXZ\0"sv,
     Packing::compressed},                        // xz
    {"\x28\xB5\x2F\xFD"sv, Packing::compressed},  // zstd
    {"\x04\x22\x4D\x18"sv, Packing::compressed},  // lz4
    {"LZIP\1"sv, Packing::compressed},            // lzip
    {"\x5D\0\0\x80\0"sv, Packing::compressed},    // lzma with the default dictionary size
    {"\x1F\x9D"sv, Packing::compressed},          // compress
    {"PK\3\4"sv, Packing::zip},
    {"PK\5\6"sv, Packing::zip},    // empty archive
    {"PK\7\x08"sv, Packing::zip},  // first part of a split archive
    {"WARC/0."sv, Packing::warc},
    {"WARC/1."sv, Packing::warc},
    {"7z\xBC\xAF\x27\x1C"sv, Packing::foreign},
    {"Rar!\x1A\x07"sv, Packing::foreign},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kMediaKinds{{
    {"%PDF-"sv, "a PDF document"},
    {"\x89PNG"sv, "a picture (PNG)"},
    {"\xFF\xD8\xFF"sv, "a picture (JPEG)"},
    {"GIF8"sv, "a picture (GIF)"},
    {"RIFF"sv, "a picture, sound or film (RIFF)"},
    {"\0\0\1\0"sv, "a picture (icon)"},
    {"wOFF"sv, "a font"},
    {"wOF2"sv, "a font"},
    {"ID3"sv, "a sound file"},
    {"OggS"sv, "a sound or film file"},
    {"\x7F"
     "ELF"sv,
     "a program"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kArchiveKinds{{
    {"PK\3\4"sv, "a ZIP archive"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"\xFD"
     "7zXZ"sv,
     "an xz archive"},
    {"\x28\xB5\x2F\xFD"sv, "a zstd archive"},
    {"BZh"sv, "a bzip2 archive"},
}};

template <typename Kinds>
std::string_view find_kind(const Kinds& kinds, std::string_view bytes) {
  for (const auto& [signature, kind] : kinds) {
    if (bytes.starts_with(signature)) return kind;
  }
  return {};
}

/// First members of office documents and e-books, which are ZIP archives.
constexpr std::array<std::string_view, 4> kOfficeMembers{{"[Content_Types].xml", "mimetype", "_rels/", "META-INF/"}};
constexpr std::size_t kZipNameOffset = 30;  // APPNOTE.TXT 4.3.7

/// Recognises a tar header by its checksum (POSIX pax, ustar header), because old tar archives have no magic number.
bool is_tar_header(std::string_view head) {
  constexpr std::size_t kBlock = 512;
  constexpr std::size_t kSumBegin = 148;
  constexpr std::size_t kSumEnd = 156;
  if (head.size() < kBlock || head.front() == '\0') return false;
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < kBlock; ++i)
    sum += i >= kSumBegin && i < kSumEnd ? std::uint32_t{' '} : static_cast<unsigned char>(head[i]);
  std::uint32_t written = 0;
  std::size_t at = head.find_first_not_of(' ', kSumBegin);
  const std::size_t begin = at;
  for (; at < kSumEnd && head[at] >= '0' && head[at] <= '7'; ++at)
    written = written * 8 + static_cast<std::uint32_t>(head[at] - '0');
  return at > begin && written == sum;
}

}  // namespace

Packing packing_of(std::string_view head) {
  for (const auto& [bytes, packing, at_four] : kSignatures) {
    if (!head.starts_with(bytes)) continue;
    if (!at_four.empty() && !head.substr(std::min<std::size_t>(head.size(), 4)).starts_with(at_four)) continue;
    if (packing != Packing::zip || head.size() < kZipNameOffset) return packing;
    const std::string_view first = head.substr(kZipNameOffset);
    const bool office = std::any_of(kOfficeMembers.begin(), kOfficeMembers.end(),
                                    [&](std::string_view name) { return first.starts_with(name); });
    return office ? Packing::office : packing;
  }
  return is_tar_header(head) ? Packing::tar : Packing::none;
}

std::string_view archive_kind(std::string_view bytes) { return find_kind(kArchiveKinds, bytes); }

std::string_view binary_kind(std::string_view bytes) {
  const std::string_view media = find_kind(kMediaKinds, bytes);
  return media.empty() ? archive_kind(bytes) : media;
}

}  // namespace council_news
