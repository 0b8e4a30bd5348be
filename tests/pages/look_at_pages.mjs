// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// Opens pages in headless Chromium and fails where one asks the network, says anything on the console, is wider than the screen,
// has texts of a drawing over one another or outside it, or breaks a rule of WCAG 2.2 AA (axe-core) or of HTML (html-validate).
//
//     node look_at_pages.mjs CHROMIUM PAGE.html... --boxes PAGE.html... FIGURE.svg...
//
// Pages are opened at a zoom of 400 % too. Of those behind --boxes only the boxes are measured.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { HtmlValidate } from "html-validate";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [chromium, ...all] = process.argv.slice(2);
const pages = all.filter((one) => one !== "--boxes"), looked_at = all.includes("--boxes") ? all.indexOf("--boxes") : all.length;
if (pages.length === 0) throw new Error("no pages to look at");
const widths = [320, 768, 1440];
const zoomed = 256;  // 1024 pixels at a zoom of 400 %
// In the dark only colours are others.
const looked_for = { light: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };
const faults = [];

// html-validate's recommended rules, but for what a matter of layout is, and for where elements have to stand: it searches the whole
// page for each, and the browser is asked instead.
const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "no-trailing-whitespace": "off", "long-title": "off", "element-required-ancestor": "off" } });

/** Runs in the page: what is wider than the screen, and texts in drawings that meet or leave their drawing. */
function measure() {
  const found = [];
  for (const one of document.querySelectorAll("a[href^='#']"))
    if (!document.getElementById(one.getAttribute("href").slice(1))) found.push(`${one.getAttribute("href")} leads nowhere`);
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

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
for (const [number, path] of pages.entries()) {
  const tell = (fault) => faults.push(`${path}: ${fault}`);
  const only_boxes = number >= looked_at;
  if (!only_boxes) for (const result of (await validator.validateFile(path)).results)
    for (const one of result.messages) tell(`line ${one.line}: ${one.message} (${one.ruleId})`);
  const page = await browser.newPage();
  await page.setBypassCSP(false);
  page.on("console", (message) => tell(`console: ${message.text()}`));
  page.on("pageerror", (error) => tell(`error: ${error.message}`));
  page.on("request", (request) => { if (!request.url().startsWith("file:")) tell(`asks for ${request.url()}`); });
  await page.setViewport({ width: 800, height: 900 });
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  for (const width of path.endsWith(".svg") ? [800] : only_boxes ? [zoomed, 768] : [zoomed, ...widths]) {  // a figure alone has a width of its own
    await page.setViewport({ width, height: 900 });
    for (const fault of await page.evaluate(measure)) tell(`at ${width} pixels: ${fault}`);
  }
  if (!only_boxes) await page.evaluate(axe);  // by the DevTools protocol, which the page's policy does not bind
  for (const [scheme, rules] of only_boxes ? [] : Object.entries(looked_for)) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const { violations } = await page.evaluate((runOnly) => window.axe.run({ runOnly }), rules);
    for (const one of violations) tell(`${scheme}: ${one.id}: ${one.help}: ${one.nodes.slice(0, 2).map((n) => n.html.slice(0, 120)).join(" | ")}`);
  }
  await page.close();
}
await browser.close();
for (const fault of faults) console.log(fault);
console.log(`${pages.length} pages, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
