#pragma once

#include <string>

#include <xapian.h>

#include "common/error.h"

namespace council_news {

/// Whether `name` is the address of a database on another machine, which can be read but not written:
///   tcp://HOST:PORT                    a xapian-tcpsrv, without authentication or encryption
///   ssh://[USER@]HOST[:PORT]/FOLDER    a folder, through ssh and that machine's xapian-progsrv;
///                                      /~/FOLDER is in the user's home
bool is_remote(const std::string& name);

/// How long to wait for another machine, in milliseconds; after that Xapian throws NetworkError.
struct RemoteTimeouts {
  unsigned connect_ms = 10'000;
  unsigned answer_ms = 60'000;  ///< for the next message: searching a large archive takes time
};

/// Opens a remote database without checking its schema. Throws UsageError for an invalid address, Xapian::Error when
/// nothing answers.
///
/// A broken connection raises SIGPIPE in Xapian 1.4: the program must ignore that signal. Remote databases have no
/// spelling and no synonyms, and do not support match spies and posting sources of our own.
Xapian::Database open_remote(const std::string& name, const RemoteTimeouts& timeouts = {});

/// The error to report when Xapian cannot reach `name`.
DatabaseError lost_connection(const std::string& name, const Xapian::Error& error);

}  // namespace council_news
