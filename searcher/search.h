#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "common/text/timestamp.h"
#include "searcher/answer/answer.h"
#include "searcher/answer/given.h"
#include "searcher/answer/request.h"

namespace council_news {

/// The order in which all matches are streamed: archive order, which stores none of them, or the request's order, which
/// first collects their document numbers.
enum class StreamOrder { as_entered, as_requested };

/// What a request finds that was not given before.
struct NewAnswer {
  Answer answer;                          ///< without hits; `total` and the facets count what is new
  std::vector<NewMatch> matches;          ///< what the request's limit and offset select of it
  std::vector<std::uint64_t> recognised;  ///< further identities of articles that were given: remember them too
};

/// Searches databases: Request → Answer. Opens them once. If an indexer changes one during a search, the search runs
/// again on the new state. Two threads must not use a Searcher at once; open one per thread.
///
/// Every function throws UsageError for an invalid request, and DatabaseError if a database cannot be read or does not
/// answer.
class Searcher {
 public:
  /// `today` is the base of relative dates such as `date:yesterday`.
  Searcher(const std::filesystem::path& path, const Day& today);
  /// Several databases, searched as one: folders, and addresses such as `tcp://host:4242` (searcher/README.md).
  Searcher(std::vector<std::filesystem::path> paths, const Day& today);
  ~Searcher();
  Searcher(Searcher&& other) noexcept;
  Searcher& operator=(Searcher&& other) noexcept;

  Answer search(const Request& request);

  /// Streams every match: calls `begin` once, with an answer that has the exact total but no hits, then `each` for
  /// every hit. Ignores limit, offset and group of the request. An exception from either callback ends the stream.
  void search_all(const Request& request, StreamOrder order, const std::function<void(const Answer&)>& begin,
                  const std::function<void(Hit)>& each);

  /// Finds what is not among `given`: every article, ungrouped, each once even if it is in several databases, and no
  /// partial matches.
  NewAnswer find_new(const Request& request, StreamOrder order, const GivenIds& given);

  using EachNew = std::function<void(const NewMatch&, Hit, const std::vector<std::uint64_t>& identities)>;

  /// Reads matches that find_new found for the request, and calls `each` with every hit, ranked from 1, and the
  /// identities by which to remember that it was given. One that has been deleted since is left out.
  void read_new(const Request& request, const std::vector<NewMatch>& matches, const EachNew& each);

  /// Picks up what indexers have written since, even if the database was replaced. `today` replaces the constructor's.
  void refresh(const Day& today);

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace council_news
