#include "indexer/fetch/curl_network.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <map>
#include <utility>

#include <curl/curl.h>
#include <fmt/core.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common/environment.h"
#include "common/error.h"
#include "common/interruption.h"
#include "common/text/utf8.h"
#include "common/version.h"
#include "indexer/fetch/address.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxHeaderBytes = 256u << 10;
/// Limit for the bodies of all transfers together, and the size that each may reach regardless.
constexpr std::size_t kMaxTotalBytes = 256u << 20;
constexpr std::size_t kGuaranteedBytes = 4u << 20;

// CURL and CURLM are both void, so each handle needs a deleter of its own.
struct EasyDeleter {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct MultiDeleter {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;
using Multi = std::unique_ptr<CURLM, MultiDeleter>;
using HeaderList = std::unique_ptr<curl_slist, ListDeleter>;

/// Initialises libcurl once per process.
struct CurlLibrary {
  CurlLibrary() { curl_global_init(CURL_GLOBAL_DEFAULT); }
  ~CurlLibrary() { curl_global_cleanup(); }
};

struct Transfer {
  std::size_t ticket = 0;
  HttpRequest request;
  HttpResponse response;
  Easy easy;
  HeaderList headers;
  std::size_t header_bytes = 0;
  std::size_t* total_bytes = nullptr;
  std::string proxy;
  bool is_raw = false;                      ///< the body is wanted as it is sent
  HttpFailure failure = HttpFailure::none;  ///< why we aborted the transfer

  /// False if the peer is a proxy, or private addresses are allowed.
  bool checks_address() const { return proxy.empty() && !request.allow_private; }
  std::array<char, CURL_ERROR_SIZE> message{};

  ~Transfer() {
    if (total_bytes != nullptr) *total_bytes -= response.body.size();
  }
};

std::size_t append_body(char* data, std::size_t, std::size_t size, void* to) {
  auto& transfer = *static_cast<Transfer*>(to);
  std::string& body = transfer.response.body;
  const bool over_total = *transfer.total_bytes + size > kMaxTotalBytes && body.size() > kGuaranteedBytes;
  if (body.size() + size > transfer.request.max_bytes || over_total) {
    transfer.failure = HttpFailure::too_large;
    return 0;
  }
  body.append(data, size);
  *transfer.total_bytes += size;
  return size;
}

std::size_t append_header(char* data, std::size_t, std::size_t size, void* to) {
  auto& transfer = *static_cast<Transfer*>(to);
  const std::string_view line(data, size);
  transfer.header_bytes += size;
  if (transfer.header_bytes > kMaxHeaderBytes) {
    transfer.failure = HttpFailure::too_large;
    return 0;
  }
  if (line.starts_with("HTTP/")) {  // drop the headers of an interim response
    transfer.response.headers.clear();
    return size;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return size;
  transfer.response.headers.push_back(
      {ascii_lower(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1)))});
  return size;
}

curl_socket_t open_socket(void* to, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(to);
  if (transfer.checks_address() && !is_public_address(address->addr)) {
    transfer.failure = HttpFailure::refused;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int before_request(void* to, char* ip, char*, int, int) {
  auto& transfer = *static_cast<Transfer*>(to);
  if (!transfer.checks_address() || is_public_address(std::string(ip))) return CURL_PREREQFUNC_OK;
  transfer.failure = HttpFailure::refused;
  return CURL_PREREQFUNC_ABORT;
}

/// Maps libcurl's error codes; all others mean `unreachable`.
constexpr std::pair<CURLcode, HttpFailure> kFailures[] = {
    {CURLE_OPERATION_TIMEDOUT, HttpFailure::timed_out},   {CURLE_PEER_FAILED_VERIFICATION, HttpFailure::insecure},
    {CURLE_SSL_CONNECT_ERROR, HttpFailure::insecure},     {CURLE_SSL_CACERT_BADFILE, HttpFailure::insecure},
    {CURLE_SSL_ISSUER_ERROR, HttpFailure::insecure},      {CURLE_SSL_CERTPROBLEM, HttpFailure::insecure},
    {CURLE_FILESIZE_EXCEEDED, HttpFailure::too_large},    {CURLE_PARTIAL_FILE, HttpFailure::cut_off},
    {CURLE_BAD_CONTENT_ENCODING, HttpFailure::malformed}, {CURLE_WEIRD_SERVER_REPLY, HttpFailure::malformed},
    {CURLE_URL_MALFORMAT, HttpFailure::malformed},        {CURLE_UNSUPPORTED_PROTOCOL, HttpFailure::malformed},
};

/// Did the transfer fail because libcurl could not undo its Content-Encoding? Servers name what is none (`UTF-8`), or
/// send plain bytes as gzip.
bool is_wrong_encoding(CURLcode code, const Transfer& transfer) {
  return (code == CURLE_BAD_CONTENT_ENCODING || code == CURLE_WRITE_ERROR) && transfer.failure == HttpFailure::none &&
         !transfer.is_raw && transfer.response.body.empty() && !transfer.response.header("content-encoding").empty();
}

HttpFailure failure_of(CURLcode code, const Transfer& transfer) {
  if (code == CURLE_OK) return HttpFailure::none;
  if (transfer.failure != HttpFailure::none) return transfer.failure;
  const auto* const known =
      std::find_if(std::begin(kFailures), std::end(kFailures), [&](const auto& entry) { return entry.first == code; });
  if (known != std::end(kFailures)) return known->second;
  return transfer.response.body.empty() ? HttpFailure::unreachable : HttpFailure::cut_off;
}

std::string message_of(HttpFailure failure, CURLcode code, const Transfer& transfer) {
  const std::string reason = transfer.message[0] != 0 ? transfer.message.data() : curl_easy_strerror(code);
  switch (failure) {
    case HttpFailure::refused:
      return "its address is on this machine or its local network; use --allow-private to allow that";
    case HttpFailure::too_large:
      return fmt::format("the response exceeds {} MiB, or its headers exceed {} KiB", transfer.request.max_bytes >> 20,
                         kMaxHeaderBytes >> 10);
    case HttpFailure::timed_out:
      return "no complete response in time: " + reason;
    case HttpFailure::insecure:
      return "its certificate could not be verified: " + reason;
    case HttpFailure::cut_off:
      return "the response was cut off: " + reason;
    default:
      return reason;
  }
}

}  // namespace

std::string user_agent(const std::string& given) {
  std::string contact = given.empty() ? environment("COUNCIL_NEWS_CONTACT") : given;
  if (contact.empty()) {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const passwd* user = ::getpwuid(::getuid());
    contact = fmt::format("{}@{}", user != nullptr ? user->pw_name : "news", host.data());
  }
  std::erase_if(contact, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  return fmt::format("council-index/{} (+{})", kVersion, contact);
}

struct CurlNetwork::State {
  HttpSettings settings;
  Multi multi;
  std::size_t total_bytes = 0;
  std::map<CURL*, std::unique_ptr<Transfer>> transfers;
  std::deque<Result> refused;

  explicit State(HttpSettings given) : settings(std::move(given)), multi(curl_multi_init()) {
    if (!multi) throw std::bad_alloc();
    // To libcurl all hosts behind a proxy are one. The fetcher limits each host to one request at a time.
    const bool has_proxy = !settings.proxies.http.empty() || !settings.proxies.https.empty();
    curl_multi_setopt(multi.get(), CURLMOPT_MAX_HOST_CONNECTIONS, has_proxy ? 0L : 1L);
    curl_multi_setopt(multi.get(), CURLMOPT_MAXCONNECTS, 128L);
  }

  ~State() {
    for (const auto& [handle, transfer] : transfers) {
#if LIBCURL_VERSION_NUM >= 0x075700
      // After a signal: do not wait for the thread that looks up a name.
      if (interrupting_signal() != 0) curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#endif
      curl_multi_remove_handle(multi.get(), handle);
    }
  }

  void start(std::unique_ptr<Transfer> transfer) {
    transfer->easy.reset(curl_easy_init());
    if (!transfer->easy) throw std::bad_alloc();
    transfer->total_bytes = &total_bytes;
    apply_settings(transfer->easy.get());
    set_request(*transfer);
    curl_multi_add_handle(multi.get(), transfer->easy.get());
    transfers.emplace(transfer->easy.get(), std::move(transfer));
  }

  /// Requests the document again, as it is sent.
  void start_raw(const Transfer& failed) {
    auto transfer = std::make_unique<Transfer>();
    transfer->ticket = failed.ticket;
    transfer->request = failed.request;
    transfer->proxy = failed.proxy;
    transfer->is_raw = true;
    start(std::move(transfer));
  }

  void apply_settings(CURL* easy) const {
    curl_easy_setopt(easy, CURLOPT_USERAGENT, settings.user_agent.c_str());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings.connect_timeout_s));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(settings.total_timeout_s));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(settings.low_speed_bytes));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(settings.low_speed_s));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "");  // proxy_for() has applied it
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    if (!settings.ca_file.empty()) {
      curl_easy_setopt(easy, CURLOPT_CAINFO, settings.ca_file.c_str());
      curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    }
  }

  void set_request(Transfer& transfer) {
    CURL* const easy = transfer.easy.get();
    const auto add = [&](const char* name, const std::string& value) {
      if (value.empty() || value.find_first_of("\r\n") != std::string::npos) return;
      curl_slist* const longer = curl_slist_append(transfer.headers.get(), fmt::format("{}: {}", name, value).c_str());
      if (longer == nullptr) throw std::bad_alloc();
      (void)transfer.headers.release();
      transfer.headers.reset(longer);
    };
    add("Accept", transfer.request.accept);
    add("If-None-Match", transfer.request.if_none_match);
    add("If-Modified-Since", transfer.request.if_modified_since);
    add("Cookie", transfer.request.cookie);
    if (transfer.is_raw) {
      add("Accept-Encoding", "identity");
    } else {
      curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");  // all that this libcurl supports
    }
    curl_easy_setopt(easy, CURLOPT_URL, escaped_url(transfer.request.url).c_str());
    curl_easy_setopt(easy, CURLOPT_PROXY, transfer.proxy.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.headers.get());
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(transfer.request.max_bytes));
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.message.data());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, append_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, append_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, before_request);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, &transfer);
  }

  /// Fails a transfer without sending it.
  void refuse(std::unique_ptr<Transfer> transfer) {
    HttpResponse response;
    response.failure = HttpFailure::refused;
    response.error = message_of(HttpFailure::refused, CURLE_OK, *transfer);
    refused.push_back({transfer->ticket, std::move(response)});
  }

  /// The result of a transfer that has ended, if there is one.
  std::optional<Result> finished() {
    if (!refused.empty()) {
      Result result = std::move(refused.front());
      refused.pop_front();
      return result;
    }
    int left = 0;
    while (CURLMsg* const message = curl_multi_info_read(multi.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      const CURLcode code = message->data.result;
      const auto found = transfers.find(message->easy_handle);
      const std::unique_ptr<Transfer> transfer = std::move(found->second);
      transfers.erase(found);
      curl_multi_remove_handle(multi.get(), transfer->easy.get());
      if (is_wrong_encoding(code, *transfer)) {
        start_raw(*transfer);
        continue;
      }
      long status = 0;
      curl_easy_getinfo(transfer->easy.get(), CURLINFO_RESPONSE_CODE, &status);
      HttpResponse& response = transfer->response;
      response.status = static_cast<int>(status);
      response.failure = failure_of(code, *transfer);
      if (response.failure != HttpFailure::none) response.error = message_of(response.failure, code, *transfer);
      total_bytes -= response.body.size();
      transfer->total_bytes = nullptr;
      return Result{transfer->ticket, std::move(response)};
    }
    return std::nullopt;
  }
};

CurlNetwork::CurlNetwork(HttpSettings settings) {
  static const CurlLibrary library;
  state_ = std::make_unique<State>(std::move(settings));
}

CurlNetwork::~CurlNetwork() = default;

void CurlNetwork::start(std::size_t ticket, const HttpRequest& request) {
  auto transfer = std::make_unique<Transfer>();
  transfer->ticket = ticket;
  transfer->request = request;
  transfer->proxy = proxy_for(state_->settings.proxies, request.url);
  if (!transfer->proxy.empty() && !request.allow_private && is_private_host(request.url))
    return state_->refuse(std::move(transfer));
  state_->start(std::move(transfer));
}

void CurlNetwork::pump() {
  int running = 0;
  const CURLMcode code = curl_multi_perform(state_->multi.get(), &running);
  if (code != CURLM_OK) throw InputError(fmt::format("network error: {}", curl_multi_strerror(code)));
}

std::optional<Network::Result> CurlNetwork::wait(std::chrono::milliseconds timeout) {
  const auto until = std::chrono::steady_clock::now() + timeout;
  while (true) {
    if (std::optional<Result> result = state_->finished()) return result;
    pump();
    if (std::optional<Result> result = state_->finished()) return result;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) return std::nullopt;
    curl_multi_poll(state_->multi.get(), nullptr, 0, static_cast<int>(left.count()), nullptr);
  }
}

}  // namespace council_news
