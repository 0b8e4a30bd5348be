# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Scores jobs from CSV to CSV with pandas: the yardstick of score_vs_pandas.py, run as a process of its own.

    pandas_score.py {plain|tuned} TABLES.json JOBS.csv OUT.csv

TABLES.json holds {"points": {factor: {level: points}}, "floors": [...], "bands": [...], "top": first total above the last
band}.
"plain" is what an analyst writes; "tuned" is what one who knows pandas well makes of it. Both write id, total and band.
"""
import json
import sys

import numpy
import pandas as pd


def band_of(total, tables):
    return pd.cut(total, bins=tables["floors"] + [tables["top"]], labels=tables["bands"], right=False)


def plain(tables, jobs_path, out_path):
    # Level codes are text: "1-7" and "4" alike.
    jobs = pd.read_csv(jobs_path, dtype=str)
    jobs["total"] = sum(jobs[factor].map(points) for factor, points in tables["points"].items())
    jobs["band"] = band_of(jobs["total"], tables)
    jobs[["id", "total", "band"]].to_csv(out_path, index=False)


def tuned(tables, jobs_path, out_path):
    # Only the columns needed; levels as categories, so that text is looked up once per level and not once per job.
    points = tables["points"]
    types = {factor: pd.CategoricalDtype(list(levels)) for factor, levels in points.items()}
    jobs = pd.read_csv(jobs_path, usecols=["id", *points], dtype={"id": str, **types}, engine="c", na_filter=False)
    total = sum(numpy.array(list(levels.values()))[jobs[factor].cat.codes.to_numpy()] for factor, levels in points.items())
    result = pd.DataFrame({"id": jobs["id"], "total": total})
    result["band"] = band_of(result["total"], tables)
    result.to_csv(out_path, index=False, chunksize=100_000)


if __name__ == "__main__":
    way, tables_path, jobs_path, out_path = sys.argv[1:]
    with open(tables_path, encoding="utf-8") as file:
        {"plain": plain, "tuned": tuned}[way](json.load(file), jobs_path, out_path)
