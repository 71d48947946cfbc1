#include "indexer/source/archive_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <iconv.h>
#include <locale.h>

#include "common/text/utf8.h"
#include "common/text/windows_1252.h"

namespace council_news {
namespace {

constexpr std::size_t kBlock = 65536;

/// Switches this thread to a UTF-8 locale: libarchive withholds member names that the locale cannot represent.
class Utf8Locale {
 public:
  Utf8Locale() : previous_(::uselocale(locale())) {}
  ~Utf8Locale() { ::uselocale(previous_); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  /// Created once, because that takes longer than reading a member. Null, which has no effect, if the system lacks it.
  static locale_t locale() {
    static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return utf8;
  }

  locale_t previous_;
};

std::string from_cp437(std::string text) {
  const iconv_t converter = ::iconv_open("UTF-8", "CP437");
  if (converter == reinterpret_cast<iconv_t>(-1)) return text;
  std::string out(text.size() * 3, '\0');  // a CP437 character takes at most 3 bytes in UTF-8
  char* from = text.data();
  char* to = out.data();
  std::size_t from_left = text.size();
  std::size_t to_left = out.size();
  const bool done = ::iconv(converter, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1);
  ::iconv_close(converter);
  if (!done) return text;
  out.resize(out.size() - to_left);
  return out;
}

std::string from_western(std::string_view text) {
  std::string out;
  for (const char c : text) append_utf8(out, from_windows_1252(static_cast<unsigned char>(c)));
  return out;
}

void support_compression(archive* handle) {
  archive_read_support_filter_bzip2(handle);
  archive_read_support_filter_xz(handle);
  archive_read_support_filter_lzma(handle);
  archive_read_support_filter_lzip(handle);
  archive_read_support_filter_zstd(handle);
  archive_read_support_filter_lz4(handle);
  archive_read_support_filter_compress(handle);
  archive_read_support_format_raw(handle);
  archive_read_support_format_empty(handle);
}

}  // namespace

void ArchiveReader::Closer::operator()(archive* handle) const { archive_read_free(handle); }

ArchiveReader::ArchiveReader(ByteStream& packed, Packing packing)
    : packed_(packed), packing_(packing), block_(kBlock), handle_(archive_read_new()) {
  if (!handle_) throw std::bad_alloc();
  if (packing == Packing::compressed) support_compression(handle_.get());
  if (packing == Packing::tar) archive_read_support_format_tar(handle_.get());
  if (packing == Packing::zip) archive_read_support_format_zip_streamable(handle_.get());
  if (archive_read_open2(handle_.get(), this, nullptr, read_block, skip_bytes, nullptr) != ARCHIVE_OK) fail();
}

ArchiveReader::~ArchiveReader() = default;

ssize_t ArchiveReader::read_block(archive* handle, void* self, const void** block) {
  auto& reader = *static_cast<ArchiveReader*>(self);
  *block = reader.block_.data();
  try {
    return static_cast<ssize_t>(reader.packed_.read(reader.block_.data(), reader.block_.size()));
  } catch (...) {  // exceptions must not pass through libarchive: fail() rethrows
    reader.thrown_ = std::current_exception();
    archive_set_error(handle, EIO, "the archive could not be read");
    return -1;
  }
}

std::int64_t ArchiveReader::skip_bytes(archive*, void* self, std::int64_t count) {
  return static_cast<std::int64_t>(static_cast<ArchiveReader*>(self)->packed_.skip(static_cast<std::uint64_t>(count)));
}

void ArchiveReader::fail() {
  if (thrown_) std::rethrow_exception(thrown_);
  const char* reason = archive_error_string(handle_.get());
  throw DamagedError(squeeze(clean_utf8(reason ? reason : "the rest cannot be read")));
}

bool ArchiveReader::next() {
  for (;;) {
    const Utf8Locale locale;
    archive_clear_error(handle_.get());
    const int result = archive_read_next_header(handle_.get(), &entry_);
    if (thrown_) fail();
    if (result == ARCHIVE_EOF) return false;
    if (result == ARCHIVE_RETRY) {
      if (damage_.empty()) damage_ = clean_utf8(archive_error_string(handle_.get()));
      continue;
    }
    if (result < ARCHIVE_WARN) fail();
    // Too short for libarchive to recognise what packing_of() did, which would come back as it is.
    if (packing_ == Packing::compressed && archive_filter_code(handle_.get(), 0) == ARCHIVE_FILTER_NONE)
      throw DamagedError("unexpected end");
    const auto type = archive_entry_filetype(entry_);
    if ((type != AE_IFREG && type != 0) || archive_entry_hardlink(entry_)) continue;
    name_ = member_name();
    left_ = {};
    gap_ = 0;
    position_ = 0;
    return true;
  }
}

std::string ArchiveReader::member_name() const {
  if (packing_ == Packing::compressed) return {};
  const char* written = archive_entry_pathname(entry_);
  if (!written) written = archive_entry_pathname_utf8(entry_);
  if (!written) return "(unreadable name)";
  const std::string name = written;
  if (is_valid_utf8(name)) return clean_utf8(name);
  return clean_utf8(packing_ == Packing::zip ? from_cp437(name) : from_western(name));
}

bool ArchiveReader::is_encrypted() const { return entry_ && archive_entry_is_encrypted(entry_) != 0; }

std::size_t ArchiveReader::read(char* buffer, std::size_t size) {
  while (left_.empty() && gap_ == 0) {
    const void* block = nullptr;
    std::size_t block_size = 0;
    std::int64_t offset = 0;
    const int result = archive_read_data_block(handle_.get(), &block, &block_size, &offset);
    if (result == ARCHIVE_EOF) return 0;
    if (result == ARCHIVE_RETRY) continue;
    if (result != ARCHIVE_OK) fail();
    left_ = {static_cast<const char*>(block), block_size};
    gap_ = offset > position_ ? static_cast<std::uint64_t>(offset - position_) : 0;
  }
  const std::size_t count =
      gap_ > 0 ? static_cast<std::size_t>(std::min<std::uint64_t>(size, gap_)) : std::min(size, left_.size());
  if (gap_ > 0) {
    std::memset(buffer, 0, count);
    gap_ -= count;
  } else {
    std::memcpy(buffer, left_.data(), count);
    left_.remove_prefix(count);
  }
  position_ += static_cast<std::int64_t>(count);
  return count;
}

}  // namespace council_news
