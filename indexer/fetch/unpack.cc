#include "indexer/fetch/unpack.h"

#include <optional>
#include <string>
#include <utility>

#include "common/error.h"
#include "indexer/source/packing.h"

namespace council_news {

void walk_response(Input&& response, const SourceEvents& events) {
  if (packing_of(response.bytes) == Packing::none) return events.document(std::move(response), 1);
  walk_documents(std::move(response), kMaxUnpackedBytes, events);
}

Input unpack_response(Input&& response) {
  if (packing_of(response.bytes) == Packing::none) return std::move(response);
  std::string packed = std::exchange(response.bytes, {});
  Input about = response;
  response.bytes = std::move(packed);
  std::optional<std::string> bytes;
  SourceEvents events;
  events.document = [&](Input&& document, std::size_t) {
    if (bytes) throw InputError("an archive of several documents");
    bytes = std::move(document.bytes);
  };
  events.skipped = [](const std::string&, const std::string&) {};
  events.failed = [](const std::string&, const InputError& error) { throw InputError(error); };
  walk_response(std::move(response), events);
  if (!bytes) throw InputError("an archive without documents");
  about.bytes = std::move(*bytes);
  return about;
}

}  // namespace council_news
