// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// The what-if of a page: other levels and facts for its job, scored at once beside those agreed. The page has all of its parts,
// hidden until this runs.

function start(section) {
  const all = (what) => [...section.querySelectorAll(what)], one = (what) => section.querySelector(what);
  const d = JSON.parse(one("script").textContent), { words } = d, fields = all("select, input"), notes = all("small");
  const things = [...d.factors, ...d.facts], is_fact = (i) => i >= d.factors.length;
  const drawing = one("svg"), places = [...all(".agreed"), ...all(".changed-to")];

  const choices = (i) => things[i].levels ?? things[i].choices;
  const agreed = (i) => (choices(i) ? [...fields[i].options].findIndex((option) => option.defaultSelected) : fields[i].defaultValue);
  const chosen = (i) => (choices(i) ? fields[i].selectedIndex : fields[i].value.trim());
  const known = (i, value) => (choices(i) ? value - 1 : wide(value));
  const text = (i, value) => (value ? choices(i)?.[value - 1] ?? value : "");
  const choose = (i, value) => { fields[i][choices(i) ? "selectedIndex" : "value"] = value; };
  const reset = () => things.forEach((_, i) => choose(i, agreed(i)));
  const score = (of) => {
    const values = things.map((_, i) => (of(i) ? known(i, of(i)) : null));
    return new Job(d, values.slice(0, d.factors.length), values.slice(d.factors.length));
  };
  const before = score(agreed);

  const range = (low, high) => (low === high ? low : say(words.range, low, high));
  const band = (place) => (place === null ? words.noBand : d.bands[place].id);
  const number = (units) => (units === null ? words.none : written(units));
  const cells = {
    total: (job) => range(written(job.low), written(job.high)),
    band: (job) => range(band(job.bandLow), band(job.bandHigh)),
    above: (job) => number(job.above),
    next: (job) => number(job.toNext),
    points: (job) => (job.rule ? band(job.byPoints) : words.none),
    rule: (job) => job.rule ?? words.none,
  };

  // A mark, the line above a range, and the total in words.
  function mark(group, job) {
    const { first, last } = drawing.dataset, at = (total) => (100 * (Number(total) - first)) / (last - first);
    const low = at(job.low), high = at(job.high), middle = Math.min(Math.max((low + high) / 2, 22), 78);
    group.setAttribute("visibility", job.failed ? "hidden" : "visible");
    const set = (what, values) => {
      for (const name in values) what.setAttribute(name, values[name] + "%");
    };
    const [from, to, bar, label] = group.children;
    set(from, { x1: low, x2: low });
    set(to, { x1: high, x2: high });
    set(bar, { x: low, width: high - low });
    set(label, { x: middle });
    label.lastChild.textContent = cells.total(job);
  }

  function show() {
    const wrong = things.map((thing, i) => i).filter((i) => !choices(i) && chosen(i) && wide(chosen(i)) === null);
    const changed = things.map((thing, i) => i).filter((i) => chosen(i) !== agreed(i));
    const job = score((i) => (wrong.includes(i) ? "" : chosen(i)));
    job.failed ||= wrong.length > 0;
    things.forEach((thing, i) => {
      const level = job.levels[i] ?? null, after = level !== null && level + 1 !== chosen(i) && say(words.afterRules, thing.levels[level]);
      notes[i].textContent = [changed.includes(i) && say(words.was, text(i, agreed(i)) || words.notKnown), after].filter(Boolean).join(words.comma);
      fields[i].setAttribute("aria-invalid", wrong.includes(i));
    });
    const told = [...wrong.map((i) => say(words.cannotBe, things[i].id, chosen(i))), ...job.problems.map((problem) => problem.text), job.noBand];
    one("ul").replaceChildren(...told.filter(Boolean).map((words) => {
      const item = document.createElement("li");
      item.textContent = words;
      return item;
    }));
    one("output").textContent = job.failed ? words.failed : say(d.bands.length ? words.said : words.saidTotal, cells.total(job), cells.band(job));
    for (const row of all("[data-of]")) {
      const of = cells[row.dataset.of], [, left, right] = row.children;
      left.textContent = of(before);
      right.textContent = job.failed ? words.none : of(job);
    }
    if (drawing) {
      all(".band").forEach((group, i) => group.classList.toggle("now", !job.failed && job.bandLow !== null && i >= job.bandLow && i <= (job.bandHigh ?? -1)));
      mark(places[0], before);
      mark(places[1], job);
    }
    section.classList.toggle("changed", changed.length > 0);
    one(".caution").hidden = one("a").hidden = one("button").disabled = !changed.length;
    one(".caution span").textContent = changed.map((i) => say(words.change, things[i].name || things[i].id, ...[chosen(i), agreed(i)].map((value) => text(i, value) || words.notKnown))).join("; ");
    one("a").href = "#" + changed.map((i) => (is_fact(i) ? "fact:" : "") + [things[i].id, text(i, chosen(i))].map(encodeURIComponent).join("=")).join("&");
  }

  // What the address asks for, as "#knowledge=5&fact:grade=high". What the scheme does not have is passed over.
  function follow() {
    if (!location.hash.includes("=")) return;
    reset();
    for (const part of location.hash.slice(1).split("&")) {
      try {
        const [key, value] = part.replace(/^fact:/, "").split("=").map(decodeURIComponent);
        const i = things.findIndex(({ id }, i) => id === key && is_fact(i) === part.startsWith("fact:"));
        const place = value && choices(i) ? choices(i).indexOf(value) + 1 : 0;
        if (place || !value || (!choices(i) && wide(value) !== null)) choose(i, choices(i) ? place : value);
      } catch {
        continue;
      }
    }
    show();
    section.scrollIntoView();
  }

  section.addEventListener("input", show);
  one("button").addEventListener("click", () => {
    reset();
    show();
    fields[0].focus();
  });
  addEventListener("hashchange", follow);
  section.hidden = false;
  show();
  follow();
}

const what_if = document.querySelector(".what-if");
if (what_if) start(what_if);
