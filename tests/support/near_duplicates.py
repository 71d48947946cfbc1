"""Makes an archive with known near-duplicates out of the sample corpus and corpus/judged/near_duplicates.json.

Same story, in ten papers: each longer article of the corpus as a press release, carried with a head rewritten, a tail
cut, half of it gone, a local quote put in, paragraphs in another order, the paper's own boilerplate, sub-editing, and
several of these at once. Other stories, however alike: releases from one template that differ in places, names and
numbers; two reports of one event, each in its own words; what became of a story, half of it told again months later.
"""
import datetime
import random
import re


def paragraphs(text):
    return [p for p in text.split("\n\n") if p]


def shorter(body, share):
    """The beginning of a text: whole sentences, so much of its words."""
    wanted = len(body.split()) * share
    kept = []
    for paragraph in paragraphs(body):
        sentences = []
        for sentence in re.split(r"(?<=[.!?”]) +(?=[A-Z“])", paragraph):
            if sum(len(p.split()) for p in kept + sentences) < wanted:
                sentences.append(sentence)
        if sentences:
            kept.append(" ".join(sentences))
    return "\n\n".join(kept)


class Maker:
    def __init__(self, material, seed=1974):
        self.material = material
        self.random = random.Random(seed)
        self.articles = []

    def put(self, story, title, body, day, treatment):
        number = len(self.articles)
        self.articles.append({"story": story, "treatment": treatment, "title": title, "body": body,
                              "published": day.isoformat(), "outlet": f"Carrier {number}",
                              "url": f"https://carrier{number}.example/news/{number}"})

    def head(self, title, body):
        words = title.split()
        self.random.shuffle(words)
        rest = paragraphs(body)[1:] or [shorter(body, 1)]
        return "Town hall news: " + " ".join(words[:4]), "\n\n".join([self.random.choice(self.material["openings"])] + rest)

    def quoted(self, body):
        parts = paragraphs(body)
        parts.insert(min(2, len(parts)), self.random.choice(self.material["quotes"]))
        return "\n\n".join(parts)

    def reordered(self, body):
        parts = paragraphs(body)
        tail = parts[1:]
        self.random.shuffle(tail)
        return "\n\n".join(parts[:1] + tail)

    def edited(self, body):
        for old, new in self.material["edits"]:
            body = body.replace(old, new)
        return body

    def boilerplate(self, body):
        return body + "\n\n" + self.random.choice(self.material["boilerplate"])

    def corrected(self, body):
        """A figure put right, officers and members by their surnames, every seventh sentence left out."""
        body = re.sub(r"\b(\d\d?)\b(?![,.]\d)", lambda m: str(int(m[1]) + 1), body, count=1)
        body = re.sub(r"\b(Councillor|Cllr|leader|Leader) [A-Z][a-z]+ (?=[A-Z])", "Mr ", body)
        parts = [re.split(r"(?<=[.!?”]) +(?=[A-Z“])", paragraph) for paragraph in paragraphs(body)]
        return "\n\n".join(" ".join(sentence for n, sentence in enumerate(part) if (n + 1) % 7) for part in parts)

    def release(self, story, title, body, day):
        """An article and the ways in which papers carry it."""
        later = [day + datetime.timedelta(days=n) for n in (0, 0, 1, 1, 2, 3, 4, 6)]
        new_title, headed = self.head(title, body)
        ways = [("as sent", title, body), ("rewritten head", new_title, headed), ("cut tail", title, shorter(body, .7)),
                ("half", title + " today", shorter(body, .5)), ("local quote", "Reaction: " + title, self.quoted(body)),
                ("reordered", title, self.reordered(body)), ("boilerplate", title, self.boilerplate(body)),
                ("sub-edited", title, self.edited(body)),
                ("head, quote, cut", new_title, shorter(self.quoted(headed), .75)),
                ("corrected", title, self.corrected(body)), ("edited, boilerplate", title, self.boilerplate(self.edited(body)))]
        self.random.shuffle(ways)
        for (treatment, heading, text), when in zip(ways, later + [day] * len(ways)):
            self.put(story, heading, text, when, treatment)

    def follow_up(self, article, title, body):
        day = datetime.date.fromisoformat(article["published"][:10]) + datetime.timedelta(days=100)
        self.put(title, title, body + "\n\n" + shorter(article["body"], .5), day, "follow-up")

    def filled(self, template, fill):
        title, body = template
        values = {}
        for name, choices in self.material["slots"].items():
            values[name] = choices[fill % len(choices)]
            values[name + "2"] = choices[(fill + 3) % len(choices)]
        return title.format(**values), body.format(**values)

    def make(self, sources):
        for article in sources:
            self.release(article["title"], article["title"], article["body"],
                         datetime.date.fromisoformat(article["published"][:10]))
        for article, (title, body) in zip(sources, self.material["follow_ups"]):
            self.follow_up(article, title, body)
        for template in self.material["templates"]:
            for fill in range(8):
                title, body = self.filled(template, fill)
                self.put(title + f" ({template[0]})", title, body,
                         datetime.date(2024, 3, 1) + datetime.timedelta(days=fill), "template")
        for pair in self.material["events"]:
            for title, body in pair:
                self.put(title, title, body, datetime.date(2023, 5, 4), "event")
        self.random.shuffle(self.articles)
        return self.articles
