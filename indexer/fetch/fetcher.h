#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/fetch/cookies.h"
#include "indexer/fetch/network.h"

namespace council_news {

/// The validators of a response, for later conditional requests (RFC 9110, 8.8).
struct Validators {
  std::string etag;           ///< verbatim, including quotes and W/
  std::string last_modified;  ///< verbatim
  std::string url;            ///< the URL that sent them; they are sent to no other

  bool empty() const { return etag.empty() && last_modified.empty(); }
  bool operator==(const Validators&) const = default;
};

/// A document to fetch, following redirects.
struct FetchRequest {
  std::string url;
  std::string accept;
  Validators validators;
  bool allow_private = false;
  std::size_t max_bytes = 32u << 20;
  std::chrono::milliseconds pause{0};  ///< minimum delay before the next request to the host
};

/// A redirect that was followed.
struct Hop {
  int status;
  std::string to;
};

struct Fetched {
  std::string url;  ///< the final URL, after redirects
  bool was_conditional = false;
  std::vector<Hop> hops;
  HttpResponse response;

  /// The new URL of the document: the target of the leading permanent redirects (301, 308), or `requested` if there are
  /// none or they lead back. Does not follow a redirect from https to http.
  std::string moved_to(const std::string& requested) const;
  /// Were all redirects permanent?
  bool all_redirects_permanent() const;
};

/// Fetches many documents concurrently, but only one at a time from each host (RFC 9309's authority: name and port).
/// Follows a limited number of redirects, only to http and https; each waits its turn at the host it leads to and gets
/// the cookies that were set on the way. No cookie is kept beyond a fetch. A host that fails to respond twice in a row
/// gets no more requests in this run.
class Fetcher {
 public:
  using Done = std::function<void(Fetched&&)>;

  Fetcher(Network& network, std::size_t max_concurrent) : network_(network), max_concurrent_(max_concurrent) {}

  /// Queues a request. `done` is called from run(), and may submit more.
  void submit(const FetchRequest& request, Done done);

  /// From now on all requests to this authority fail with HttpFailure::postponed and the error text `why`.
  void postpone_host(const std::string& authority, const std::string& why);

  /// Runs until all requests are done. Calls `tick` between responses, at least once a second.
  void run(const std::function<void()>& tick);

  /// See Network::pump().
  void pump() { network_.pump(); }

  /// Number of exchanges started so far.
  std::size_t exchanges() const { return next_ticket_; }

 private:
  using Moment = std::chrono::steady_clock::time_point;

  /// A request as sent: a redirect to one that was sent before is a loop.
  struct Sent {
    std::string url;
    std::string cookie;
    bool operator==(const Sent&) const = default;
  };

  struct Job {
    FetchRequest request;
    Fetched fetched;
    Done done;
    Cookies cookies = {};
    std::vector<Sent> sent = {};
  };

  struct Host {
    std::deque<Job> waiting;
    bool busy = false;
    bool paused = false;
    int unanswered = 0;                       ///< consecutive exchanges without a response
    HttpFailure blocked = HttpFailure::none;  ///< unless none, requests fail with it without being sent
    std::string blocked_reason;
  };

  void enqueue(Job&& job);
  void wake(const std::string& authority);
  void wake_paused();
  void start_next();
  void handle_result(std::size_t ticket, HttpResponse&& response);
  void finish(Job&& job);
  /// Follows the redirect in the response of `job`, if any; returns whether it did.
  bool redirect(Job& job);

  Network& network_;
  std::size_t max_concurrent_;
  std::size_t next_ticket_ = 0;
  std::map<std::string, Host> hosts_;
  std::deque<std::string> ready_;              ///< hosts with a waiting request that may be sent now
  std::multimap<Moment, std::string> paused_;  ///< hosts that must not get a request before that time
  std::map<std::size_t, Job> in_flight_;
};

}  // namespace council_news
