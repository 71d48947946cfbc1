#include "indexer/fetch/fetcher.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "common/text/url.h"

namespace council_news {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMaxRedirects = 5;
constexpr int kMaxUnanswered = 2;
constexpr auto kTickInterval = 1000ms;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_permanent(int status) { return status == 301 || status == 308; }

void fail(HttpResponse& response, HttpFailure failure, std::string error) {
  response.failure = failure;
  response.error = std::move(error);
}

}  // namespace

std::string Fetched::moved_to(const std::string& requested) const {
  std::string address = requested;
  if (!hops.empty() && hops.back().to == requested) return address;
  for (const Hop& hop : hops) {
    if (!is_permanent(hop.status) || (address.starts_with("https:") && hop.to.starts_with("http:"))) break;
    address = hop.to;
  }
  return address;
}

bool Fetched::all_redirects_permanent() const {
  return std::all_of(hops.begin(), hops.end(), [](const Hop& hop) { return is_permanent(hop.status); });
}

void Fetcher::submit(const FetchRequest& request, Done done) {
  Job job{.request = request, .fetched = {}, .done = std::move(done)};
  job.fetched.url = request.url;
  enqueue(std::move(job));
}

void Fetcher::enqueue(Job&& job) {
  const std::string authority = authority_of(job.fetched.url);
  hosts_[authority].waiting.push_back(std::move(job));
  wake(authority);
}

void Fetcher::wake(const std::string& authority) {
  const Host& host = hosts_[authority];
  if (host.busy || host.paused || host.waiting.empty()) return;
  if (std::find(ready_.begin(), ready_.end(), authority) == ready_.end()) ready_.push_back(authority);
}

void Fetcher::postpone_host(const std::string& authority, const std::string& why) {
  Host& host = hosts_[authority];
  host.blocked = HttpFailure::postponed;
  host.blocked_reason = why;
}

void Fetcher::run(const std::function<void()>& tick) {
  while (true) {
    wake_paused();
    while (!ready_.empty() && in_flight_.size() < max_concurrent_) start_next();
    if (in_flight_.empty() && ready_.empty() && paused_.empty()) return;
    auto timeout = kTickInterval;
    if (!paused_.empty() && in_flight_.size() < max_concurrent_) {
      const auto left = paused_.begin()->first - std::chrono::steady_clock::now();
      timeout = std::clamp(std::chrono::ceil<std::chrono::milliseconds>(left), 0ms, kTickInterval);
    }
    if (auto next = network_.wait(timeout)) handle_result(next->ticket, std::move(next->response));
    tick();
  }
}

void Fetcher::wake_paused() {
  const Moment now = std::chrono::steady_clock::now();
  while (!paused_.empty() && paused_.begin()->first <= now) {
    const std::string authority = paused_.begin()->second;
    paused_.erase(paused_.begin());
    hosts_[authority].paused = false;
    wake(authority);
  }
}

void Fetcher::start_next() {
  const std::string authority = ready_.front();
  ready_.pop_front();
  Host& host = hosts_[authority];
  Job job = std::move(host.waiting.front());
  host.waiting.pop_front();
  if (authority.empty() || host.blocked != HttpFailure::none) {
    const bool is_web = !authority.empty();
    fail(job.fetched.response, is_web ? host.blocked : HttpFailure::refused,
         is_web ? host.blocked_reason : "only http and https URLs are supported");
    wake(authority);
    return finish(std::move(job));
  }
  host.busy = true;
  HttpRequest request{.url = job.fetched.url,
                      .accept = job.request.accept,
                      .if_none_match = {},
                      .if_modified_since = {},
                      .cookie = job.cookies.header_for(job.fetched.url),
                      .allow_private = job.request.allow_private,
                      .max_bytes = job.request.max_bytes};
  const Validators& known = job.request.validators;
  job.fetched.was_conditional = !known.empty() && known.url == request.url;
  if (job.fetched.was_conditional) {
    request.if_none_match = known.etag;
    request.if_modified_since = known.last_modified;
  }
  job.sent.push_back({request.url, request.cookie});
  const std::size_t ticket = next_ticket_++;
  in_flight_.emplace(ticket, std::move(job));
  network_.start(ticket, request);
}

void Fetcher::handle_result(std::size_t ticket, HttpResponse&& response) {
  auto node = in_flight_.extract(ticket);
  Job job = std::move(node.mapped());
  job.fetched.response = std::move(response);
  const std::string authority = authority_of(job.fetched.url);
  Host& host = hosts_[authority];
  host.busy = false;
  const HttpFailure failure = job.fetched.response.failure;
  host.unanswered = failure == HttpFailure::unreachable || failure == HttpFailure::timed_out ? host.unanswered + 1 : 0;
  if (host.unanswered >= kMaxUnanswered && host.blocked == HttpFailure::none) {
    host.blocked = HttpFailure::unresponsive;
    host.blocked_reason = fmt::format("{} did not respond twice in a row", authority);
  }
  if (job.request.pause > 0ms) {
    host.paused = true;
    paused_.emplace(std::chrono::steady_clock::now() + job.request.pause, authority);
  }
  wake(authority);
  if (!redirect(job)) finish(std::move(job));
}

void Fetcher::finish(Job&& job) {
  const Done done = std::move(job.done);
  done(std::move(job.fetched));
}

bool Fetcher::redirect(Job& job) {
  HttpResponse& response = job.fetched.response;
  const std::string location = response.header("location");
  if (response.failure != HttpFailure::none || !is_redirect(response.status) || location.empty()) return false;
  std::string to = resolve_url(job.fetched.url, location);
  to.erase(std::min(to.find('#'), to.size()));
  const auto refuse = [&](std::string why) {
    fail(response, HttpFailure::refused, std::move(why));
    return false;
  };
  if (authority_of(to).empty()) return refuse(fmt::format("it redirects to {}, which is not an http or https URL", to));
  job.cookies.store(job.fetched.url, response);
  const Sent next{to, job.cookies.header_for(to)};
  if (std::find(job.sent.begin(), job.sent.end(), next) != job.sent.end())
    return refuse(fmt::format("redirect loop via {}", to));
  if (job.fetched.hops.size() == kMaxRedirects) return refuse(fmt::format("more than {} redirects", kMaxRedirects));
  job.fetched.hops.push_back({response.status, to});
  job.fetched.url = std::move(to);
  response = {};
  enqueue(std::move(job));
  return true;
}

}  // namespace council_news
