#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace council_news {

/// The name of an element under the rules of XML namespaces, which pugixml does not know: the local name in lower case,
/// behind the usual prefix of its namespace (`dc:creator` even if written `d:creator`). Elements of RSS, of Atom within
/// Atom, of the root's own namespace, of none and of an unknown default one have no prefix; those with a prefix that
/// stands for an unknown one have `?`. A prefix that is declared nowhere counts as what it usually means.
std::string canonical_name(const pugi::xml_node& element);

/// The name without any prefix, in lower case.
std::string local_name(const pugi::xml_node& element);

/// An attribute by its local name, whatever its case; empty if it is not there. A prefixed one (`rdf:about`) is found
/// by its local name too, unless one without a prefix is there.
std::string_view attribute_value(const pugi::xml_node& element, std::string_view name);

/// Whether the namespace of `element` is that of Atom 0.3 (or it is in a feed with `version="0.3"`).
bool is_atom_03(const pugi::xml_node& feed);

/// The address that relative addresses in `element` are seen from: its xml:base and those around it, over
/// `document_url`. Empty if nothing says.
std::string base_of(const pugi::xml_node& element, std::string_view document_url);

}  // namespace council_news
