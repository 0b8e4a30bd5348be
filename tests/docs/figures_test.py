# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""A figure in prose that its command does not print is found, and one that it prints is not."""
import sys

from check_examples import unfounded

OUTPUT = "so long as none moves by as much as 6.2 %. Beyond that\nit takes moves of 48.8 %.\nfrom 7.80 % to 6.30 %\n12,500 jobs\n"
SECTION = "## How firm\n\n```console\n$ je run\n...\n```\n\n{}\n"

CASES = {
    "Weights no more than 6.3 % away would do.": ["6.3 %"],  # "6.30 %" is another figure
    "Weights no more than 6.2 % away would do; 48.8 percent takes it down.": [],
    "Weights of 48.80 % and 48.9.": ["48.80 %", "48.9"],
    "All 12,500 jobs, or 12500.": ["12500"],
    "In 2016, `--scenarios 77`, [page 9](x.md#p-9), see R2-D2 and 3.4.5.": [],
    "1. The first of the list.": [],
    "The licence is CC BY 4.0. <!-- figures stated: 4.0 -->": [],
    "There were 407. <!-- figures of: je other -->": [],
    "There were 408. <!-- figures of: je other -->": ["408"],
}


def main():
    failed = 0
    for prose, expected in CASES.items():
        got = [figure for _, figure in unfounded(SECTION.format(prose), {"je run": OUTPUT, "je other": "407 points"})]
        if got != expected:
            failed += 1
            print(f"{prose!r}: expected {expected}, got {got}")
    lines = unfounded("# A\n\nten\n\n" + SECTION.format("one 99 of"), {"je run": OUTPUT})
    if lines != [(12, "99")]:
        failed += 1
        print(f"the line of a figure: {lines}")
    # A section without commands is held against all of the document.
    if unfounded(SECTION.format("") + "## Later\n\n6.2 % again, 6.4 % not.\n", {"je run": OUTPUT}) != [(11, "6.4 %")]:
        failed += 1
        print("a section without commands")
    print(f"{len(CASES) + 2} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
