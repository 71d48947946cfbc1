#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// The role of a line that says what it is by its words, from the table of phrases: `Related stories`, `3 comments`,
/// `We use cookies to …`.
std::optional<LineRole> role_by_phrase(const PageLine& line);

/// The words before a line's colon, as fold_name writes them, when they are few enough to be a label; else empty.
std::string label_of(const PageLine& line);

/// The role of a line that says what it is by the label before its colon, from the table of labels: `Photo: …`,
/// `Read more: …`, `Recuriter: …` (in any spelling).
std::optional<LineRole> role_by_label(const PageLine& line);

/// A line that can only stand in a job advertisement's head: a salary, a grade.
bool is_salary(const PageLine& line);

/// Nothing but names of social networks and buttons: `Facebook Twitter LinkedIn Email`.
bool is_button_row(const PageLine& line);

/// `Follow us …`, `Like East of England news on Facebook …`: an invitation to a social network.
bool is_social_invitation(const PageLine& line);

/// The way to the page: `Home > News > Housing`.
bool is_breadcrumb(const PageLine& line);

/// Where to ask: a telephone number or an e-mail address beside words like contact, enquiries, press office.
bool is_contact(const PageLine& line);

/// Ends with a picture's credit: `The bridge at dusk (Image: Ann Lee)`, `The bridge. Credit: Borough Archive`.
bool is_credited_caption(const PageLine& line);

/// `© Civic Ledger 2018`, `Copyright 2018 …`, `All rights reserved`.
bool is_copyright(const PageLine& line);

}  // namespace council_news::scraped
