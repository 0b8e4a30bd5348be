# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""shipped_schemes_test.py JE ROOT: each shipped scheme is known to be what schemes/README.md says of it.

Each has a row in the table of schemes, with its status, and one in the table of sources; worked examples; and `je check` finds in it what is listed
below, no more and no less. Those under TOTALS are also added up here, total by total and apart from the proof of je: which totals can occur, and which of
them the bands leave out."""
import json
import pathlib
import re
import subprocess
import sys

JE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
SCHEMES = sorted((ROOT / "schemes").glob("*.yaml"))
README = (ROOT / "schemes/README.md").read_text(encoding="utf-8")

# What `je check` finds, as id and what its message must hold. All of it is a warning: a shipped scheme has no errors.
FOUND = {
    "competencies": [("JE-S71", "illustrative")],
    "equal-value-demo": [("JE-S71", "illustrative")],
    "know-how-demo": [("JE-S71", "illustrative"), ("JE-B52", "it alone moves any job out")],
    "nhs-afc": [],
    "njc": [("JE-S72", "unverified")],
    "nnc-probation": [("JE-S71", "illustrative")],
    "opm-fes": [("JE-B52", "it alone moves any job out")],
    "opm-fes-matrix": [("JE-B52", "it alone moves any job out")],
    "opm-gssg": [("JE-B51", "GS-5"), ("JE-B52", "it alone moves any job out")],
    "tbs-ec": [("JE-S72", "unverified")],
    "tbs-fb": [("JE-S72", "unverified"), ("JE-S81", "A x 1 = B x 1 = C x 1: 1")],
    "tbs-sw": [("JE-S72", "unverified"), ("JE-S83", "the printed weight of factor 'admin' is 15, but its points weigh 30"), ("JE-S84", "add up to 85, not 100")],
}
# How many totals can occur, the smallest and the largest, and those in no band.
TOTALS = {
    "tbs-ec": (956, 40, 1000, []),
    "tbs-fb": (899, 95, 1000, [95]),
    "tbs-sw": (151, 200, 1000, [916, 920, 924, 929, 960, 964, 1000]),
}
# The jobs of these lie under examples/, where their results are shown.
WITHOUT_WORKED = {"competencies"}
faults = []


def expect(holds, text):
    if not holds:
        faults.append(text)


def findings(path):
    done = subprocess.run([JE, "check", "--show", "--format", "json", path], capture_output=True, text=True, timeout=300, check=False)
    expect(done.returncode == 0, f"{path.name}: je check ends with {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def check_findings(path, result):
    expected, got = FOUND.get(path.stem), result["messages"]
    if expected is None:
        return expect(False, f"{path.name}: say in FOUND of this test, and in schemes/README.md, what je check finds: {got}")
    expect(sorted(m["id"] for m in got) == sorted(i for i, _ in expected), f"{path.name}: je check finds {got}, not {expected}")
    for finding, words in expected:
        expect(any(m["id"] == finding and words in m["message"] for m in got), f"{path.name}: no {finding} that says '{words}' among {got}")
    expect(result["errors"] == 0, f"{path.name}: {result['errors']} errors")


def check_readme(path, scheme):
    rows = [line for line in README.splitlines() if line.startswith(f"| [`{path.name}`]({path.name})")]
    expect(len(rows) == 1 and re.search(rf"\| \**{scheme['status']}\** \|", rows[0] if rows else ""), f"{path.name}: schemes/README.md has no row with status {scheme['status']}: {rows}")
    sources = README.split("## Sources", 1)[1].split("\n## ", 1)[0]
    expect(any(f"`{path.stem}`" in line.split("|")[1] for line in sources.splitlines() if line.startswith("| `")), f"{path.name}: no row in the table of sources")


def points_of(unit):
    """The points that a factor or a matrix may give."""
    return [one["points"] for one in unit.get("levels") or unit["cells"]]


def check_totals(path, scheme, proved):
    """All totals by plain sums, and those that no row of the bands holds."""
    totals = {0}
    for unit in scheme["units"]:
        totals = {total + more for total in totals for more in points_of(unit)}
    bands = scheme["band_tables"][0]["bands"]
    outside = sorted(total for total in totals if not any(band["floor"] <= total <= band["max"] for band in bands))
    got = (len(totals), min(totals), max(totals), outside)
    expect(got == TOTALS[path.stem], f"{path.name}: totals are {got}, not {TOTALS[path.stem]}")
    words = f"{got[0]} reachable totals from {got[1]} to {got[2]}, each in exactly one band" + (" or a declared hole" if outside else "")
    expect(proved.endswith(words), f"{path.name}: je says '{proved}', which does not end with '{words}'")


WORKED = {re.search(r"^scheme: (.*)$", file.read_text(encoding="utf-8"), re.M)[1] for file in (ROOT / "tests/worked").glob("*.yaml")}
tried = 0
for path in SCHEMES:
    result = findings(path)
    check_findings(path, result)
    if not result["shown"]:  # it has errors, which are told
        continue
    scheme = result["shown"][0]
    check_readme(path, scheme)
    if path.stem in TOTALS:
        check_totals(path, scheme, result["files"][0]["proved"])
        tried += 1
    expect(path.stem in WITHOUT_WORKED or path.stem in WORKED, f"{path.name}: no worked example")
expect(set(FOUND) <= {path.stem for path in SCHEMES}, "FOUND names a scheme that does not come with je")
expect(tried == len(TOTALS), f"{tried} of {len(TOTALS)} schemes were added up")
if faults:
    sys.exit("\n".join(faults))
print(f"{len(SCHEMES)} schemes, {tried} of them added up")
