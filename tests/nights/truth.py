"""What an archive must hold, given what was served to it."""
import dataclasses
import datetime

from london import london_day
from model import SEARCHES, Story, Version, mentions_of


@dataclasses.dataclass
class Known:
    """A story, as far as it was served."""
    story: Story
    first_seen: datetime.datetime
    versions: list = dataclasses.field(default_factory=list)  # as served, each once
    full_version: Version = None  # the newest of which the whole text was served
    published: datetime.datetime = None  # the earliest date that was given
    matched: dict = dataclasses.field(default_factory=dict)  # search: the moment from which it matches
    is_removed: bool = False

    @property
    def newest(self):
        return self.versions[-1]

    @property
    def day(self):
        return london_day(self.published)

    @property
    def mentions(self):
        return mentions_of(self.newest, self.full_version is not None, self.story.background)

    def label(self):
        story = self.story
        return f"story {story.number} ({story.kind}, {story.outlet.dialect}, {story.outlet.content}, {story.outlet.name})"


FURNITURE_STORIES = 70  # whole texts from which an archive must have learnt what is in all of them


class Truth:
    def __init__(self):
        self.known = {}  # number of a story: Known

    def absorb(self, exchanges):
        """Takes note of what the web answered on a night."""
        for exchange in exchanges:
            if not exchange.is_unchanged:
                for served in exchange.response.served:
                    self._absorb(served, exchange.moment)

    def _absorb(self, served, moment):
        story, version = served.story, served.version
        known = self.known.setdefault(story.number, Known(story, moment))
        if version not in known.versions:
            known.versions.append(version)
        if served.is_full:
            known.full_version = version
        known.published = min(known.published or served.stamped, served.stamped)
        for search in SEARCHES:
            if not known.is_removed and search.matches(version):
                known.matched.setdefault(search.name, moment)

    def matching_since(self, search, moment):
        """The numbers of the stories that match from this moment on."""
        return {number for number, known in self.known.items() if known.matched.get(search.name) == moment}

    def knows_furniture(self, outlet):
        """Whether enough was served to tell the outlet's standing lines from its stories."""
        texts = sum(known.story.outlet is outlet and known.full_version is not None and not known.is_removed
                    for known in self.known.values())
        return bool(outlet.furniture) and texts >= FURNITURE_STORIES
