# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""A log that je seal was interrupted in is told as that, and what the message says to do mends it.

    seal_test.py JE

First the end of a log is cut off at many places, within characters too; then je seal is killed at random moments while it writes.
"""
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

JE = pathlib.Path(sys.argv[1]).resolve()


def je(*words):
    done = subprocess.run([JE, *words], capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def check(condition, what):
    if not condition:
        sys.exit(f"seal_test: {what}")


def write(name, text):
    pathlib.Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())


def head_of(log):
    return re.search(r"^Head: +([0-9a-f]{64})$", je("verify", log)[1], re.M)[1]


def mend(log, said):
    """Does what the message says: the line end, or the line taken out and its head compared."""
    whole = pathlib.Path(log).read_bytes()
    if "[JE-L06]" in said:
        write(log, whole + b"\n")
        return
    check("[JE-L15]" in said, f"an interruption is not told:\n{said}")
    write(log, whole[:whole.rfind(b"\n") + 1])
    named = re.search(r"compare its hash ([0-9a-f]{64})", said)
    check(named is None or head_of(log) == named[1], "the head that is to be compared is another")


def cut_everywhere():
    for i, text in enumerate(["format: je-job/1\nid: a\n", "caf\u00e9 \u4e2d\U0001f600 \"q\" \\ \x01\n", "x" * 300]):
        write(f"f{i}", text)
    check(je("seal", "log", "f0", "f1", "f2", "--date", "2016-08-01")[0] == 0, "je seal")
    whole = pathlib.Path("log").read_bytes()
    chosen = random.Random(1)
    second = whole.index(b"\n") + 1
    places = {*range(second - 3, second + 3), *range(len(whole) - 3, len(whole)), 0, 1, *(chosen.randrange(len(whole)) for _ in range(40))}
    characters = whole.index("caf\u00e9".encode())
    for place in sorted(places | {*range(characters, characters + 24)}):
        write("log", whole[:place])
        status, _, said = je("seal", "log", "f0", "f1", "f2", "--date", "2016-08-01")
        if place > 0 and whole[place - 1:place] != b"\n":
            check(status == 1, f"cut at {place}: status {status}")
            check(pathlib.Path("log").read_bytes() == whole[:place], f"cut at {place}: the log was changed")
            mend("log", said)
            status, _, said = je("seal", "log", "f0", "f1", "f2", "--date", "2016-08-01")
        check(status == 0, f"cut at {place}: sealing again gives status {status}\n{said}")
        check(pathlib.Path("log").read_bytes() == whole, f"cut at {place}: the log is another than without the interruption")


def kill_at_random():
    """The log stays one that can be mended, and nothing that was sealed is lost."""
    chosen = random.Random(2)
    write("large", "line of a large file\n" * 50_000)
    begun = time.monotonic()
    check(je("seal", "killed", "large")[0] == 0, "je seal of a large file")
    takes = time.monotonic() - begun
    interrupted = 0
    for turn in range(10):
        head = head_of("killed")
        write("large", f"turn {turn}\n" + "line of a large file\n" * 50_000)
        run = subprocess.Popen([JE, "seal", "killed", "large"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(takes * chosen.random())
        run.kill()
        run.wait()
        status, _, said = je("verify", "killed", "--head", head)
        if "[JE-L15]" in said or "[JE-L06]" in said:
            interrupted += 1
            mend("killed", said)
            status, _, said = je("verify", "killed", "--head", head)
        check(status == 0, f"turn {turn}: status {status} after the log was mended\n{said}")
    print(f"killed 10 times, {interrupted} of them within a line")


def main():
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        cut_everywhere()
        kill_at_random()
    return 0


if __name__ == "__main__":
    sys.exit(main())
