# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""The packages of package-lock.json, fetched by npm once for all tests that use them, which may begin at the same time."""
import fcntl
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


def install(folder):
    """Puts them into `folder`/node_modules, where scripts in folders below find them."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted, installed = (HERE / "package-lock.json").read_bytes(), folder / "installed-package-lock.json"
    with open(folder / "npm.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not installed.is_file() or installed.read_bytes() != wanted:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(HERE / name, folder / name)
            subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
            installed.write_bytes(wanted)
