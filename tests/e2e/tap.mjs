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

/** Somebody who speaks HTTP: keeps cookies, follows nothing by himself. */
export class Client {
  cookies = new Map();
  get cookie() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  async ask(path, form) {
    const answer = await fetch(shop + path, {
      method: form ? 'POST' : 'GET', redirect: 'manual', headers: { cookie: this.cookie }, body: form && (form instanceof FormData ? form : new URLSearchParams(form)),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
      this.cookies.set(name, value);
    }
    return { status: answer.status, to: (answer.headers.get('location') || '').replace(shop, ''), text: await answer.text() };
  }
  /** The hidden fields of the form that posts to `action`. */
  hidden(text, action) {
    const form = text.match(new RegExp(`<form[^>]*action="${action}"[^]*?</form>`));
    if (!form) throw new Error(`no form for ${action}`);
    return Object.fromEntries([...form[0].matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((field) => [field[1], field[2]]));
  }
  async logIn(user) {
    const page = await this.ask('/login');
    return this.ask('/login', { ...this.hidden(page.text, '/login'), login: user, password: password(user) });
  }
}
