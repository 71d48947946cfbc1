"""Reads a report as a browser would."""
import html.parser


class Page(html.parser.HTMLParser):
    """The content of a report as a browser sees it, and forbidden elements."""

    def __init__(self, text):
        super().__init__()
        self.problems, self.links, self.tags, self.text, self.open = [], [], set(), "", []
        self.feed(text)
        if self.open:
            self.problems.append(f"left open: {self.open}")

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag not in ("meta", "br", "line", "rect"):
            self.open.append(tag)
        for name, value in attributes:
            if name.startswith("on"):
                self.problems.append(f"{tag} {name}")
            if name in ("href", "src"):
                self.links.append(value)
        if tag in ("script", "iframe", "img", "link", "object", "form", "base"):
            self.problems.append(tag)
        if tag == "rect":
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> out of place")

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data
