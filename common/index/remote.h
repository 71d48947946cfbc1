#pragma once

#include <string>

#include <xapian.h>

#include "common/error.h"

namespace council_news {

/// A database on another machine, by its address:
///   tcp://HOST:PORT                    a xapian-tcpsrv, which neither asks who is there nor hides what is said
///   ssh://[USER@]HOST[:PORT]/FOLDER    a folder there, through ssh and the xapian-progsrv of that machine; /~/FOLDER
///   is
///                                      in the user's home
/// It can be read, not written.
bool is_remote(const std::string& name);

/// How long to wait for another machine, in milliseconds. What takes longer is a Xapian::NetworkError.
struct RemoteTimeouts {
  unsigned connect_ms = 10'000;
  unsigned answer_ms = 60'000;  ///< for the next message: a search in a large archive takes its time
};

/// Opens it, whatever it holds. Throws UsageError for an address that is none, Xapian::Error when nothing answers.
///
/// A connection that breaks raises SIGPIPE in Xapian 1.4: the program must ignore that signal. Xapian has no spelling
/// and no synonyms of a remote database, and refuses match spies and posting sources of ours.
Xapian::Database open_remote(const std::string& name, const RemoteTimeouts& timeouts = {});

/// What is told of it when Xapian could not reach it.
DatabaseError lost_connection(const std::string& name, const Xapian::Error& error);

}  // namespace council_news
