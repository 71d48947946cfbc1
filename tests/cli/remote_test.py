"""Remote databases: a real xapian-tcpsrv on loopback, and xapian-progsrv through a fake ssh."""
import json
import os
import shutil
import signal
import socket
import subprocess
import unittest

from programs import BIN, ProgramTest

COUNCILS = ("Leeds City Council", "Kent County Council", "Sandwell Council")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@unittest.skipUnless(shutil.which("xapian-tcpsrv"), "xapian-tcpsrv is not installed")
class Remote(ProgramTest):
    def setUp(self):
        super().setUp()
        self.count = 0
        self.local, self.other = self.folder / "local", self.folder / "other"
        for database in (self.local, self.other):
            self.add(database, 12)
        self.address = self.serve(self.other)

    def add(self, database, many):
        articles = []
        for _ in range(many):
            self.count += 1
            council = COUNCILS[self.count % 3]
            articles.append({"guid": f"g{self.count}", "url": f"https://record.example/{self.count}",
                             "title": f"{council} library opens, the {self.count}th",
                             "date_published": f"20{15 + self.count % 4}-03-{self.count % 28 + 1:02}",
                             "publisher": "The Record", "body": f"The {council} opened library {self.count * 7919}. It "
                             "lends children's books."})
        result = self.index("add", "--db", database, "-", stdin="\n".join(map(json.dumps, articles)).encode())
        self.assertEqual(result.status, 0, result.err)

    def serve(self, database, port=None):
        self.port = port or free_port()
        self.server = subprocess.Popen(["xapian-tcpsrv", "--interface", "127.0.0.1", "--port", str(self.port), database],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
        self.addCleanup(self.server.stdout.close)
        self.addCleanup(self.stop, self.server)
        while b"istening" not in self.server.stdout.readline():
            self.assertIsNone(self.server.poll(), "xapian-tcpsrv did not start")
        return f"tcp://127.0.0.1:{self.port}"

    @staticmethod
    def stop(server):
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)  # it serves each connection in a process of its own
            server.wait()

    def both(self, *arguments):
        """Queries that must have the same answer locally and remotely."""
        results = [self.search("--db", database, *arguments) for database in (self.other, self.address)]
        self.assertEqual(*[(result.status, result.out, result.err) for result in results])
        return results[1]

    def test_local_and_remote_answers_agree(self):
        id = self.search("--db", self.other, "--format", "jsonl", "-n", "1", "library").lines()[0]["id"]
        for arguments in (["library"], ['"children’s books"'], ["-n", "2", "--offset", "3", "--sort", "newest", "library"],
                          ["--sort", "recent", "library"], ["opens NEAR/2 library"], ["libr*"], ["council:leeds", "--explain"],
                          ["-n", "0", "--facets", "council,topic,outlet,year,region", "--timeline", "--share", "library"],
                          ["--show", id], ["--similar", id], ["--no-group", "library"], ["date:2016", "--format", "json"],
                          ["libarry"], ["council:ledes"], ["library nowhere"], ["!!!"], ["--show", "zz"]):
            with self.subTest(arguments=arguments):
                self.both(*arguments)
        self.assertEqual(len(self.both("--all", "--format", "jsonl", "library").lines()), 12)
        self.assertEqual(len(self.both("--all", "--format", "jsonl", "--sort", "oldest", "library").lines()), 12)

    def test_local_and_remote_as_one(self):
        def ask(far, *arguments):
            return self.search("--db", self.local, "--db", far, "--format", "json", "--all", *arguments, "library").json()

        counts = ("--facets", "council,year", "--timeline")
        self.assertEqual(ask(self.address, "--sort", "newest", *counts), ask(self.other, "--sort", "newest", *counts))
        for far in (self.address, self.other):
            answer = ask(far)
            self.assertEqual((answer["total"], len({hit["id"] for hit in answer["hits"]})), (24, 24))
            self.assertEqual([hit["rank"] for hit in answer["hits"]], list(range(1, 25)))

    def test_through_ssh(self):
        ssh = self.write("bin/ssh", "#!/bin/sh\nwhile [ \"$1\" != -- ]; do shift; done\n"
                         f"echo \"$2\" >>'{self.folder}/asked'\nshift 2\nexec sh -c \"$*\"\n")
        ssh.chmod(0o755)
        env = {"PATH": f"{ssh.parent}:{os.environ['PATH']}", "HOME": str(self.folder)}
        for address in (f"ssh://ann@archive.example:2222{self.other}", "ssh://archive.example/~/other"):
            result = self.search("--db", address, "--format", "json", "library", env=env)
            self.assertEqual((result.status, result.json()["total"]), (0, 12), result.err)
        self.assertEqual((self.folder / "asked").read_text(), "ann@archive.example\narchive.example\n")
        result = self.search("--db", "ssh://archive.example/nowhere", "library", env=env)
        self.assertEqual(result.status, 3)
        self.assertIn("/nowhere", result.err)

    def test_invalid_addresses(self):
        for address in ("tcp://", "tcp://127.0.0.1", "tcp://127.0.0.1:0", "tcp://127.0.0.1:99999", "tcp://127.0.0.1:1x",
                        "tcp://-x:1", "ssh://host", "ssh://host/", "ssh://-oProxyCommand=true/x", "ssh:///x",
                        "ssh://host/a b", "ssh://host/$(true)", "ssh://host/a;true", "ssh://a b@host/x"):
            result = self.search("--db", address, "library")
            self.assertEqual((result.status, result.out), (2, ""), address)
            self.assertIn("not the address of a database", result.err)

    def test_a_silent_database_is_named(self):
        self.stop(self.server)
        result = self.search("--db", self.local, "--db", self.address, "library")
        self.assertEqual((result.status, result.out), (3, ""))
        self.assertIn(self.address, result.err)
        # A Xapian database of another program.
        result = self.search("--db", self.serve(self.write("foreign", "inmemory\n")), "library")
        self.assertEqual(result.status, 3)
        self.assertIn("not a council-news archive", result.err)

    def test_a_batch_survives_its_server(self):
        process = subprocess.Popen([BIN / "council-search", "--db", self.address, "--batch"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE)
        self.addCleanup(process.communicate)

        def ask():
            process.stdin.write(b'{"query":"library","facets":["council"]}\n')
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        self.assertEqual(ask()["total"], 12)
        self.add(self.other, 3)
        self.assertEqual(ask()["total"], 15)
        self.stop(self.server)
        self.assertEqual(ask()["error"]["code"], "database")
        self.serve(self.other, self.port)
        self.assertEqual(ask()["total"], 15)

    def test_it_is_read_only(self):
        for arguments in (["add", "-"], ["update"], ["status"], ["check"], ["compact"], ["export"], ["reindex"], ["feeds"]):
            result = self.index(*arguments, "--db", self.address, stdin=b"{}")
            self.assertEqual(result.status, 2, arguments)

    def test_what_is_new(self):
        env = {"XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_STATE_HOME": str(self.folder / "state")}
        both = ("--db", self.local, "--db", self.address)
        self.assertEqual(self.search(*both, "--save", "lib", "library", env=env).status, 0)
        self.assertEqual(self.search(*both, "--saved", "lib", env=env).status, 0)

        def new(*arguments):
            result = self.search(*arguments, "--format", "jsonl", env=env)
            self.assertIn(result.status, (0, 1), result.err)
            return len(result.lines())

        for arguments in (["--since-last", "lib"], ["--digest"]):
            self.assertEqual([new("--db", self.address, *arguments), new(*both, *arguments), new(*both, *arguments)], [12, 12, 0])
        for database in (self.local, self.other):
            self.add(database, 2)
        counts = self.search(*both, "--since-last", "lib", "--peek", "--format", "json", "--facets", "year", env=env).json()
        self.assertEqual((counts["total"], sum(one["count"] for one in counts["facets"]["year"])), (4, 4))
        for arguments in (["--since-last", "lib"], ["--digest"]):
            self.assertEqual([new(*both, *arguments), new("--db", self.other, *arguments)], [4, 0])


if __name__ == "__main__":
    unittest.main()
