#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Shards counted by separate processes and merged give the bytes of one run, and no number of threads changes them.
#   shards_test.sh JE PROJECT
. "$(dirname "$0")/begin.sh"

cp "$project"/examples/probation/*.yaml "$work"
cd "$work"
run() { "$je" sensitivity --quiet --scheme nnc-probation vlo.yaml pso.yaml po.yaml "$@"; }
joint="--joint --level-uncertainty adjacent:0.1 --floor-shift 10 --central --scenarios 1003"

# Sixteen processes, two at a time, and one run; in each format.
for format in text csv json; do
    # shellcheck disable=SC2086
    run $joint --format $format >"whole.$format"
    for i in 1 3 5 7 9 11 13 15; do
        # shellcheck disable=SC2086
        run $joint --format $format --shard $i/16 --output "$format.$i" &
        other=$!
        # shellcheck disable=SC2086
        run $joint --format $format --shard $((i + 1))/16 --threads 1 >"$format.$((i + 1))"
        wait $other || fail "shard $i of $format failed"
    done
    "$je" merge "$format".* >"merged.$format" || fail "the shards of $format do not merge"
    cmp "whole.$format" "merged.$format" || fail "16 shards merged are not one run, in $format"
done

# Other sampled parts: shares alone, and one shard that is all.
run --method sampled --region simplex --scenarios 500 --format json >whole
for i in 1 2 3; do run --method sampled --region simplex --scenarios 500 --format json --shard $i/3 --output "share.$i"; done
"$je" merge share.3 share.1 share.2 --output merged
cmp whole merged || fail "shards of shares alone are not one run"
run --region dirichlet --concentration 7 --scenarios 300 --shard 1/1 --output alone
run --region dirichlet --concentration 7 --scenarios 300 >whole
"$je" merge alone | cmp - whole || fail "a single shard is not the run"

run --region simplex --require "knowledge >= 2 * emotional-demands" --joint --scenarios 90 >whole
for i in 1 2; do run --region simplex --require "knowledge >= 2 * emotional-demands" --joint --scenarios 90 --shard $i/2 --output "cut.$i"; done
"$je" merge cut.* | cmp - whole || fail "shards of a region that is cut are not one run"

# More shards than scenarios: some are empty.
for i in 1 2 3 4 5; do run --method sampled --scenarios 3 --shard $i/5 --output "few.$i"; done
run --method sampled --scenarios 3 >whole
"$je" merge few.* | cmp - whole || fail "empty shards change the result"

for threads in 1 2 7; do
    # shellcheck disable=SC2086
    run $joint --format json --threads $threads | cmp - whole.json || fail "$threads threads give other bytes"
done

# Draws are those of the range, and change nothing.
# shellcheck disable=SC2086
run $joint --format json --draws draws.csv | cmp - whole.json || fail "--draws changes the result"
[ "$(wc -l <draws.csv)" -eq 1004 ] || fail "--draws does not write every scenario"
# shellcheck disable=SC2086
run $joint --shard 2/16 --draws part.csv --output part
sed -n '64,126p' draws.csv >expected
tail -n +2 part.csv >got
cmp expected got || fail "the draws of a shard are not those of its range"

# An input that changed since is told, and nothing is written.
printf '\n# changed\n' >>vlo.yaml
if "$je" merge json.* >out 2>err; then fail "a changed input is merged"; fi
grep -q JE-G09 err || fail "a changed input is not told"
[ ! -s out ] || fail "a changed input leaves a result"
