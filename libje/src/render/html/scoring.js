// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
"use strict";
// Scores levels and facts as scoring/score.cpp does, over the tables that a page holds; tests/pages compares both. What is not
// known is null. A level or a choice is its place in its list; a number of a fact and a total are BigInts of 1/10,000. Words come
// with the tables. The build takes blanks beside signs out of this file, so no text in it may have such.

const say = (pattern, ...parts) => pattern.replace(/\{\}/g, () => parts.shift());
const every = (truths) => (truths.includes(false) ? false : truths.includes(null) ? null : true);
const some = (truths) => (truths.includes(true) ? true : truths.includes(null) ? null : false);
const least = (numbers) => numbers.reduce((a, b) => (b < a ? b : a));
const most = (numbers) => numbers.reduce((a, b) => (b > a ? b : a));
const divisor = (a, b) => (b ? divisor(b, a % b) : a);

// A number as je reads it; null for another text.
function wide(text) {
  const [, minus, whole, rest = ""] = /^(-?)(0|[1-9]\d{0,17})(?:\.(\d{1,4}))?$/.exec(text) ?? [];
  if (!whole) return null;
  const size = BigInt(whole + rest.padEnd(4, "0"));
  return minus ? (size ? -size : null) : size;
}

// A fact that is typed: a number that it allows, or the places of several choices; null for another text.
function typed({ options, min, max, whole }, text) {
  const number = wide(text), said = text === "-" ? [] : text.split(";").map((one) => one.trim());
  const chosen = [...(options ?? []).keys()].filter((place) => said.includes(options[place]));
  if (options) return chosen.length === said.length ? chosen : null;
  return number === null || number < wide(min) || (max && number > wide(max)) || (whole && number % 10000n) ? null : number;
}

function written(units) {
  const size = units < 0 ? -units : units;
  const rest = String(size % 10000n).padStart(4, "0").replace(/0+$/, "");
  return (units < 0 ? "-" : "") + size / 10000n + (rest && "." + rest);
}

function score({ words, factors, units, facts: asked, derived, modifiers, constraints, bandRules, bands, unbanded }, stated, facts) {
  const problems = [], before = stated.map((level) => (level === null ? null : [level]));
  const tell = (error, ...said) => problems.push({ error, text: say(...said) });
  const value = (fact) => {
    const { choices, options } = asked[fact], known = facts[fact];
    return options ? known.map((place) => options[place]).join(";") || "-" : choices ? choices[known] : written(known);
  };
  const factAt = (fact) => (facts[fact] === null ? say(words.notGiven, asked[fact].id) : say(words.factAt, asked[fact].id, value(fact)));
  const passes = (test, known) => {
    if (!test || known === null) return true;
    const { from, below, of, count } = test;
    if (of) return of.includes(known);
    const size = count ? 10000n * BigInt(count.filter((place) => known.includes(place)).length) : known;
    return (!from || size >= wide(from)) && (!below || size < wide(below));
  };

  for (const { factor, facts: of, rows, table, differs, none } of derived) {
    if (table && facts[of[0]] === null) continue;
    const { levels } = factors[factor], was = stated[factor];
    const left = [...levels.keys()].filter((place) => rows.some(({ level, tests }) => level === place && tests.every((test, i) => passes(test, facts[of[i]]))));
    if (!left.length) tell(true, none, value(of[0]));
    else if (!left.includes(was)) {
      const quoted = left.map((level) => "'" + levels[level] + "'").reduce((text, one, i) => text + (left[i + 1] ? words.comma : words.or) + one);
      if (was !== null) tell(true, differs, levels[was], table ? value(of[0]) : of.map(factAt).join(words.and), quoted);
      before[factor] = left;
    }
  }

  // The levels that each factor may have after modifiers, lowest first.
  const possible = factors.map((of, index) => {
    const may = of.levels.map((_, level) => before[index]?.includes(level) ?? true);
    for (const { factor, fact, atLeast, raise, from, ceiling } of modifiers) {
      const count = facts[fact];
      if (factor !== index || (count !== null && count < wide(atLeast))) continue;
      const raised = (level) => Math.max(level, Math.min(level + raise, ceiling));
      const moved = from.filter((level) => raised(level) !== level);
      const to = moved.filter((level) => may[level]).map(raised);
      for (const level of moved) may[level] &&= count === null;
      for (const level of to) may[level] = true;
    }
    return [...may.keys()].filter((level) => may[level]);
  });
  const levels = possible.map((set, i) => (before[i]?.length === 1 && set.length < 2 ? set[0] : null));

  const found = (factor) => {
    const { id, levels: of } = factors[factor], level = levels[factor], was = stated[factor];
    if (level === null) return say(words.noLevel, id);
    const text = say(words.atLevel, id, of[level]);
    return was === null || was === level ? text : say(words.statedAs, text, of[was]);
  };
  const holds = ({ factor, fact, test, against }) => {
    const value = asked[fact] ? facts[fact] : levels[factor];
    if (value === null) return null;
    const values = typeof value === "bigint" ? against.map(wide) : against;
    if (test === "at_least") return value >= values[0];
    if (test === "at_most") return value <= values[0];
    return values.includes(value) === (test === "one_of");
  };
  const all = (conditions) => every(conditions.map(holds));
  const foundAt = (conditions) => conditions.map(({ factor, fact }) => asked[fact] ? factAt(fact) : found(factor)).join(words.comma);

  // The options that levels out of these sets, one for each factor, stand for.
  const options = (unit, sets) => unit.of.reduce((found, factor) =>
    found.flatMap((option) => sets[factor].map((level) => option * factors[factor].levels.length + level)), [0]);
  const pointsOf = (unit, sets) => options(unit, sets).map((option) => unit.points[option]).filter((points) => points !== null);

  let complete = true, low = 0n, high = 0n;
  for (const unit of units) {
    const known = ({ of }) => of.every((factor) => levels[factor] !== null), points = pointsOf(unit, possible);
    for (const one of unit.parts ?? [unit]) {
      const refused = !pointsOf(one, possible).length;
      if (refused || known(one) && one.unlikely.includes(options(one, possible)[0]))
        tell(refused, refused ? words.notAllowed : words.unlikely, one.called, one.of.map(found).join(words.and));
    }
    if (!points.length) continue;
    complete &&= known(unit);
    low += BigInt(least(points));
    high += BigInt(most(points));
  }

  const begun = (total) => bands.filter(({ floor }) => floor <= total).length;
  const bandOf = (total) => {
    const band = begun(total) - 1, max = bands[band]?.max ?? null;
    return band < 0 || (max !== null && total > max) ? null : band;
  };
  const certain = { band: -1 }, perhaps = { band: -1 };
  for (const { id, fact, bands: of, when, unless } of bandRules) {
    const applies = all(when), excepted = some(unless.map(holds)), choice = facts[fact];
    if (applies === false || excepted) continue;
    of.forEach((band, i) => {
      if (band === null || (choice !== null && choice !== i)) return;
      for (const lowest of choice !== null && applies && excepted === false ? [certain, perhaps] : [perhaps])
        if (band > lowest.band) Object.assign(lowest, { band, id });
    });
  }
  const raises = ({ band }, total) => bands[band]?.floor > total;
  const bandAfter = (lowest, total) => (raises(lowest, total) ? lowest.band : bandOf(total));
  const bandLow = bandAfter(certain, low), bandHigh = bandAfter(perhaps, high);
  complete &&= bandLow === bandHigh;

  for (const { id, message, error, when, require } of constraints) {
    if (all(when) && all(require) === false)
      tell(error, when.length ? words.brokenGiven : words.broken, message, id, foundAt(require.filter((one) => holds(one) === false)), foundAt(when));
  }

  const number = (units) => written(BigInt(units));
  const whyNoBand = (total) => {
    const next = begun(total), text = written(total), hole = unbanded.find(({ from, to }) => from <= total && total <= to);
    if (hole) return say(words.hole, number(hole.from), number(hole.to), hole.reason);
    if (!next) return say(words.below, text, bands[0].id, number(bands[0].floor));
    const { id, floor, max } = bands[next - 1];
    if (bands[next]) return say(words.inHole, text, id, bands[next].id, number(bands[next].floor));
    return say(words.aboveAll, text, id, number(max ?? floor));
  };

  // A function that gives the first total after one, of all that levels not known add up to; null where these are too many.
  const sums = () => {
    let base = 0n, span = 0;
    const above = units.map((unit) => {
      const points = pointsOf(unit, possible), lowest = least(points);
      base += BigInt(lowest);
      span += most(points) - lowest;
      return points.map((one) => one - lowest);
    });
    if (span / (above.flat().reduce(divisor) || 1) >= 65536) return null;
    const reached = above.reduce((sums, points) => new Set([...sums].flatMap((sum) => points.map((one) => sum + one))), new Set([0]));
    const totals = [...reached].map((sum) => base + BigInt(sum));
    return (after) => least([high + 1n, ...totals.filter((total) => total > after)]);
  };

  // That a total within the range is in no band; empty: none is.
  const between = () => {
    const holes = [];
    for (let i = bandLow; bands[i + 1]?.floor <= high; ++i) {
      const { max } = bands[i], end = bands[i + 1].floor;
      if (max !== null && max < end && end > low) holes.push([most([BigInt(max), low]), end]);
    }
    const next = holes.length && sums(), proven = !modifiers.length && !constraints.some(({ error }) => error);
    for (const [after, end] of holes) {
      const hole = unbanded.find(({ from, to }) => from < end && after < to);
      const total = next ? next(after) : hole ? most([BigInt(hole.from), after]) : after + 10000n;
      if (total < end) return next ? say(proven ? words.can : words.may, written(total), whyNoBand(total)) : say(words.mayBe, whyNoBand(total));
    }
    return "";
  };

  const result = { problems, levels, complete, low, high, bandLow, bandHigh, failed: problems.some(({ error }) => error), noBand: "" };
  if (result.failed || !bands.length) return result;
  const points = bandOf(high), next = bands[begun(high)], none = bandLow === null ? low : bandHigh === null ? high : null;
  result.first = bandOf(low);
  result.last = points;
  result.noBand = none !== null ? whyNoBand(none) : complete ? "" : between();
  if (raises(perhaps, high)) Object.assign(result, { rule: perhaps.id, points });
  if (complete && points !== null) result.above = high - BigInt(bands[points].floor);
  if (complete && next) result.next = BigInt(next.floor) - high;
  return result;
}
