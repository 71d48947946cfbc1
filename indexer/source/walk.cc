#include "indexer/source/walk.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "common/input_errors.h"
#include "common/text/utf8.h"
#include "indexer/source/archive_reader.h"
#include "indexer/source/byte_stream.h"
#include "indexer/source/inflate_stream.h"
#include "indexer/source/json_lines.h"
#include "indexer/source/mirror.h"
#include "indexer/source/packing.h"
#include "indexer/source/warc.h"

namespace council_news {
namespace {

/// A decompression bomb: ends the reading of the whole source.
struct BombError : InputError {
  using InputError::InputError;
};

/// Damage whose location is already part of the message.
struct LocatedError : DamagedError {
  using DamagedError::DamagedError;
};

/// Rethrows the error being handled, adding its location if it has none yet.
[[noreturn]] void rethrow_located(const DamagedError& error, const std::string& where) {
  if (dynamic_cast<const LocatedError*>(&error)) throw;
  throw LocatedError(fmt::format("truncated or damaged{}{} ({})", where.empty() ? "" : " ", where, error.what()),
                     "the part before that was read; get a complete copy and add it");
}

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : left_(bytes) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = left_.copy(buffer, size);
    left_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view left_;
};

/// Throws BombError if a source unpacks to implausibly many bytes.
class ExpansionGuard {
 public:
  /// `packed_bytes` is the number of bytes of the source that were read so far.
  explicit ExpansionGuard(std::function<std::uint64_t()> packed_bytes) : packed_bytes_(std::move(packed_bytes)) {}

  void unpacked(std::size_t bytes) {
    total_ += bytes;
    if (total_ > kAlwaysUnpacked && total_ / kMaxExpansion > packed_bytes_())
      throw BombError(fmt::format("it unpacks to more than {} times its size", kMaxExpansion),
                      "it looks like a decompression bomb; the rest was not read");
  }

 private:
  std::function<std::uint64_t()> packed_bytes_;
  std::uint64_t total_ = 0;
};

/// A stream of unpacked bytes, counted by the guard.
class GuardedStream final : public ByteStream {
 public:
  GuardedStream(ByteStream& inner, ExpansionGuard& guard) : inner_(inner), guard_(guard) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = inner_.read(buffer, size);
    guard_.unpacked(count);
    return count;
  }

 private:
  ByteStream& inner_;
  ExpansionGuard& guard_;
};

/// Descends through the nested archives and compressions of one source.
class Walk {
 public:
  Walk(ExpansionGuard guard, std::size_t max_document_bytes, std::string name, std::string url,
       const SourceEvents& events)
      : guard_(std::move(guard)),
        max_document_bytes_(max_document_bytes),
        name_(std::move(name)),
        url_(std::move(url)),
        events_(events) {}

  /// Emits the documents in `stream`, which `about` describes. `layer` is the number of enclosing archives and
  /// compressions.
  void descend(ByteStream& stream, Input about, int layer);

 private:
  void inflated(BufferedStream& packed, InflateStream::Form form, Input&& about, int layer);
  void compressed(BufferedStream& packed, Input&& about, int layer);
  void members(BufferedStream& packed, Packing packing, const Input& about, int layer);
  bool next_member(ArchiveReader& reader, const BufferedStream& packed, const Input& about);
  void records(BufferedStream& packed, const Input& about, int layer);
  void record(BufferedStream& block, const HeaderFields& fields, Input&& about, int layer);
  void document(BufferedStream& stream, Input&& about);
  void reject_url() const;
  std::string within(const std::string& name) const;

  /// Runs `body`, which reads the part `name` of `packed`, and reports its failure. Damage to that part is returned;
  /// damage to `packed` itself is rethrown.
  template <typename Body>
  std::optional<DamagedError> attempt(const BufferedStream& packed, const std::string& name, const Body& body);

  ExpansionGuard guard_;
  std::size_t max_document_bytes_;
  std::string name_;  ///< of the source
  std::string url_;
  const SourceEvents& events_;
};

/// The name without the source: `folder/x.tar!a.zip!page.html` → `a.zip!page.html`.
std::string Walk::within(const std::string& name) const { return name.substr(std::min(name.size(), name_.size() + 1)); }

void Walk::reject_url() const {
  if (!url_.empty()) throw InputError("an archive cannot have a single URL", "leave out --url");
}

template <typename Body>
std::optional<DamagedError> Walk::attempt(const BufferedStream& packed, const std::string& name, const Body& body) {
  try {
    body();
  } catch (const BombError&) {
    throw;
  } catch (const DamagedError& error) {
    if (packed.inner_failed()) rethrow_located(error, "in " + within(name));
    return error;
  } catch (const NoArticleError& error) {
    events_.skipped(name, error.what());
  } catch (const InputError& error) {
    events_.failed(name, error);
  } catch (const std::exception& error) {
    events_.failed(name, input_error_of(error));
  }
  return std::nullopt;
}

void Walk::descend(ByteStream& stream, Input about, int layer) {
  BufferedStream buffered(stream);
  const Packing packing = packing_of(buffered.peek(kPackingHead));
  if (packing != Packing::none && layer >= kMaxLayers)
    throw InputError(fmt::format("archives are nested more than {} deep", kMaxLayers), "unpack the outer ones first");
  switch (packing) {
    case Packing::none:
      return document(buffered, std::move(about));
    case Packing::gzip:
      return inflated(buffered, InflateStream::Form::gzip, std::move(about), layer);
    case Packing::compressed:
      return compressed(buffered, std::move(about), layer);
    case Packing::tar:
    case Packing::zip:
      return members(buffered, packing, about, layer);
    case Packing::warc:
      return records(buffered, about, layer);
    case Packing::office:
      throw NoArticleError("an office document or e-book, which is not supported");
    case Packing::foreign:
      throw InputError("an unsupported archive format", "unpack it and add the folder");
  }
}

void Walk::inflated(BufferedStream& packed, InflateStream::Form form, Input&& about, int layer) {
  try {
    InflateStream stream(packed, form);
    GuardedStream guarded(stream, guard_);
    descend(guarded, std::move(about), layer + 1);
  } catch (const DamagedError& error) {
    rethrow_located(error, "");
  }
}

void Walk::compressed(BufferedStream& packed, Input&& about, int layer) {
  try {
    ArchiveReader reader(packed, Packing::compressed);
    GuardedStream guarded(reader, guard_);
    if (!reader.next()) return events_.document(std::move(about), 1);  // compressed, but empty
    descend(guarded, std::move(about), layer + 1);
  } catch (const DamagedError& error) {
    rethrow_located(error, "");
  }
}

/// Is any part of the path hidden? Hidden members are skipped, as in folders.
bool is_hidden(std::string_view member) {
  while (member.starts_with("./")) member.remove_prefix(2);
  while (member.starts_with("../")) member.remove_prefix(3);
  return member.starts_with('.') || member.find("/.") != std::string_view::npos;
}

/// Advances to the next member and reports damage that was skipped.
bool Walk::next_member(ArchiveReader& reader, const BufferedStream& packed, const Input& about) {
  const std::string last = reader.name();
  const std::string where = last.empty() ? "at the start" : "after " + last;
  try {
    const bool more = reader.next();
    if (const std::string lost = reader.pop_damage(); !lost.empty())
      events_.failed(about.source, DamagedError(fmt::format("damaged {} ({})", where, lost), "the rest was read"));
    return more;
  } catch (const DamagedError& error) {
    rethrow_located(error,
                    packed.inner_failed() && !last.empty() ? "after " + within(about.source + "!" + last) : where);
  }
}

void Walk::members(BufferedStream& packed, Packing packing, const Input& about, int layer) {
  reject_url();
  ArchiveReader reader(packed, packing);
  GuardedStream guarded(reader, guard_);
  std::size_t encrypted = 0;
  bool empty = true;
  for (bool more = next_member(reader, packed, about); more;) {
    empty = false;
    Input member;
    member.source = about.source + "!" + reader.name();
    member.url = mirrored_url(reader.name());
    member.is_url_from_path = !member.url.empty();
    const std::string name = member.source;
    std::optional<DamagedError> damage;
    if (reader.is_encrypted()) {
      ++encrypted;
    } else if (!is_hidden(reader.name())) {
      damage = attempt(packed, name, [&] { descend(guarded, std::move(member), layer + 1); });
    }
    // If the archive is truncated inside a member, next_member() throws and reports it; do not report it twice.
    more = next_member(reader, packed, about);
    if (damage) events_.failed(name, *damage);
  }
  if (encrypted > 0)
    throw InputError(fmt::format("{} members are encrypted", encrypted),
                     "unpack it with its password and add the folder");
  if (empty) throw NoArticleError("an archive without files");
}

void Walk::records(BufferedStream& packed, const Input& about, int layer) {
  reject_url();
  WarcReader reader(packed);
  std::string last;
  try {
    while (reader.next()) {
      Input input;
      last = about.source + "!" + clean_utf8(reader.fields().find("WARC-Target-URI"));
      input.source = last;
      BufferedStream block(reader);
      const auto damage = attempt(block, last, [&] { record(block, reader.fields(), std::move(input), layer); });
      if (damage) events_.failed(last, *damage);
    }
  } catch (const DamagedError& error) {
    rethrow_located(error, last.empty() ? "at the start" : "after " + within(last));
  }
}

bool looks_like_markup(std::string_view head) {
  return head.size() == 2 && head[0] == '<' && (head[1] == '!' || head[1] == '?' || is_letter(head[1] & 0x7F));
}

/// Emits the document in a record, if there is one.
void Walk::record(BufferedStream& block, const HeaderFields& fields, Input&& about, int layer) {
  std::optional<Capture> capture = read_capture(fields, block);
  if (!capture) return;
  capture->about.source = std::move(about.source);
  ChunkedStream chunked(block);
  BufferedStream body(capture->is_chunked ? static_cast<ByteStream&>(chunked) : block);
  if (!capture->skip_reason.empty()) throw NoArticleError(capture->skip_reason);
  if (body.peek(1).empty()) throw NoArticleError("an empty response");
  const bool is_plain = capture->encoding.empty() ||
                        looks_like_markup(body.peek(2));  // some crawlers decode the body but keep the header
  if (is_plain) return descend(body, std::move(capture->about), layer + 1);
  if (capture->encoding != "deflate")
    throw NoArticleError(fmt::format("unsupported content encoding {}", capture->encoding));
  inflated(body, InflateStream::Form::deflate, std::move(capture->about), layer + 1);
}

void Walk::document(BufferedStream& stream, Input&& about) {
  constexpr std::size_t kHead = 4096;
  std::size_t first_line = 1;
  std::optional<bool> is_lines;
  std::string bytes(stream.peek(kHead));
  const auto emit = [&](std::string part) {
    Input document = about;
    document.bytes = std::move(part);
    events_.document(std::move(document), first_line);
  };
  if (const auto kind = archive_kind(bytes); !kind.empty())  // and yet packing_of() did not recognise one
    throw InputError(fmt::format("{} that is truncated or damaged", kind), "get a complete copy and add it");
  if (!binary_kind(bytes).empty())
    return emit(std::move(bytes));  // the head suffices to report it; a video would be long
  bytes.clear();
  char chunk[65536];
  while (const std::size_t count = stream.read(chunk, sizeof chunk)) {
    bytes.append(chunk, count);
    if (bytes.size() > max_document_bytes_)
      throw InputError(fmt::format("larger than {} MiB, the maximum for one document", max_document_bytes_ >> 20),
                       "split it into smaller files");
    if (bytes.size() < kPartBytes) continue;
    if (!is_lines) is_lines = looks_like_json_lines(bytes);
    const std::size_t newline = std::string_view(chunk, count).rfind('\n');
    if (!*is_lines || newline == std::string_view::npos) continue;
    std::string rest = bytes.substr(bytes.size() - count + newline + 1);
    bytes.resize(bytes.size() - rest.size());
    const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    emit(std::move(bytes));
    first_line += lines;
    bytes = std::move(rest);
  }
  if (first_line == 1 || !trim(bytes).empty()) emit(std::move(bytes));
}

/// The events as calls that the walk passes on whatever they throw.
SourceEvents called_back(const SourceEvents& events) {
  return {[&](Input&& input, std::size_t line) { call_back([&] { events.document(std::move(input), line); }); },
          [&](const std::string& name, const std::string& why) { call_back([&] { events.skipped(name, why); }); },
          [&](const std::string& name, const InputError& error) { call_back([&] { events.failed(name, error); }); }};
}

}  // namespace

void walk_documents(const Source& source, const std::string& url, const SourceEvents& events) {
  with_input_errors([&] {
    FileStream file(source.is_standard_input() ? std::string() : source.name);
    Input about = describe(source);
    if (!url.empty()) {
      about.url = url;
      about.is_url_from_path = false;
    }
    const ExpansionGuard guard([&file] { return file.position(); });
    Walk(guard, kMaxDocumentBytes, about.source, url, called_back(events)).descend(file, std::move(about), 0);
  });
}

void walk_documents(Input&& source, std::size_t max_document_bytes, const SourceEvents& events) {
  with_input_errors([&] {
    const std::string bytes = std::exchange(source.bytes, {});
    MemoryStream memory(bytes);
    const ExpansionGuard guard([size = bytes.size()] { return size; });
    Walk(guard, max_document_bytes, source.source, {}, called_back(events)).descend(memory, std::move(source), 0);
  });
}

}  // namespace council_news
