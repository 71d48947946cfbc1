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

/// Reads an archive, or what is compressed, member by member as it comes: nothing is unpacked to the disk, and the
/// memory taken does not depend on the length. A zip is read from its beginning too, so a cut-off one gives what it
/// has. What is compressed has a single member, without a name.
class ArchiveReader final : public ByteStream {
 public:
  /// `packing` is compressed (gzip is read by InflateStream), tar or zip, and `packed` outlives the reader.
  ArchiveReader(ByteStream& packed, Packing packing);
  ~ArchiveReader() override;
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  /// Goes to the next member that is a file with bytes of its own: folders and links are passed over. False at the end.
  /// Throws DamagedError when no more can be read.
  bool next();

  /// Of the member: valid UTF-8 whatever the archive has. What is no UTF-8 there is CP437 in a zip (APPNOTE.TXT,
  /// appendix D), else windows-1252.
  const std::string& name() const { return name_; }

  bool is_encrypted() const;

  /// What was passed over because it was damaged since the last call; empty if nothing was.
  std::string take_damage() { return std::exchange(damage_, {}); }

  /// The bytes of the member. Throws DamagedError; the member after it may still be readable.
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
  std::exception_ptr thrown_;  ///< by packed_, inside a call to the library
  std::unique_ptr<archive, Closer> handle_;
  archive_entry* entry_ = nullptr;
  std::string name_;
  std::string damage_;
  std::string_view left_;      ///< what the library gave of the member and was not read
  std::uint64_t gap_ = 0;      ///< zeros before that: a tar may leave them out
  std::int64_t position_ = 0;  ///< in the member
};

}  // namespace council_news
