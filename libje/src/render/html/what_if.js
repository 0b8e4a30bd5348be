// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// The what-if of a page: other levels and facts for its job, scored at once beside those stated. The page has all of its parts,
// hidden until this runs.

function start(section) {
  const all = (what) => [...section.querySelectorAll(what)], one = (what) => section.querySelector(what);
  const d = JSON.parse(one("script").textContent), { words, bands, factors } = d, drawing = one("svg");

  // What can be chosen. `chosen` and `agreed` are a place in a list, from 1, or what is typed.
  const fields = all("select,input").map((field, i) => {
    const isFact = i >= factors.length, of = isFact ? d.facts[i - factors.length] : factors[i], { id, name, levels, choices = levels } = of;
    return {
      id, name, levels, choices, field, isFact,
      agreed: choices ? [...field.options].findIndex((option) => option.defaultSelected) : field.defaultValue,
      get chosen() { return choices ? field.selectedIndex : field.value.trim(); },
      set chosen(value) { field[choices ? "selectedIndex" : "value"] = value; },
      known: (value) => (!choices ? typed(of, value) : value ? value - 1 : null),
      text: (value) => (value ? choices?.[value - 1] ?? value : ""),
    };
  });
  const reset = () => fields.forEach((field) => { field.chosen = field.agreed; });
  const scored = (of) => {
    const values = fields.map((field) => field.known(field[of]));
    return score(d, values.slice(0, factors.length), values.slice(factors.length));
  };
  const before = scored("agreed");

  const range = (low, high) => (low === high ? low : say(words.range, low, high));
  const band = (place) => (place === null ? words.noBand : bands[place].id);
  const inBand = (place) => (place === null ? words.noBand : say(words.band, bands[place].id));
  const number = ({ complete }, units) => (units !== undefined ? written(units) : complete ? words.none : words.notKnown);
  const cells = {
    total: ({ low, high }) => range(written(low), written(high)),
    band: ({ bandLow, bandHigh }) => range(band(bandLow), band(bandHigh)),
    above: (job) => number(job, job.above),
    next: (job) => number(job, job.next),
    points: ({ rule, points }) => (rule ? band(points) : words.none),
    rule: ({ rule }) => rule ?? words.none,
  };

  // Lines at both ends of a total, one between them, and its words.
  function mark(group, job) {
    const { first, last } = drawing.dataset, [low, high] = [job.low, job.high].map((total) => (100 * (Number(total) - first)) / (last - first));
    const lines = [[low, low], [high, high], [low, low], [high, high], [low, high]], label = group.lastChild, at = (low + high) / 2;
    lines.forEach((ends, i) => ends.forEach((at, end) => group.children[i].setAttribute("x" + (end + 1), at + "%")));
    label.setAttribute("x", at + "%");
    label.style.textAnchor = at < 33 ? "start" : at > 67 ? "end" : "middle";
    label.lastChild.textContent = cells.total(job);
    group.setAttribute("visibility", job.failed ? "hidden" : "visible");
  }

  function show() {
    const wrong = fields.filter(({ choices, chosen, known }) => !choices && chosen && known(chosen) === null);
    const changed = fields.filter(({ chosen, agreed }) => chosen !== agreed), job = scored("chosen");
    const told = wrong.map(({ id, chosen }) => say(words.cannotBe, id, chosen)).concat(job.problems.map(({ text }) => text), job.noBand);
    job.failed ||= wrong.length > 0;
    fields.forEach((field, i) => {
      const level = field.isFact ? null : job.levels[i], { chosen, agreed } = field;
      const notes = [chosen !== agreed && say(words.was, field.text(agreed) || words.notKnown),
        level !== null && level + 1 !== chosen && say(words.afterRules, field.levels[level])];
      field.field.nextSibling.textContent = notes.filter(Boolean).join(words.comma);
      field.field.setAttribute("aria-invalid", wrong.includes(field));
    });
    one("ul").replaceChildren(...told.filter(Boolean).map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }));
    one("output").textContent = job.failed ? words.failed : say(bands.length ? words.said : words.saidTotal, ...[job, before].flatMap((one) => (bands.length ? [cells.total(one), range(inBand(one.bandLow), inBand(one.bandHigh))] : cells.total(one))));
    for (const row of all("tr[data-of]")) {
      const cell = cells[row.dataset.of];
      row.children[1].textContent = cell(before);
      row.children[2].textContent = job.failed ? words.none : cell(job);
    }
    if (drawing) {
      all(".band").forEach((group, i) => [["now", job.first, job.last], ["by-rule", job.rule ? job.bandLow : null, job.bandHigh]].forEach(([look, low, high]) =>
        group.classList.toggle(look, !job.failed && i >= (low ?? 1e9) && i <= high)));
      mark(one(".agreed"), before);
      mark(one(".if"), job);
    }
    section.classList.toggle("changed", changed.length);
    one(".caution").hidden = one("a").hidden = one("button").disabled = !changed.length;
    one(".caution span").textContent = changed.map(({ name, text, chosen, agreed }) => say(words.change, name, ...[chosen, agreed].map((value) => text(value) || words.notKnown))).join(words.comma);
    one("a").href = "#" + (changed.length ? "" : section.id) + changed.map(({ id, text, chosen, isFact }) => (isFact ? "fact:" : "") + [id, text(chosen)].map(encodeURIComponent).join("=")).join("&");
  }

  // What the address asks for, as "#knowledge=5&fact:grade=high". What the scheme does not have is passed over.
  function follow() {
    if (!location.hash.includes("=")) return;
    reset();
    for (const part of location.hash.slice(1).split("&")) {
      try {
        const [key, value] = part.replace(/^fact:/, "").split("=").map(decodeURIComponent);
        const field = fields.find(({ id, isFact }) => id === key && isFact === part.startsWith("fact:")), { choices } = field;
        const place = choices && value ? choices.indexOf(value) + 1 : value;
        if (!value || (choices ? place : wide(value) !== null)) field.chosen = place || (choices ? 0 : "");
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
    fields[0].field.focus();
  });
  addEventListener("hashchange", follow);
  section.hidden = false;
  show();
  follow();
}

const whatIf = document.querySelector(".what-if");
if (whatIf) start(whatIf);
