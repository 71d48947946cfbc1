#pragma once

#include <cstddef>

#include "indexer/enrich/councils/passage.h"

namespace council_news {

// Whether the words after a name say that it acts as an authority. `at` is the word after the name.

/// A verb for what authorities do, or any verb in the past: "said", "has signed", "will".
bool is_act(const Passage& passage, std::size_t at);

/// "Swindon, by contrast, became".
bool acts_meanwhile(const Passage& passage, std::size_t at);

/// "Tameside in Greater Manchester is".
bool acts_within(const Passage& passage, std::size_t at);

/// "South Oxfordshire for example".
bool is_example(const Passage& passage, std::size_t at);

/// "Leeds has approved plans for": only an authority does that.
bool is_decision(const Passage& passage, std::size_t at);

}  // namespace council_news
