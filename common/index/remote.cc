#include "common/index/remote.h"

#include <charconv>
#include <string_view>

#include <fmt/core.h>

#include "common/error.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::string_view kTcp = "tcp://";
constexpr std::string_view kSsh = "ssh://";

UsageError no_address(const std::string& name) {
  return UsageError(fmt::format("'{}' is not the address of a database", name),
                    "write tcp://HOST:PORT for a xapian-tcpsrv, or ssh://[USER@]HOST/FOLDER");
}

/// Whether a part of an address can be passed on: Xapian splits the ssh command at spaces, and the remote shell
/// interprets it.
bool is_plain(std::string_view text) {
  constexpr std::string_view kPunctuation = "._-/~+,@%:";
  if (text.empty() || text.front() == '-') return false;
  for (const char c : text) {
    const bool alphanumeric = is_ascii_digit(c) || is_ascii_letter(c);
    if (!alphanumeric && kPunctuation.find(c) == std::string_view::npos) return false;
  }
  return true;
}

struct Host {
  std::string name;
  unsigned port = 0;  ///< 0: none given
};

/// Reads `HOST`, `HOST:PORT`, `[::1]:PORT`. The name is empty if the text is invalid.
Host read_host(std::string_view text) {
  Host host;
  std::string_view rest;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return {};
    host.name = text.substr(1, end - 1);
    rest = text.substr(end + 1);
  } else {
    const std::size_t colon = std::min(text.find(':'), text.size());
    host.name = text.substr(0, colon);
    rest = text.substr(colon);
  }
  if (rest.empty()) return host;
  const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), host.port);
  const bool whole = error == std::errc{} && end == rest.data() + rest.size();
  return rest.front() == ':' && whole && host.port > 0 && host.port <= 65535 ? host : Host{};
}

Xapian::Database open_tcp(const std::string& name, const RemoteTimeouts& timeouts) {
  const Host host = read_host(std::string_view(name).substr(kTcp.size()));
  if (!is_plain(host.name) || host.port == 0) throw no_address(name);
  return Xapian::Remote::open(host.name, host.port, timeouts.answer_ms, timeouts.connect_ms);
}

Xapian::Database open_ssh(const std::string& name, const RemoteTimeouts& timeouts) {
  const std::string_view address = std::string_view(name).substr(kSsh.size());
  const std::size_t slash = std::min(address.find('/'), address.size());
  const std::string_view account = address.substr(0, slash);
  const std::size_t at = account.find('@');
  const std::string user(at == std::string_view::npos ? std::string_view{} : account.substr(0, at + 1));
  const Host host = read_host(account.substr(user.size()));
  std::string_view folder = address.substr(slash);
  if (folder.starts_with("/~/")) folder.remove_prefix(1);
  if (!is_plain(host.name) || !is_plain(user + host.name) || folder.size() < 2 || !is_plain(folder))
    throw no_address(name);
  const std::string port = host.port == 0 ? "" : fmt::format("-p {} ", host.port);
  const unsigned wait_s = (timeouts.connect_ms + 999) / 1000;
  return Xapian::Remote::open(
      "ssh", fmt::format("-T -o ConnectTimeout={} {}-- {}{} xapian-progsrv {}", wait_s, port, user, host.name, folder),
      timeouts.answer_ms);
}

}  // namespace

bool is_remote(const std::string& name) { return name.starts_with(kTcp) || name.starts_with(kSsh); }

Xapian::Database open_remote(const std::string& name, const RemoteTimeouts& timeouts) {
  return name.starts_with(kTcp) ? open_tcp(name, timeouts) : open_ssh(name, timeouts);
}

DatabaseError lost_connection(const std::string& name, const Xapian::Error& error) {
  const std::string reason = error.get_error_string() ? std::string(": ") + error.get_error_string() : std::string{};
  return DatabaseError(fmt::format("{} does not answer: {}{}", name, error.get_msg(), reason),
                       name.starts_with("ssh:")
                           ? "check that ssh reaches it, and that it has xapian-progsrv and that folder"
                           : "check that xapian-tcpsrv is running there");
}

}  // namespace council_news
