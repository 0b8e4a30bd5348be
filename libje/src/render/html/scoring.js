// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
"use strict";
// Scores levels and facts as scoring/score.cpp does, over the tables that a page holds; tests/pages compares both. What is not
// known is null. A level or a choice is its place in its list, a number of a fact and a total a BigInt of 1/10,000. Words come
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
  if (whole === undefined) return null;
  const size = BigInt(whole + rest.padEnd(4, "0"));
  return minus ? (size ? -size : null) : size;
}

function written(units) {
  const size = units < 0 ? -units : units;
  const rest = String(size % 10000n).padStart(4, "0").replace(/0+$/, "");
  return (units < 0 ? "-" : "") + size / 10000n + (rest && "." + rest);
}

class Job {
  constructor(d, stated, facts) {
    Object.assign(this, { d, stated, facts, problems: [], noBand: "" });
    this.rule = this.byPoints = this.bandLow = this.bandHigh = this.above = this.toNext = null;
    this.derive();
    this.may = d.factors.map((factor, i) => this.possible(factor, i));
    this.levels = this.may.map((set, i) => (this.before[i] !== null && set.length === 1 ? set[0] : null));
    this.addUp();
    if (d.bands.length) this.findBands();
    this.constrain();
    this.failed = this.problems.some(({ error }) => error);
    if (d.bands.length && !this.failed) this.findMargins();
  }

  tell(error, ...words) {
    this.problems.push({ error, text: say(...words) });
  }

  value(fact) {
    const value = this.facts[fact];
    return typeof value === "bigint" ? written(value) : this.d.facts[fact].choices[value];
  }

  derive() {
    const { d, stated } = this;
    this.before = [...stated];
    for (const rule of d.derived) {
      if (this.facts[rule.fact] === null) continue;
      const { id, levels } = d.factors[rule.factor], fact = d.facts[rule.fact].id, value = this.value(rule.fact);
      const level = rule.levels[this.facts[rule.fact]], was = stated[rule.factor];
      if (level === null) {
        this.tell(true, d.words.noEntry, rule.id, id, value, fact);
        continue;
      }
      if (was !== null && was !== level) this.tell(true, d.words.differs, id, levels[was], fact, value, levels[level], rule.id);
      this.before[rule.factor] = level;
    }
  }

  // The levels that a factor may have after modifiers, lowest first.
  possible({ levels }, index) {
    const may = levels.map((_, level) => this.before[index] === null || this.before[index] === level);
    for (const { factor, fact, atLeast, raise, from, ceiling } of this.d.modifiers) {
      const count = this.facts[fact];
      if (factor !== index || (count !== null && count < wide(atLeast))) continue;
      const raised = (level) => Math.max(level, Math.min(level + raise, ceiling));
      const moved = from.filter((level) => raised(level) !== level);
      const to = moved.filter((level) => may[level]).map(raised);
      for (const level of moved) may[level] &&= count === null;
      for (const level of to) may[level] = true;
    }
    return [...may.keys()].filter((level) => may[level]);
  }

  found(factor) {
    const { words, factors } = this.d, { id, levels } = factors[factor], level = this.levels[factor], stated = this.stated[factor];
    if (level === null) return say(words.noLevel, id);
    const text = say(words.atLevel, id, levels[level]);
    return stated === null || stated === level ? text : say(words.statedAs, text, levels[stated]);
  }

  foundAt({ factor, fact }) {
    if (fact === undefined) return this.found(factor);
    const { words, facts } = this.d;
    return this.facts[fact] === null ? say(words.noFact, facts[fact].id) : say(words.factAt, facts[fact].id, this.value(fact));
  }

  holds({ factor, fact, test, against }) {
    const value = fact === undefined ? this.levels[factor] : this.facts[fact];
    if (value === null) return null;
    const values = typeof value === "bigint" ? against.map(wide) : against;
    if (test === "at_least") return value >= values[0];
    if (test === "at_most") return value <= values[0];
    return values.includes(value) === (test === "one_of");
  }

  all(conditions) {
    return every(conditions.map((one) => this.holds(one)));
  }

  // The options that levels out of these sets, one for each factor, stand for.
  options(unit, sets) {
    return unit.of.reduce((before, factor) =>
      before.flatMap((option) => sets[factor].map((level) => option * this.d.factors[factor].levels.length + level)), [0]);
  }

  points(unit, sets) {
    return this.options(unit, sets).map((option) => unit.points[option]).filter((points) => points !== null);
  }

  addUp() {
    const { units, words } = this.d;
    this.complete = true;
    this.low = this.high = 0n;
    for (const unit of units) {
      const known = unit.of.every((factor) => this.levels[factor] !== null), points = this.points(unit, this.may);
      const tell = (error, pattern) => this.tell(error, pattern, unit.called, unit.of.map((factor) => this.found(factor)).join(words.and));
      if (!points.length) {
        tell(true, words.notAllowed);
        continue;
      }
      if (known && unit.unlikely.includes(this.options(unit, this.may)[0])) tell(false, words.unlikely);
      this.complete &&= known;
      this.low += BigInt(least(points));
      this.high += BigInt(most(points));
    }
  }

  begun(total) {
    return this.d.bands.filter(({ floor }) => floor <= total).length;
  }

  bandOf(total) {
    const band = this.begun(total) - 1, max = this.d.bands[band]?.max ?? null;
    return band < 0 || (max !== null && total > max) ? null : band;
  }

  findBands() {
    const { bands, bandRules } = this.d, certain = { band: -1 }, possible = { band: -1 };
    for (const rule of bandRules) {
      const when = this.all(rule.when), excepted = some(rule.unless.map((one) => this.holds(one))), value = this.facts[rule.fact];
      if (when === false || excepted) continue;
      rule.bands.forEach((band, choice) => {
        if (band === null || (value !== null && value !== choice)) return;
        for (const asked of value !== null && when && excepted === false ? [certain, possible] : [possible])
          if (band > asked.band) Object.assign(asked, { band, rule });
      });
    }
    const after = ({ band }, total) => (bands[band]?.floor > total ? band : this.bandOf(total));
    this.byPoints = this.bandOf(this.high);
    this.bandLow = after(certain, this.low);
    this.bandHigh = after(possible, this.high);
    if (bands[possible.band]?.floor > this.high) this.rule = possible.rule.id;
    this.complete &&= this.bandLow === this.bandHigh;
  }

  constrain() {
    const { words, constraints } = this.d, at = (conditions) => conditions.map((one) => this.foundAt(one)).join(words.comma);
    for (const { id, message, error, when, require } of constraints) {
      if (!this.all(when) || this.all(require) !== false) continue;
      const found = at(require.filter((one) => this.holds(one) === false));
      this.tell(error, when.length ? words.brokenGiven : words.broken, message, id, found, at(when));
    }
  }

  findMargins() {
    const { bands } = this.d, next = this.begun(this.high);
    const none = this.bandLow === null ? this.low : this.bandHigh === null ? this.high : null;
    this.noBand = none !== null ? this.whyNoBand(none) : this.complete ? "" : this.between();
    if (!this.complete) return;
    if (this.byPoints !== null) this.above = this.high - BigInt(bands[this.byPoints].floor);
    if (next < bands.length) this.toNext = BigInt(bands[next].floor) - this.high;
  }

  whyNoBand(total) {
    const { words, bands, unbanded } = this.d, next = this.begun(total), text = written(total);
    const hole = unbanded.find(({ from, to }) => from <= total && total <= to), number = (units) => written(BigInt(units));
    if (hole) return say(words.hole, number(hole.from), number(hole.to), hole.reason);
    if (next === 0) return say(words.below, text, bands[0].id, number(bands[0].floor));
    const { id, floor, max } = bands[next - 1];
    if (next < bands.length) return say(words.inHole, text, id, bands[next].id, number(bands[next].floor));
    return say(words.aboveAll, text, id, number(max ?? floor));
  }

  // A function that gives the first total after one, of all that levels not known add up to; null where these are too many.
  sums() {
    let base = 0n, span = 0;
    const ranges = this.may.map((set) => [...Array(set.at(-1) + 1).keys()].slice(set[0]));
    const units = this.d.units.map((unit) => {
      const points = this.points(unit, ranges), low = least(points);
      base += BigInt(low);
      span += most(points) - low;
      return points.map((one) => one - low);
    });
    const step = units.flat().reduce(divisor) || 1;
    if (span / step >= 65536) return null;
    const reached = units.reduce((sums, points) => new Set([...sums].flatMap((sum) => points.map((one) => sum + one))), new Set([0]));
    const totals = [...reached].map((sum) => base + BigInt(sum));
    return (after) => least([this.high + 1n, ...totals.filter((total) => total > after)]);
  }

  // That a total within the range is in no band; empty: none is.
  between() {
    const { words, bands, unbanded, modifiers, constraints } = this.d, holes = [];
    for (let i = this.bandLow; bands[i + 1]?.floor <= this.high; ++i) {
      const { max } = bands[i], before = bands[i + 1].floor;
      if (max !== null && max < before && before > this.low) holes.push([most([BigInt(max), this.low]), before]);
    }
    const next = holes.length && this.sums(), can = next && !modifiers.length && !constraints.some(({ error }) => error);
    for (const [after, before] of holes) {
      const hole = unbanded.find(({ from, to }) => from < before && after < to);
      const total = next ? next(after) : hole ? most([BigInt(hole.from), after]) : after + 10000n;
      if (total < before) return say(next ? (can ? words.can : words.may) : words.mayBe, this.whyNoBand(total), written(total));
    }
    return "";
  }
}
