#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "indexer/source/byte_stream.h"
#include "indexer/source/packing.h"

struct archive;
struct archive_entry;

namespace council_news {

/// Reads an archive or a compressed file as a stream, member by member: nothing is unpacked to disk, and memory use
/// does not depend on the size. ZIP archives are also read from the start, so a truncated one yields the members before
/// the cut. A compressed file has a single member without a name.
class ArchiveReader final : public ByteStream {
 public:
  /// `packing` is compressed (except gzip: see InflateStream), tar or zip. `packed` must outlive the reader.
  ArchiveReader(ByteStream& packed, Packing packing);
  ~ArchiveReader() override;
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  /// Advances to the next regular file, skipping folders and links. False at the end. Throws DamagedError if the rest
  /// cannot be read.
  bool next();

  /// The name of the member, always valid UTF-8. A name in another encoding is taken as CP437 in a ZIP (APPNOTE.TXT,
  /// appendix D), else as windows-1252.
  const std::string& name() const { return name_; }

  bool is_encrypted() const;

  /// Describes the damage that was skipped since the last call; empty if there was none.
  std::string pop_damage() { return std::exchange(damage_, {}); }

  /// Reads from the member. Throws DamagedError; the next member may still be readable.
  std::size_t read(char* buffer, std::size_t size) override;

 private:
  struct Closer {
    void operator()(archive* handle) const;
  };

  static ssize_t read_block(archive* handle, void* self, const void** block);
  static std::int64_t skip_bytes(archive* handle, void* self, std::int64_t count);
  [[noreturn]] void fail();
  std::string member_name() const;

  ByteStream& packed_;
  Packing packing_;
  std::vector<char> block_;
  std::exception_ptr thrown_;  ///< by packed_, inside a libarchive callback
  std::unique_ptr<archive, Closer> handle_;
  archive_entry* entry_ = nullptr;
  std::string name_;
  std::string damage_;
  std::string_view left_;      ///< data of the member that libarchive returned and read() has not
  std::uint64_t gap_ = 0;      ///< zeros before left_, which sparse tar members omit
  std::int64_t position_ = 0;  ///< in the member
};

}  // namespace council_news
