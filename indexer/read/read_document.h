#pragma once

#include "indexer/read/input.h"

namespace council_news {

/// Reads the articles of one document of any kind: decodes it, tells its kind by its content and calls the reader of
/// that kind. Throws InputError, without the name of the source, when it cannot be read or only in part, NoArticleError
/// when there is none in it; articles already handed to `sink` count.
void read_document(const Input& input, const ArticleSink& sink);

}  // namespace council_news
