"""An archive, and the programs that build and search it under a simulated clock."""
import json
import os
import subprocess

from programs import BIN


class Archive:
    """`folder` holds the database and the saved searches. `moment` is what the clock shows when a program starts."""

    def __init__(self, folder, web_address):
        self.folder = folder
        self.moment = None
        self.environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")} | {
            "COUNCIL_NEWS_DB": str(folder / "db"), "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_STATE_HOME": str(folder / "state"), "HOME": str(folder), "TZ": "UTC", "http_proxy": web_address,
            # Network timeouts and file times stay real.
            "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}  # faketime comes first
        folder.mkdir(parents=True)

    def run(self, program, *arguments, statuses=(0,), stdin=""):
        """Runs a program. Any other exit status is an error."""
        command = ["faketime", "-m", "-f", f"@{self.moment:%Y-%m-%d %H:%M:%S}", BIN / program, *map(str, arguments)]
        done = subprocess.run(command, input=stdin, capture_output=True, env=self.environment, encoding="utf-8", check=False)
        if done.returncode not in statuses:
            raise RuntimeError(f"{program} {' '.join(map(str, arguments))}: exit status {done.returncode}: {done.stderr}")
        return done.stdout

    def index(self, *arguments, **options):
        return self.run("council-index", *arguments, **options)

    def export(self):
        return [json.loads(line) for line in self.index("export").splitlines()]

    def ask(self, requests):
        """The answers to search requests, in order."""
        lines = "".join(json.dumps(request) + "\n" for request in requests)
        out = self.run("council-search", "--batch", stdin=lines, statuses=(0, 1))
        answers = [json.loads(line) for line in out.splitlines()]
        assert len(answers) == len(requests), (len(answers), len(requests))
        return answers

    def save_search(self, search):
        self.run("council-search", "--save", search.name, "--format", "jsonl", "--no-group", search.query, statuses=(0, 1))

    def since_last(self, search):
        out = self.run("council-search", "--since-last", search.name, "--format", "jsonl", "--fields", "id,title", "--no-group",
                       statuses=(0, 1))
        return [json.loads(line) for line in out.splitlines()]
