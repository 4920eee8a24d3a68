// tap.mjs - what the browser tests share: one line "ok"/"not ok" a check, and a browser without scripts.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

let count = 0;

export function check(name, good, detail = '') {
  count += 1;
  console.log(good ? `ok ${count} - ${name}` : `not ok ${count} - ${name} ${String(detail).slice(0, 600)}`);
}

export const shop = process.env.SHOP_URL;

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/** A visitor's window: scripts off as the shop promises to need none. */
export async function visitor(browser, options = {}) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.goTo = (path) => page.goto(shop + path);
  return page;
}

/** One value, straight from the shop's database. */
export function sql(query) {
  return execFileSync('psql', ['-h', process.env.SHOP_SOCKET, '-U', 'owner', '-d', 'parley', '-Atc', query], { encoding: 'utf8' }).trim();
}

/** The random password that the demo shop gave to one of its people. */
export function password(user) {
  const lines = readFileSync(`${process.env.SHOP_DATA}/demo-accounts.txt`, 'utf8').split('\n');
  return lines.map((line) => line.split(' ')).find((line) => line[1] === user)[2];
}
