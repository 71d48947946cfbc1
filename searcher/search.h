#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "common/text/timestamp.h"
#include "searcher/answer/answer.h"
#include "searcher/answer/request.h"

namespace council_news {

/// The order in which all matches are streamed: as they entered the archive, which keeps none in memory, or as the
/// request says, which keeps their numbers.
enum class StreamOrder { as_entered, as_requested };

/// Searches databases: Request → Answer. Opens them once. When an indexer changes one while it is being searched, the
/// search runs again on the new state. One thread at a time may use a Searcher; open one each.
///
/// Every function throws UsageError for a request that cannot be obeyed, and DatabaseError when a database cannot be
/// read or does not answer.
class Searcher {
 public:
  /// `today` is what `date:yesterday` is counted from.
  Searcher(const std::filesystem::path& path, const Day& today);
  /// Several databases, searched as one: folders, and addresses as `tcp://host:4242` (searcher/README.md).
  Searcher(std::vector<std::filesystem::path> paths, const Day& today);
  ~Searcher();
  Searcher(Searcher&& other) noexcept;
  Searcher& operator=(Searcher&& other) noexcept;

  Answer search(const Request& request);

  /// Streams every match: calls `begin` once, with the answer without its hits but with the exact total, then `each`
  /// with every hit. Limit, offset and group of the request are ignored. What the two throw ends it and passes through.
  void search_all(const Request& request, StreamOrder order, const std::function<void(const Answer&)>& begin,
                  const std::function<void(Hit)>& each);

  /// Sees what indexers have written since, also when they put another database in its place.
  void refresh();

  /// How far each database has come, as the last search saw it.
  std::vector<Mark> marks() const;

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace council_news
