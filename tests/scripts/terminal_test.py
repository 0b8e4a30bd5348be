#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""What a terminal shows of je: progress is gone before the result comes, and nothing of it stands among the lines. Ctrl-C leaves no half-written file.

    terminal_test.py JE PROJECT
"""
import glob
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

je, project = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
os.environ["JE_SCHEME_PATH"] = os.path.join(project, "schemes")


def bytes_on_terminal(arguments, also_stdout=True):
    """All that je writes to a terminal that is its stderr and, unless told otherwise, its stdout."""
    ours, theirs = pty.openpty()
    stdout = theirs if also_stdout else subprocess.DEVNULL
    child = subprocess.Popen([je, *arguments], stdin=subprocess.DEVNULL, stdout=stdout, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    child.wait()
    return shown.decode()


def screen(shown):
    """The lines as they stand in the end: a carriage return goes back to the beginning of the line."""
    lines = []
    for line in shown.replace("\r\n", "\n").split("\n"):
        cells = []
        for part in line.split("\r"):
            cells[: len(part)] = part
        lines.append("".join(cells).rstrip())
    return lines


def check(*arguments, progress=r"[0-9]+ jobs?\b|sampling: "):
    shown = bytes_on_terminal(arguments)
    if not re.search(progress, shown):
        sys.exit(f"je {' '.join(arguments)}: no progress was shown, so this test proves nothing")
    plain = subprocess.run([je, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    expected = [line.rstrip() for line in plain.stdout.decode().split("\n")]
    messages = [line.rstrip() for line in plain.stderr.decode().split("\n")]
    on_screen = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in screen(shown)]
    if sorted(filter(None, on_screen)) != sorted(filter(None, expected + messages)):
        sys.exit(f"je {' '.join(arguments)} shows on a terminal:\n" + "\n".join(on_screen) + "\n" + repr(shown))


with tempfile.TemporaryDirectory() as work:
    shutil.copytree(os.path.join(project, "examples", "probation"), os.path.join(work, "story"))
    os.chdir(os.path.join(work, "story"))
    check("score", "vlo.yaml")
    check("score", "--format", "csv", "vlo.yaml", "po.yaml")
    check("sensitivity", "vlo.yaml", "pso.yaml")
    check("sensitivity", "--joint", "--scenarios", "20000", "--format", "csv", "vlo.yaml", "pso.yaml")
    check("batch", "run.ini", progress=r"1 of [0-9]+: check")
    # A result larger than what is written at once: no progress between its parts.
    shutil.copy(os.path.join(project, "tests/golden/score/bad-rows-do-not-stop-the-others", "demo.yaml"), "demo.yaml")
    with open("many.csv", "w", encoding="utf-8") as many:
        many.write("id,title,knowledge,effort,conditions\n")
        many.writelines(f"clerk-{i},Clerk,2,1,B\n" for i in range(20000))
    check("score", "--format", "csv", "--scheme", "demo.yaml", "many.csv")
    if not re.search("[0-9]+ jobs?", bytes_on_terminal(["score", "vlo.yaml"], also_stdout=False)):
        sys.exit("no progress is shown when the result goes elsewhere")

    # Ctrl-C takes the half-written output away.
    ended = ["sensitivity", "--joint", "--scenarios", "1000000000", "--threads", "1", "vlo.yaml", "--output", "ended.txt"]
    child = subprocess.Popen([je, *ended], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    for _ in range(200):
        time.sleep(0.1)
        if glob.glob("ended.txt.*"):
            break
    time.sleep(0.1)
    child.send_signal(signal.SIGINT)
    if child.wait() != -signal.SIGINT or glob.glob("ended.txt*"):
        sys.exit(f"SIGINT: status {child.returncode}, files {glob.glob('ended.txt*')}")
print("a terminal shows results without progress among them")
