// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// Opens pages in headless Chromium and fails where one asks the network, says anything on the console, is wider than the screen,
// has texts of a drawing over one another or outside it, or breaks a rule of WCAG 2.2 AA (axe-core) or of HTML (html-validate).
//
//     node look_at_pages.mjs CHROMIUM --both PAGE.html... --light PAGE.html... --boxes PAGE.html... FIGURE.svg...
//
// Pages are opened at a zoom of 400 % too, and in the widest font that readers usually have beside that of this machine. Those behind --both
// are looked at in the light and in the dark; of those behind --boxes only the boxes are measured.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { HtmlValidate } from "html-validate";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [chromium, ...words] = process.argv.slice(2);
const pages = [];  // [path, group]
for (let group, word; (word = words.shift()) !== undefined; ) word.startsWith("--") ? (group = word) : pages.push([word, group]);
for (const group of ["--both", "--light", "--boxes"]) if (!pages.some((one) => one[1] === group)) throw new Error(`no pages behind ${group}`);
const zoomed = 256;  // 1024 pixels at a zoom of 400 %
const narrow_cells = 708;  // above the small screens, on which each cell has a line of its own
const widths = { own: [zoomed, 320, 768, 1440], widest: [zoomed, 320, narrow_cells, 768, 1600] };
const widths_of_boxes = { own: [zoomed, 768], widest: [zoomed, narrow_cells] };
const widths_of_figures = { own: [800], widest: [800] };  // a figure alone has a width of its own
// In the dark only colours are others.
const looked_for = { light: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

// html-validate's recommended rules, but for what a matter of layout is, and for where elements have to stand and ids that stand twice: it
// searches the whole page for each element, and the browser is asked instead.
const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "no-trailing-whitespace": "off", "long-title": "off", "element-required-ancestor": "off", "no-dup-id": "off" } });

/** Runs in the page: what is wider than the screen, and texts in drawings that meet or leave their drawing. */
function measure() {
  const found = [];
  for (const one of document.querySelectorAll("a[href^='#']"))
    if (!document.getElementById(one.getAttribute("href").slice(1))) found.push(`${one.getAttribute("href")} leads nowhere`);
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  if (new Set(ids).size < ids.length) found.push(`ids stand twice: ${ids.filter((one, i) => ids.indexOf(one) < i).join(", ")}`);
  for (const [kind, place] of Object.entries({ area: "map", dd: "dl > dd, dl > div > dd", dt: "dl > dt, dl > div > dt" }))
    for (const one of document.querySelectorAll(kind)) if (!one.closest(place)) found.push(`<${kind}> stands outside ${place}`);
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) found.push(`the page is ${wide} pixels wider than the screen`);
  const alone = document.documentElement.tagName === "svg" ? [document.documentElement] : [];
  for (const drawing of [...alone, ...document.querySelectorAll("svg.drawing, svg.row")]) {
    const frame = drawing.getBoundingClientRect();
    if (frame.width === 0) continue;
    const boxes = [...drawing.querySelectorAll("text")].map((one) => [one.textContent, one.getBoundingClientRect()]);
    boxes.forEach(([text, box], i) => {
      if (box.left < frame.left - 8 || box.right > frame.right + 8 || box.top < frame.top - 3 || box.bottom > frame.bottom + 3) found.push(`'${text}' leaves its drawing`);
      for (const [other, its] of boxes.slice(i + 1)) {
        if (box.left < its.right - 1 && its.left < box.right - 1 && box.top < its.bottom - 4 && its.top < box.bottom - 4)
          found.push(`'${text}' and '${other}' meet`);
      }
    });
  }
  return found;
}

/** Runs in the page, which takes no other style sheets than its own, but for those of a script: DejaVu Sans throughout, or its own fonts. */
function write_in(font) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { font-family: "DejaVu Sans" !important; }');
  document.adoptedStyleSheets = font === "widest" ? [sheet] : [];
}

/** Runs in a page: the width of ten digits in hundredths of the size of the letters, which are 636 in DejaVu Sans. */
function digits() {
  const ground = document.createElement("canvas").getContext("2d");
  ground.font = '100px "DejaVu Sans", monospace';
  return Math.round(ground.measureText("0".repeat(10)).width);
}

/** A tab that takes one page after another: a tab of its own for each takes longer than what is looked at. */
async function open_tab() {
  const page = await browser.newPage(), tab = { page, tell: null };
  await page.setBypassCSP(false);
  page.on("console", (message) => tab.tell(`console: ${message.text()}`));
  page.on("pageerror", (error) => tab.tell(`error: ${error.message}`));
  page.on("request", (request) => { if (!request.url().startsWith("file:")) tab.tell(`asks for ${request.url()}`); });
  return tab;
}

async function faults_of([path, group], tab) {
  const only_boxes = group === "--boxes";
  const faults = [], tell = (fault) => faults.push(`${path}: ${fault}`), { page } = tab;
  tab.tell = tell;
  if (!only_boxes) for (const result of (await validator.validateFile(path)).results)
    for (const one of result.messages) tell(`line ${one.line}: ${one.message} (${one.ruleId})`);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  for (const font of ["widest", "own"]) {
    await page.evaluate(write_in, font);
    for (const width of (path.endsWith(".svg") ? widths_of_figures : only_boxes ? widths_of_boxes : widths)[font]) {
      await page.setViewport({ width, height: 900 });
      for (const fault of await page.evaluate(measure)) tell(`at ${width} pixels${font === "widest" ? " in a wide font" : ""}: ${fault}`);
    }
  }
  if (!only_boxes) await page.evaluate(axe);  // by the DevTools protocol, which the page's policy does not bind
  for (const [scheme, rules] of only_boxes ? [] : Object.entries(looked_for).slice(0, group === "--both" ? 2 : 1)) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const { violations } = await page.evaluate((runOnly) => window.axe.run({ runOnly, resultTypes: ["violations"], selectors: false }), rules);
    for (const one of violations) tell(`${scheme}: ${one.id}: ${one.help}: ${one.nodes.slice(0, 2).map((n) => n.html.slice(0, 120)).join(" | ")}`);
  }
  return faults;
}

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const [first] = await browser.pages();
if (Math.abs((await first.evaluate(digits)) - 636) > 1) throw new Error("DejaVu Sans is not installed: scripts/packages.sh test");
const found = pages.map(() => []);
const left = pages.map((_, i) => i).reverse();
await Promise.all([1, 2].map(async () => {  // two pages at a time
  const tab = await open_tab();
  for (let number = left.pop(); number !== undefined; number = left.pop()) found[number] = await faults_of(pages[number], tab);
}));
await browser.close();
const faults = found.flat();
for (const fault of faults) console.log(fault);
console.log(`${pages.length} pages, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
