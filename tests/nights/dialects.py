"""Feeds and pages as several generators write them."""
import hashlib
import html
import json

import london

_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def rfc822(moment, zone):
    return f"{_DAYS[moment.weekday()]}, {moment.day:02} {_MONTHS[moment.month - 1]} {moment:%Y %H:%M:%S} {zone}"


def _utc822(moment):
    return rfc822(moment, "+0000")


def _zulu822(moment):
    return rfc822(moment, "Z")


def _london822(moment):
    return rfc822(london.london(moment), "+0100" if london.is_summer(moment) else "+0000")


def _named822(moment):
    return rfc822(london.london(moment), "BST" if london.is_summer(moment) else "GMT")


def _zulu(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _london3339(moment):
    return london.london(moment).strftime("%Y-%m-%dT%H:%M:%S") + ("+01:00" if london.is_summer(moment) else "+00:00")


def _hex(*parts):
    return hashlib.sha256("/".join(map(str, parts)).encode()).hexdigest()


GUIDS = {
    "post": lambda story: f"https://{story.outlet.host}/?p={story.number}",
    "node": lambda story: f"{story.number} at https://{story.outlet.host}",
    "hex": lambda story: _hex("guid", story.number)[:24],
    "tag": lambda story: f"tag:{story.outlet.host},2025:{story.number}",
    "number": lambda story: str(story.number),
}


def guid_of(story, night):
    """The guid of a story; a new CMS makes a new one."""
    outlet = story.outlet
    if not outlet.guids:
        return ""
    if outlet.guids == "revision":
        return f"{outlet.link(story, night)}#{len(story.versions) - 1}"
    if outlet.has_moved("guids", night):
        return _hex("new cms", story.number)[:32]
    return GUIDS[outlet.guids](story)


def link_of(story, night):
    """The link as the feed has it this night, with what does not belong to the address."""
    outlet = story.outlet
    link = outlet.link(story, night)
    token = _hex("session", story.number, night)[:26]
    query = []
    if outlet.session == "jsessionid":
        link += f";jsessionid={token.upper()}"
    elif outlet.session:
        query.append(f"{outlet.session}={token}")
    if outlet.tracks:
        query += [f"utm_source=rss{night % 3}", f"utm_campaign=n{night}"] if outlet.guids != "revision" else [
            "at_medium=RSS", f"at_campaign=n{night}"]
    return link + ("?" + "&".join(query) if query else "") + story.fragment


def text_of(story, is_full):
    """The paragraphs of the text, as HTML. The outlet's furniture is at the end of whole texts."""
    paragraphs = list(story.version.paragraphs if is_full else story.version.paragraphs[:1])
    if is_full and story.background:
        paragraphs.append(story.background.text)
    if is_full:
        paragraphs += story.outlet.furniture
    return "".join(f"<p>{html.escape(paragraph, quote=False)}</p>\n" for paragraph in paragraphs)


def _rss_item(story, night, is_full, date, extra=""):
    guid = guid_of(story, night)
    permalink = "" if guid.startswith(story.outlet.link(story, night)) else ' isPermaLink="false"'
    return (f"<item><title>{html.escape(story.version.title)}</title><link>{html.escape(link_of(story, night))}</link>"
            + (f"<guid{permalink}>{html.escape(guid)}</guid>" if guid else "")
            + f"<pubDate>{date(story.stamped)}</pubDate>{extra}")


def _wordpress(outlet, items, night):
    def item(story, is_full):
        text = text_of(story, is_full)
        blurb = html.escape(story.version.paragraphs[0])
        whole = f"<content:encoded><![CDATA[{text}]]></content:encoded>" if is_full else ""
        return (_rss_item(story, night, is_full, _utc822, "<dc:creator><![CDATA[Newsdesk]]></dc:creator>")
                + f"<description>{blurb}</description>{whole}</item>\n")

    return _rss(outlet, night, items, item, "https://wordpress.org/?v=6.4.3",
                ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"')


def _drupal(outlet, items, night):
    def item(story, is_full):
        return (_rss_item(story, night, is_full, _london822)
                + f"<description>{html.escape(text_of(story, is_full))}</description></item>\n")

    return _rss(outlet, night, items, item, "Drupal")


def _press_office(outlet, items, night):
    def item(story, is_full):
        return (_rss_item(story, night, is_full, _zulu822, "<category>Featured</category>")
                + f"<description><![CDATA[{text_of(story, is_full)}]]></description></item>\n")

    return _rss(outlet, night, items, item, "PRgloo")


def _council_site(outlet, items, night):
    def item(story, is_full):
        return (_rss_item(story, night, is_full, _named822)
                + f"<description>{html.escape(text_of(story, is_full))}</description></item>\n")

    return _rss(outlet, night, items, item, "Jadu CMS")


def _rss(outlet, night, items, item, generator, namespaces=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"{namespaces}><channel>'
            f"<title>{html.escape(outlet.name)}</title><link>http://{outlet.feed_host(night)}/</link>"
            f"<description>News</description><generator>{generator}</generator>\n"
            + "".join(item(story, is_full) for story, is_full in items) + "</channel></rss>\n")


def _atom(outlet, items, night):
    def entry(story, is_full):
        return (f"<entry><id>{html.escape(guid_of(story, night))}</id>"
                f"<title>{html.escape(story.version.title)}</title>"
                f'<link rel="alternate" type="text/html" href="{html.escape(link_of(story, night))}"/>'
                f"<published>{_zulu(story.published)}</published><updated>{_zulu(story.stamped)}</updated>"
                f'<content type="html">{html.escape(text_of(story, is_full))}</content></entry>\n')

    newest = max((story.stamped for story, _ in items), default=london.utc(2025, 1, 1))
    return (f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>{outlet.name}'
            f'</title><id>tag:{outlet.host},2025:feed</id><link href="http://{outlet.feed_host(night)}/"/>'
            f"<updated>{_zulu(newest)}</updated>\n" + "".join(entry(*item) for item in items) + "</feed>\n")


def _rdf(outlet, items, night):
    def item(story, is_full):
        link = html.escape(link_of(story, night))
        return (f'<item rdf:about="{html.escape(outlet.link(story, night) + story.fragment)}">'
                f"<title>{html.escape(story.version.title)}</title><link>{link}</link>"
                f"<description>{html.escape(text_of(story, is_full))}</description>"
                f"<dc:date>{_london3339(story.stamped)}</dc:date></item>\n")

    return ('<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f'<channel rdf:about="http://{outlet.host}/"><title>{outlet.name}</title>'
            f"<link>http://{outlet.feed_host(night)}/</link><description>News</description></channel>\n"
            + "".join(item(*one) for one in items) + "</rdf:RDF>\n")


def _json_feed(outlet, items, night):
    return json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": outlet.name,
        "home_page_url": f"http://{outlet.feed_host(night)}/",
        "items": [{"id": guid_of(story, night), "url": link_of(story, night), "title": story.version.title,
                   "content_html": text_of(story, is_full), "date_published": _zulu(story.stamped)}
                  for story, is_full in items]}, indent=1)


FEEDS = {  # name: writer, media type
    "wordpress": (_wordpress, "application/rss+xml; charset=UTF-8"),
    "drupal": (_drupal, "application/rss+xml; charset=utf-8"),
    "press office": (_press_office, "text/xml; charset=utf-8"),
    "council site": (_council_site, "text/xml"),
    "atom": (_atom, "application/atom+xml"),
    "rdf": (_rdf, "application/rdf+xml"),
    "json": (_json_feed, "application/feed+json"),
}


def page(story, night):
    outlet = story.outlet
    link = html.escape(outlet.link(story, night))
    title = html.escape(story.version.title)
    date = _london3339(story.stamped)
    return (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet.name}</title>\n'
            f'<link rel="canonical" href="{link}"><meta property="og:type" content="article">'
            f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet.name}">'
            f'<meta property="og:url" content="{link}"><meta property="article:published_time" content="{date}">'
            '</head>\n<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
            f'</header><main><article><h1>{title}</h1>\n<time datetime="{date}">{date[:10]}</time>'
            f'<div class="article-body">\n{text_of(story, True)}</div></article></main>'
            '<footer><p>Contact us</p><p>Terms and conditions</p></footer></body></html>\n')


LOGIN_PAGE = ('<!DOCTYPE html><html><head><title>Log in</title></head><body><form action="/login" method="post">'
              '<label>User name <input name="user"></label><label>Password <input type="password" name="password"></label>'
              "<button>Log in</button></form></body></html>")
