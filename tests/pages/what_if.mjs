// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// Runs the script of each page outside a browser: scores choices as the page would, without its parts.
//
//     node what_if.mjs < [{"page": FILE, "choices": [[[levels], [facts]]...]}...] > [[what it finds...] of each page...]
//
// A level is its place, a fact its text, null what is not known.
import { readFileSync } from "node:fs";
import vm from "node:vm";

/** What the script of `page` finds for each of the choices. */
function found({ page, choices }) {
  const html = readFileSync(page, "utf8");
  const script = /<script>(.*?)<\/script>/s.exec(html)[1];
  const tables = JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(html)[1]);
  if (Buffer.byteLength(script) > 12000) throw new Error(`the script has ${Buffer.byteLength(script)} bytes`);

  const context = vm.createContext({ document: { querySelector: () => null } });
  vm.runInContext(script + "\nglobalThis.functions = { score, typed, written };", context);
  const { score, typed, written } = context.functions;
  const band = (place) => (place === null ? null : tables.bands[place].id);
  const points = (units) => (units === undefined ? null : written(units));

  return choices.map(([levels, facts]) => {
    const values = facts.map((text, i) => (text === null ? null : tables.facts[i].choices ? tables.facts[i].choices.indexOf(text) : typed(tables.facts[i], text)));
    const job = score(tables, levels, values);
    const errors = job.problems.filter(({ error }) => error).map(({ text }) => text);
    const warnings = job.problems.filter(({ error }) => !error).map(({ text }) => text);
    if (job.failed) return { errors, warnings };
    return {
      errors, warnings, complete: job.complete, total_min: written(job.low), total_max: written(job.high), band_min: band(job.bandLow), band_max: band(job.bandHigh),
      above_floor: points(job.above), to_next: points(job.next), no_band: job.noBand || null,
      band_rule: job.rule && job.complete ? job.rule : null, band_by_points: job.rule && job.complete ? band(job.points) : null,
    };
  });
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(found)));
