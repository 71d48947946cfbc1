"""What happens: stories, what their outlets do with them, and what each outlet's server answers on each night."""
import collections
import datetime
import hashlib
import random
import re

import dialects
import words
from london import DAY, from_london, utc
from model import ALERT_TEXTS, SEARCHES, Background, Response, Served, Story, Version
from outlets import make_outlets

RELEASE_GAP = 3  # nights
QUIET = 4  # nights before an outlet's guids change without changes of its stories

OUTAGES = ("500", "dropped", "log-in page", "empty", "cut off")

NOTICES = ("{council} gives notice that {site} will be closed to through traffic between 9.30am and 3.30pm on weekdays so "
           "that the carriageway can be resurfaced and the gullies cleared; access for residents and for the emergency "
           "services will be kept, and a signed diversion leads by way of the ring road.",
           "An application for a premises licence has been made to {council} for the sale of alcohol from 10am to 11pm at "
           "{site}. The register can be inspected during office hours at the licensing desk, where representations from "
           "any person must arrive in writing within twenty-eight days; making a false statement knowingly is an offence. "
           "Late objections about {site} are returned unread.")
NOTICE_TITLES = "Temporary road closure: {site}", "Premises licence application: {site}"


def calendar(nights, rng):
    """The moments of the nightly runs: consecutive nights that cross both changes of the clocks, or two stretches of
    nights around them if there are too few."""
    if nights >= 240:
        days = [utc(2025, 3, 15, 3) + DAY * i for i in range(nights)]
    else:
        spring = nights // 2
        days = [utc(2025, 3, 30, 3) + DAY * (i - spring // 2) for i in range(spring)]
        autumn = nights - spring
        days += [utc(2025, 10, 26, 3) + DAY * (i - autumn // 2) for i in range(autumn)]
    return [day + datetime.timedelta(seconds=rng.randrange(-540, 540)) for day in days]


class World:
    """The same seed makes the same world, whoever asks its servers for what."""

    def __init__(self, seed, nights, feeds):
        self.rng = random.Random(seed)
        self.words = words.Words(self.rng)
        self.nights = calendar(nights, self.rng)
        self.outlets = make_outlets(feeds, nights, self.rng, self.words)
        self.stories = []
        self.owner = {}  # name: the story that it marks
        self.releases = {}  # name: stories
        self.events = collections.Counter()
        self.night = -1
        self.digest = hashlib.sha256()

    def next_night(self):
        """Makes the next night happen. Returns (host, path): Response."""
        self.night += 1
        for outlet in self.outlets:
            self._choose_outage(outlet)
            if outlet.move and outlet.moves == self.night:
                self.events[f"outlet moved: {outlet.move}"] += 1
            if self.night == 0:
                for i in range(outlet.backlog):
                    self._publish(outlet, "story", days_ago=1 + i * 9 // outlet.backlog)
            self._new_stories(outlet)
        if self.night % RELEASE_GAP == 0:
            self._publish_release()
        answers = {}
        for outlet in self.outlets:
            listing = self._listing(outlet)
            if not outlet.outage:
                self._edit(outlet, listing)
            answers |= self._answers(outlet, listing)
        for key in sorted(answers):
            self.digest.update(f"{self.night} {key} {answers[key].status} {answers[key].location}".encode())
            self.digest.update(answers[key].body)
        return answers

    def removals(self):
        """The stories that a person removes after this night's run."""
        return [story for story in self.stories if story.removed == self.night]

    # Stories

    def _moment(self, days_ago):
        """A time of publication between the last run and this one, or some days before it."""
        today = self.nights[self.night] - DAY * (days_ago - 1)
        kind = self.rng.random()
        if kind < 0.15:
            self.events["embargo until 00:01"] += 1
            return from_london(today, 0, 1)
        if kind < 0.25:
            return from_london(today, self.rng.randrange(0, 2), self.rng.randrange(2, 60))
        return from_london(today - DAY, self.rng.randrange(7, 23), self.rng.randrange(60))

    def _version(self, council, title=None, paragraphs=()):
        """A new text. Given paragraphs follow the first one."""
        name, rng = words.COUNCILS[council], self.rng
        site, title_name, text_name = self.words.name(), self.words.name(), self.words.name()
        lead = self.words.lead(name, site) + " " + self.words.sentence(text_name)
        full_name = "" if paragraphs else self.words.name()
        if not paragraphs:
            paragraphs = [self.words.paragraph(rng.randrange(2, 4)) for _ in range(rng.randrange(0, 3))]
            paragraphs.append(self.words.paragraph(2, full_name))
        if rng.random() < 0.06:
            lead += " " + rng.choice(list(ALERT_TEXTS.values()))
        return Version(title or self.words.headline(name, site, title_name), (lead, *paragraphs), site, title_name,
                       text_name, full_name)

    def _publish(self, outlet, kind, version=None, days_ago=1, council=None, path=None, fragment="", release=""):
        council = council or self.rng.choice(outlet.councils)
        published = self._moment(days_ago)
        number = len(self.stories) + 1
        slug = "-".join(self.words.thing().split()).replace("'", "")
        story = Story(number=number, outlet=outlet, kind=kind, council=council,
                      versions=[version or self._version(council)], published=published, stamped=published,
                      born=self.night, path=path or f"/news/{published:%Y/%m}/{slug}-{number}", fragment=fragment,
                      release=release)
        self.stories.append(story)
        outlet.stories.append(story)
        self._own(story)
        self.events[f"new {kind}"] += 1
        return story

    def _own(self, story):
        for name in story.version.names():
            self.owner[name] = story

    def _new_stories(self, outlet):
        rng = self.rng
        for _ in range(int(outlet.rate + rng.random())):
            story = self._publish(outlet, "story")
            self._share_background(outlet, story)
            if outlet.content != "blurb" and rng.random() < 0.15:
                story.blurb_until = self.night + 2
                self.events["blurb first, full text later"] += 1
        if outlet.dialect in ("press office", "council site", "drupal") and rng.random() < 0.4:
            self._publish_notice(outlet)
        if outlet.dialect in ("press office", "atom", "wordpress") and outlet.guids != "revision":
            if outlet.content != "pages" and outlet.move != "guids" and rng.random() < 0.06:
                self._publish_group(outlet, "shared link")
        if not outlet.guids and rng.random() < 0.08:
            self._publish_group(outlet, "fragment")
        if outlet.guids not in ("", "revision") and outlet.content != "pages" and rng.random() < 0.1:
            self._reuse_url(outlet)

    def _publish_notice(self, outlet):
        form, site, council = outlet.number % 2, self.words.name(), outlet.councils[0]
        text = NOTICES[form].format(council=words.COUNCILS[council], site=site + " Road")
        title = NOTICE_TITLES[form].format(site=site + " Road")
        self._publish(outlet, "notice", Version(title, (text,), site, site, site), council=council)

    def _publish_group(self, outlet, kind):
        """Three stories behind one link."""
        path = f"/round-up/{self.night}-{self.words.name().lower()}"
        for i in range(3):
            self._publish(outlet, kind, path=path, fragment=f"#item-{i}" if kind == "fragment" else "")

    def _reuse_url(self, outlet):
        moved = outlet.moves if outlet.has_moved("host", self.night) else 0
        unlisted = [story for story in outlet.stories if story.kind == "story" and story.removed is None and
                    not story.is_retired and moved <= story.last_listed <= self.night - 3]
        if unlisted:
            old = self.rng.choice(unlisted)
            old.is_retired = True
            council = self.rng.choice(outlet.councils)
            version = self._version(council)
            while any(words.overlap(version.title, known.title) > 0.2 for known in old.versions):
                version = self._version(council)  # another story has another headline
            self._publish(outlet, "story", version, council=council, path=old.path)
            self.events["URL reused for another story"] += 1

    def _share_background(self, outlet, story):
        if outlet.content == "blurb" or len(outlet.stories) <= outlet.backlog or len(outlet.councils) < 2:
            return
        if not outlet.backgrounds or outlet.backgrounds[-1][1] == 0:
            name = self.words.name()
            council = self.rng.choice([slug for slug in words.COUNCILS if slug not in outlet.councils])
            text = self.words.sentence(name) + " " + self.words.sentence(words.COUNCILS[council])
            outlet.backgrounds.append([Background(text, name, council), self.rng.randrange(3, 7)])
            self.events["background paragraph"] += 1
        if self.rng.random() < 0.6:
            story.background = outlet.backgrounds[-1][0]
            outlet.backgrounds[-1][1] -= 1

    def _publish_release(self):
        """A press release that several outlets carry, each with its own headline and first paragraph."""
        takers = [outlet for outlet in self.outlets if outlet.content != "blurb" and not outlet.outage]
        if len(takers) < 4:
            return
        takers = self.rng.sample(takers, min(len(takers), self.rng.randrange(4, 7)))
        newsrooms = [outlet for outlet in takers if len(outlet.councils) == 1]
        takers = [outlet for outlet in takers if outlet not in newsrooms[1:]]  # a newsroom has only its own
        council = newsrooms[0].councils[0] if newsrooms else self.rng.choice(list(words.COUNCILS))
        name = self.words.name()
        paragraphs = [self.words.paragraph(3, name)] + [self.words.paragraph(3) for _ in range(2)]
        self.releases[name] = [
            self._publish(outlet, "release", self._version(council, paragraphs=paragraphs), council=council, release=name)
            for outlet in takers]
        self.events["press release in several papers"] += 1

    # Outlets

    def _choose_outage(self, outlet):
        if outlet.outage and self.night < outlet.outage_until:
            return
        outlet.outage = ""
        if self.night == 0 or (outlet.move and abs(self.night - outlet.moves) <= QUIET) or self.rng.random() >= 0.08:
            return
        kinds = [kind for kind in OUTAGES if kind != "cut off" or outlet.dialect != "json"]
        self.rng.shuffle(kinds)
        outlet.outage = min(kinds, key=lambda kind: self.events[f"outage: {kind}"])
        outlet.outage_until = self.night + self.rng.randrange(1, 4)
        self.events[f"outage: {outlet.outage}"] += 1

    def _listing(self, outlet):
        listed = [story for story in outlet.stories
                  if not story.is_retired and (story.born == self.night or story.last_listed >= self.night - 5)]
        listed.sort(key=lambda story: (story.stamped, story.number), reverse=True)
        return listed[:outlet.window + (outlet.backlog if self.night == 0 else 0)]

    def _edit(self, outlet, listing):
        """Changes stories in the feed; some of them more than once, but not on one night."""
        rng, night = self.rng, self.night
        known = [story for story in listing if story.born < night]
        rng.shuffle(known)
        is_quiet = outlet.move == "guids" and outlet.moves - QUIET <= night <= outlet.moves
        edits = [(0.25, self._correct_headline), (0.15, self._correct_text), (0.12, self._rewrite), (0.12, self._restamp),
                 (0.12, self._add_late_words), (0.06, self._plan_removal)]
        for chance, edit in edits:
            if known and not is_quiet and rng.random() < chance:
                edit(known.pop())
        if rng.random() < 0.12:
            rng.shuffle(listing)
            self.events["reordered"] += 1
        past = [story for story in outlet.stories if story.last_listed < night - 1 and story.born < night
                and not story.is_retired and story not in listing]
        if past and rng.random() < 0.12:
            listing.append(rng.choice(past))
            self.events["repeated on a later night"] += 1

    def _change(self, story, event, **changes):
        values = story.version.__dict__ | changes
        story.versions.append(Version(**values))
        self._own(story)
        self.events[event] += 1

    def _correct_headline(self, story, addition="", event="headline corrected"):
        if story.kind in ("notice", "fragment"):
            return
        name = self.words.name()
        title = story.version.title.replace(story.version.title_name, name + addition)
        self._change(story, event, title=title, title_name=name)

    def _correct_text(self, story, addition="", event="text corrected"):
        if story.kind in ("notice", "fragment") or story.outlet.content == "pages":
            return
        name, paragraphs = self.words.name(), story.version.paragraphs
        lead = paragraphs[0].split(". ")[0] + ". " + self.words.sentence(name) + addition
        self._change(story, event, paragraphs=(lead, *paragraphs[1:]), text_name=name)

    def _rewrite(self, story):
        if story.kind != "story" or story.background or not story.outlet.accepts_rewrites:
            return
        if story.removed is not None and story.outlet.move == "guids":  # nothing would tie it to what was removed
            return
        story.versions.append(self._version(story.council))
        self._own(story)
        self.events["headline and text rewritten"] += 1

    def _restamp(self, story):
        if story.kind == "fragment":  # without a guid, its date is part of what identifies it
            return
        story.stamped = self.nights[self.night] - datetime.timedelta(minutes=self.rng.randrange(20, 900))
        self.events["date restamped"] += 1

    def _add_late_words(self, story):
        search = self.rng.choice(SEARCHES)
        if any(search.matches(version) for version in story.versions):
            return
        if search.in_headline:
            self._correct_headline(story, " in samphire row", "late words")
        else:
            self._correct_text(story, " " + ALERT_TEXTS[search.name], "late words")

    def _plan_removal(self, story):
        if story.removed is None:
            story.removed = self.night
            self.events["removed by a person"] += 1

    # Answers

    def _answers(self, outlet, listing):
        """What the outlet's servers answer tonight."""
        night, answers = self.night, {}
        if outlet.outage == "empty":
            listing = []
        items = [(story, outlet.content == "full" and night >= story.blurb_until) for story in listing]
        writer, content_type = dialects.FEEDS[outlet.dialect]
        body = writer(outlet, items, night).encode()
        served = [Served(story, story.version, is_full, story.published if outlet.dialect == "atom" else story.stamped)
                  for story, is_full in items]
        for story in listing:
            story.last_listed = night
        response = Response(200, body, content_type, served=served, feed_of=outlet)
        if outlet.has_etags:
            response.etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        self._fail(outlet, response)
        answers[outlet.feed_host(night), "/feed"] = response
        if outlet.has_moved("host", night):
            location = f"http://{outlet.feed_host(night)}/feed"
            answers[outlet.host, "/feed"] = Response(301, b"", "text/html", location=location)
        if outlet.content == "pages":
            for story in listing:
                host = dialects.link_of(story, night).split("/")[2]
                answers[host, story.path] = self._page(story)
        return answers

    def _page(self, story):
        if self.night < story.blurb_until:
            return Response(500, b"try again later", "text/plain")
        return Response(200, dialects.page(story, self.night).encode(), "text/html; charset=utf-8",
                        served=[Served(story, story.version, True, story.stamped)])

    def _fail(self, outlet, response):
        if outlet.outage in ("500", "dropped", "log-in page"):
            response.served, response.etag = [], ""
            response.is_dropped = outlet.outage == "dropped"
            response.status = 500 if outlet.outage == "500" else 200
            response.body, response.content_type = dialects.LOGIN_PAGE.encode(), "text/html"
        elif outlet.outage == "cut off" and len(response.served) > 3:
            starts = [match.start() for match in re.finditer(rb"<(item|entry)\b", response.body)]
            whole = self.rng.randrange(1, len(starts) - 1)
            cut = self.rng.uniform(0.2, 0.9)
            response.body = response.body[:int(starts[whole] + (starts[whole + 1] - starts[whole]) * cut)]
            response.served = response.served[:whole]
