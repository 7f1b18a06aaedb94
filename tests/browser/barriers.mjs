// Prints what axe-core finds in a page at each width, as JSON: `node barriers.mjs CHROMIUM PAGE WIDTH…`.
// Also how far the page is wider than the window, which no page should be.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [chromium, page, ...widths] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu"],
});
const found = {};
for (const width of widths.map(Number)) {
  const tab = await browser.newPage();
  const asked = [];
  tab.on("request", (request) => asked.push(request.url()));
  await tab.setBypassCSP(true);
  await tab.setViewport({ width, height: 900 });
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate(axe);
  found[width] = await tab.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document);
    return {
      passes: passes.length,
      violations: violations.map(({ id, help, nodes }) => ({
        id,
        help,
        places: nodes.map((node) => node.html),
      })),
      overhang: document.documentElement.scrollWidth - window.innerWidth,
    };
  });
  found[width].fetched = asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"));
  await tab.close();
}
await browser.close();
console.log(JSON.stringify(found));
