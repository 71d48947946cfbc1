"""Searches the archive from Python: python3 ask.py QUERY…

One council-search process answers all queries. Read each answer before sending the next request.
"""
import json
import subprocess
import sys


class Archive:
    def __init__(self, program="council-search", database=None):
        command = [program, "--batch"] + (["--db", database] if database else [])
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def ask(self, query, **options):
        """Returns the answer as a dictionary (searcher/README.md). Pass `plain=True` for text typed by others."""
        self.process.stdin.write(json.dumps(dict(options, query=query)) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise ValueError(answer["error"]["message"])
        return answer

    def close(self):
        self.process.stdin.close()
        return self.process.wait()


if __name__ == "__main__":
    archive = Archive()
    for query in sys.argv[1:]:
        answer = archive.ask(query, limit=3, plain=True)
        print(f"{query}: {answer['total']}")
        for hit in answer["hits"]:
            print(f"  {hit['title']}")
    archive.close()
