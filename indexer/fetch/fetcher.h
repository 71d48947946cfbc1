#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/fetch/network.h"

namespace council_news {

/// What a server said of a document when it gave it, to be asked again with (RFC 9110, 8.8).
struct Validators {
  std::string etag;           ///< byte for byte, quotes and W/ included
  std::string last_modified;  ///< byte for byte
  std::string url;            ///< the address that gave them: they are shown to no other

  bool empty() const { return etag.empty() && last_modified.empty(); }
  bool operator==(const Validators&) const = default;
};

/// A document to be fetched, wherever redirects lead.
struct FetchRequest {
  std::string url;
  std::string accept;
  Validators validators;
  bool allow_private = false;
  std::size_t most_bytes = 32u << 20;
  std::chrono::milliseconds pause{0};  ///< that its host has peace afterwards
};

/// One redirect that was followed.
struct Hop {
  int status;
  std::string to;
};

struct Fetched {
  std::string url;  ///< that gave the response
  bool was_conditional = false;
  std::vector<Hop> hops;
  HttpResponse response;

  /// The address behind the permanent redirects (301, 308) that stand before any other: where the document has moved.
  /// The address asked for if there are none; a step from https back to http is not counted.
  std::string moved_to(const std::string& asked) const;
  /// Do all redirects say "permanently"?
  bool permanently() const;
};

/// Fetches many documents side by side, of each host (RFC 9309's authority: name and port) one at a time. Redirects are
/// followed a bounded number of times, only to http and https, in the turn of the host they lead to. A host that twice
/// gave no answer is not asked again in this run.
class Fetcher {
 public:
  using Done = std::function<void(Fetched&&)>;

  Fetcher(Network& network, std::size_t most_at_once) : network_(network), most_at_once_(most_at_once) {}

  /// Queues a request. `done` is called from run(), and may submit more.
  void submit(const FetchRequest& request, Done done);

  /// From now on everything for that authority is answered HttpFailure::put_off, with `why`.
  void put_off(const std::string& authority, const std::string& why);

  /// Fetches until nothing is left. `tick` is called between answers, at least once a second.
  void run(const std::function<void()>& tick);

  /// See Network::tend().
  void tend() { network_.tend(); }

  /// Exchanges begun so far.
  std::size_t exchanges() const { return next_ticket_; }

 private:
  using Moment = std::chrono::steady_clock::time_point;

  struct Job {
    FetchRequest request;
    Fetched fetched;
    Done done;
  };

  struct Host {
    std::deque<Job> waiting;
    bool busy = false;
    bool resting = false;
    int silent = 0;                           ///< exchanges in a row without an answer
    HttpFailure why_not = HttpFailure::none;  ///< what its requests are answered without being sent
    std::string why_not_text;
  };

  void enqueue(Job&& job);
  void wake(const std::string& authority);
  void wake_rested();
  void start_next();
  void answer(std::size_t ticket, HttpResponse&& response);
  void finish(Job&& job);
  /// Whether `job` was sent on to where its response redirects it.
  bool redirect(Job& job);

  Network& network_;
  std::size_t most_at_once_;
  std::size_t next_ticket_ = 0;
  std::map<std::string, Host> hosts_;
  std::deque<std::string> ready_;               ///< hosts that may be asked now and have something waiting
  std::multimap<Moment, std::string> resting_;  ///< hosts that are left in peace until then
  std::map<std::size_t, Job> under_way_;
};

}  // namespace council_news
