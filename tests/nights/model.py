"""Plain values of the simulated world."""
import dataclasses
import datetime

import words


@dataclasses.dataclass(frozen=True)
class Version:
    """What a story says from some night on. The names are made up: each story has its own, and so has each headline,
    and each text in its first paragraph. The site is in headline and text; it changes only with a complete rewrite."""
    title: str
    paragraphs: tuple
    site: str
    title_name: str
    text_name: str
    full_name: str = ""  # in the last paragraph; "" if the last is the first, or of a press release

    def names(self):
        return {self.site, self.title_name, self.text_name, self.full_name} - {""}


@dataclasses.dataclass(frozen=True)
class Background:
    """A paragraph that a few stories of an outlet share."""
    text: str
    name: str
    council: str


@dataclasses.dataclass
class Story:
    """What its publisher would call one article. Times are UTC."""
    number: int
    outlet: "Outlet"
    kind: str  # story, notice, release, shared link, fragment
    council: str
    versions: list
    published: datetime.datetime
    stamped: datetime.datetime  # the date that the feed shows now
    born: int  # the night on which it was first listed
    path: str
    fragment: str = ""
    background: Background = None
    release: str = ""  # the name of the press release that it carries
    blurb_until: int = 0  # the feed has only the first paragraph before this night, or the page fails
    removed: int = None  # the night after which a person removed it
    last_listed: int = 0
    is_retired: bool = False  # its URL has another story now

    @property
    def version(self):
        return self.versions[-1]


@dataclasses.dataclass
class Outlet:
    number: int
    name: str
    host: str
    dialect: str  # a key of dialects.FEEDS
    content: str  # full: whole texts in the feed; blurb: first paragraphs only; pages: blurbs, and a page for each
    guids: str  # how guids are written: a key of dialects.GUIDS; "" for none
    councils: list
    rate: float  # new stories a night
    window: int  # items in the feed
    move: str = ""  # what changes on night `moves`: https, www, host, guids
    moves: int = None
    session: str = ""  # the form of session ids in links: jsessionid, PHPSESSID
    tracks: bool = False  # links have tracking parameters
    has_etags: bool = False
    furniture: list = dataclasses.field(default_factory=list)  # paragraphs at the end of every text
    furniture_names: list = dataclasses.field(default_factory=list)
    furniture_council: str = ""  # named in its furniture
    backlog: int = 15  # stories before the first night; its feed has them all then
    backgrounds: list = dataclasses.field(default_factory=list)  # [Background, stories left]
    stories: list = dataclasses.field(default_factory=list)
    outage: str = ""
    outage_until: int = 0

    def has_moved(self, move, night):
        return self.move == move and night >= self.moves

    def feed_host(self, night):
        return "moved-" + self.host if self.has_moved("host", night) else self.host

    def link(self, story, night):
        """The address of the story's page, as a browser shows it."""
        scheme = "https" if self.has_moved("https", night) else "http"
        prefix = "www." if self.has_moved("www", night) else ""
        return f"{scheme}://{prefix}{self.feed_host(night)}{story.path}"

    @property
    def accepts_rewrites(self):
        """Whether its guids tell a complete rewrite from a new story at the old URL: those of a page with revisions
        change with the text, and pages are fetched only once."""
        return self.guids != "revision" and self.content != "pages"


@dataclasses.dataclass(frozen=True)
class Served:
    """A story in a response."""
    story: Story
    version: Version
    is_full: bool
    stamped: datetime.datetime


@dataclasses.dataclass
class Response:
    status: int
    body: bytes
    content_type: str
    location: str = ""
    etag: str = ""
    served: list = dataclasses.field(default_factory=list)
    is_dropped: bool = False  # the connection is closed without an answer
    feed_of: Outlet = None


@dataclasses.dataclass(frozen=True)
class Search:
    """A saved search: a story matches once a headline (or text) that was served contains `needle`."""
    name: str
    query: str
    needle: str
    in_headline: bool

    def matches(self, version):
        return self.needle in (version.title if self.in_headline else version.title + "\n" + version.paragraphs[0])


SEARCHES = [Search("word", "kittiwake", "kittiwake", False),
            Search("phrase", '"tidal barrage"', "tidal barrage", False),
            Search("headline", "title:samphire", "samphire", True),
            Search("council", "mentions:torbay", "Torbay Council", False)]
ALERT_TEXTS = {"word": "A kittiwake colony holds up the survey.",
               "phrase": "The tidal barrage is back on the agenda.",
               "council": "Torbay Council has asked for the same figures."}


def mentions_of(version, is_full, background):
    """The councils that the text names, as slugs."""
    text = version.title + "\n" + "\n".join(version.paragraphs if is_full else version.paragraphs[:1])
    if background and is_full:
        text += "\n" + background.text
    names = words.COUNCILS | {"torbay": "Torbay Council"}
    return {slug for slug, name in names.items() if name in text}
