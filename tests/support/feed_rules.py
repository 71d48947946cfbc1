"""The rules of RSS 2.0, as feed validators apply them."""
import email.utils
import re
import urllib.parse
import xml.etree.ElementTree


def feed_faults(text):
    """The violations of the rules of RSS 2.0 in a feed."""
    root = xml.etree.ElementTree.fromstring(text)
    faults = [] if (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1) else ["no rss 2.0 with one channel"]
    channel, core = root[0], {"title", "link", "description", "language", "lastBuildDate", "generator", "item"}

    def fault(where, what):
        faults.append(f"{what}: {xml.etree.ElementTree.tostring(where, 'unicode')[:300]}")

    def is_url(address):
        parts = urllib.parse.urlsplit(address)
        return parts.scheme in ("http", "https") and parts.netloc and not re.search(r"[\s<>\"]", address)

    for name in ("title", "link", "description"):
        if len(channel.findall(name)) != 1 or not channel.findtext(name):
            fault(channel, f"not one {name}")
    names = [child.tag for child in channel]
    if set(names) - core or names != sorted(names, key="item".__eq__):
        fault(channel, "elements that do not belong there, or items that are not last")
    many = {"category", "{http://purl.org/dc/elements/1.1/}creator"}
    for item in channel.findall("item"):
        tags = [child.tag for child in item]
        if len(tags) - len(set(tags)) != sum(max(tags.count(tag) - 1, 0) for tag in many):
            fault(item, "an element twice")
        if not item.findtext("title") and not item.findtext("description"):
            fault(item, "neither title nor description")
        if {"pubDate", "{http://purl.org/dc/elements/1.1/}date"} <= set(tags):
            fault(item, "two dates")
        for child in item:
            if not child.text and child.tag != "source":
                fault(item, f"empty {child.tag}")
        if (guid := item.find("guid")) is not None and guid.get("isPermaLink") != "false":
            fault(item, "a guid that is not an address needs isPermaLink=false")
        for address in [channel.findtext("link")] + [link.text for link in item.findall("link")] + [
                source.get("url") for source in item.findall("source")]:
            if not is_url(address):
                fault(item, f"no address: {address}")
        # A link or picture of another place would be loaded, or lead nowhere: whole texts are text.
        for tag in ("description", "{http://purl.org/rss/1.0/modules/content/}encoded"):
            if re.search(r"<(?!/?p>|br>)", item.findtext(tag) or ""):
                fault(item, "markup other than paragraphs")
    for date in channel.iter("pubDate"), channel.iter("lastBuildDate"):
        for element in date:
            if not re.fullmatch(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
                                r"\d\d:\d\d:\d\d GMT", element.text):
                fault(element, "no RFC 822 date")
            elif email.utils.parsedate_to_datetime(element.text).strftime("%a") != element.text[:3]:
                fault(element, "another day of the week")
    return faults
