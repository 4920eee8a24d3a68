// pages_test.mjs - every page, as a guest and signed in: valid HTML, no accessibility violations in
// light and dark, nothing wider than the window, from 320 px on. SHOTS=folder keeps screenshots.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, openBrowser, shop, sql, visitor, password } from './tap.mjs';

const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const widths = [320, 360, 768, 1280];
const shots = process.env.SHOTS;

const product = sql('SELECT id FROM product WHERE in_stock > 9 AND review_count > 5 ORDER BY id LIMIT 1');
const soldOut = sql('SELECT id FROM product WHERE in_stock = 0 ORDER BY id LIMIT 1');
const order = sql("SELECT sales_order.id FROM sales_order JOIN account ON account.id = account_id WHERE username = 'alice' AND state = 'complete' ORDER BY 1 DESC LIMIT 1");
const unpaid = sql("SELECT sales_order.id FROM sales_order JOIN account ON account.id = account_id WHERE username = 'alice' AND state = 'placed' AND payment_state = 'unpaid' LIMIT 1");

// The product has variants: the others of its brand and category, told apart by colour.
sql(`WITH family AS (INSERT INTO product_family (name, options) VALUES ('Of one family', '{Colour}') RETURNING id)
     UPDATE product SET family_id = (SELECT id FROM family)
      WHERE id IN (SELECT id FROM product WHERE category_id = (SELECT category_id FROM product WHERE id = ${product}) ORDER BY id <> ${product}, id LIMIT 4)`);

const guestPages = {
  home: '/', listing: '/category/electronics', search: '/search?q=wirless+headphones&a.Colour=blue&max_price=150',
  nothing: '/search?q=lamp&max_price=1', product: `/product/${product}`, 'sold-out': `/product/${soldOut}`,
  'empty-cart': '/cart', login: '/login', register: '/register', 'find-order': '/order/find', 'withdraw-find': '/withdraw', shipping: '/policies/shipping',
  chat: '/chat', missing: '/no-such-page',
};
const customerPages = {
  'home-alice': '/', 'product-alice': `/product/${product}`, cart: '/cart', checkout: '/checkout', orders: '/orders',
  order: `/order/${order}`, invoice: `/order/${order}/invoice`, withdraw: `/order/${order}/withdraw`, pay: `/order/${unpaid}/pay`, favorites: '/favorites', account: '/account', profile: '/account/edit',
  password: '/account/password', 'delete-account': '/account/delete', 'chat-alice': '/chat', conversations: '/chat/history',
};

const folder = mkdtempSync(join(tmpdir(), 'parley-pages-'));
const browser = await openBrowser();

async function inspect(page, name, path) {
  const answer = await page.goTo(path);
  const html = await answer.text();
  writeFileSync(join(folder, `${name}.html`), html);
  check(`${name}: answers`, answer.status() < 500, answer.status());
  check(`${name}: has one main heading`, (await page.locator('h1').count()) === 1);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(`${name}: fits into ${width} px`, wide <= 0, `${wide} px too wide`);
    if (shots) await page.screenshot({ path: join(shots, `${name}-${width}-light.png`), fullPage: true });
  }
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (shots && colorScheme === 'dark') await page.screenshot({ path: join(shots, `${name}-1280-dark.png`), fullPage: true });
    const found = await page.evaluate(async (source) => {
      if (!window.axe) (0, eval)(source);
      const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
      return result.violations.map((violation) => `${violation.id}: ${violation.nodes[0].target} ${violation.nodes[0].html.slice(0, 120)}`);
    }, axe);
    check(`${name}: no accessibility violation in ${colorScheme} colours`, found.length === 0, found.join(' | '));
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

// axe is a script: only for it the browser may run some, past the shop's policy.
const guest = await visitor(browser, { javaScriptEnabled: true, bypassCSP: true });
for (const [name, path] of Object.entries(guestPages)) await inspect(guest, name, path);

const alice = await visitor(browser, { javaScriptEnabled: true, bypassCSP: true });
await alice.goTo('/login');
await alice.fill('#login', 'alice');
await alice.fill('#password', password('alice'));
await alice.click('main button');
check('alice can log in', await alice.locator('text=Welcome back').isVisible());
await alice.goTo(`/product/${product}`);
await alice.click('text=Add to cart');
for (const [name, path] of Object.entries(customerPages)) await inspect(alice, name, path);

const sam = await visitor(browser, { javaScriptEnabled: true, bypassCSP: true });
await sam.goTo('/login?next=/admin');
await sam.fill('#login', 'sam');
await sam.fill('#password', password('sam'));
await sam.click('main button');
const staffPages = {
  overview: '/admin', 'staff-orders': '/admin/orders', 'staff-order': `/admin/order/${order}`, 'staff-open-order': `/admin/order/${unpaid}`,
  'staff-returns': '/admin/returns', 'staff-invoice': `/admin/order/${order}/invoice`, 'packing-slip': `/admin/order/${order}/packing-slip`,
  'staff-stock': '/admin/stock', 'staff-product-stock': `/admin/stock/${product}`, centers: '/admin/centers',
};
for (const [name, path] of Object.entries(staffPages)) await inspect(sam, name, path);

const ada = await visitor(browser, { javaScriptEnabled: true, bypassCSP: true });
await ada.goTo('/login?next=/admin');
await ada.fill('#login', 'ada');
await ada.fill('#password', password('ada'));
await ada.click('main button');
const person = sql("SELECT id FROM account WHERE username = 'alice'");
sql("INSERT INTO review_report (review_id, account_id, reason) SELECT min(review.id), max(account.id), 'Looks bought.' FROM review, account WHERE account.username = 'alice' ON CONFLICT DO NOTHING");
// A conversation that a person of the shop has taken over.
await ada.goTo('/chat');
await ada.fill('#question', 'compare the elephants of the moon');
await Promise.all([ada.waitForNavigation(), ada.locator('#question').press('Enter')]);
const talk = sql("SELECT max(conversation_id) FROM message WHERE text LIKE '%elephants of the moon'");
sql(`UPDATE conversation SET taken_by = (SELECT id FROM account WHERE username = 'ada'), status = 'paused' WHERE id = ${talk}`);
const adminPages = {
  conversations: '/admin/conversations', 'question-gaps': '/admin/conversations/gaps', 'staff-conversation': `/admin/conversations/${talk}`,
  'staff-products': '/admin/products', 'staff-product': `/admin/products/${product}`, 'staff-new-product': '/admin/products/new',
  'staff-pictures': `/admin/products/${product}/pictures`, 'staff-variants': `/admin/products/${product}/variants`, 'staff-options': `/admin/products/${soldOut}/variants`, categories: '/admin/categories', brands: '/admin/brands',
  imports: '/admin/imports', 'search-words': '/admin/search', 'search-rule': '/admin/search/rule', promotions: '/admin/promotions', 'new-promotion': '/admin/promotions/new', 'staff-reviews': '/admin/reviews', 'all-reviews': '/admin/reviews?show=all',
  customers: '/admin/customers', customer: `/admin/customers/${person}`, letters: '/admin/mail', audit: '/admin/audit', reports: '/admin/reports',
  models: '/admin/models', predictions: '/admin/predictions', settings: '/admin/settings', taxes: '/admin/settings/taxes', 'change-tax': '/admin/settings/taxes?change=US',
  'ways-to-ship': '/admin/settings/shipping', 'change-shipping': '/admin/settings/shipping?change=standard', policies: '/admin/settings/policies', policy: '/admin/settings/policies/returns',
};
for (const [name, path] of Object.entries(adminPages)) await inspect(ada, name, path);

// Forms with mistakes are pages as well.
await alice.goTo('/checkout');
await alice.fill('#street', '');
await alice.locator('form').evaluateAll((forms) => forms.forEach((form) => { form.noValidate = true; }));
await alice.click('text=/Place order/');
check('a missing street is asked for', (await alice.content()).includes('error-summary'));
writeFileSync(join(folder, 'checkout-mistake.html'), await alice.content());
await browser.close();

// The validator reads all pages at once; it is a Java program and slow to start.
const jar = new URL('./node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url).pathname;
let report = '';
try {
  execFileSync('java', ['-jar', jar, '--format', 'json', '--errors-only', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
} catch (failure) {
  report = failure.stderr;
}
const errors = report ? JSON.parse(report).messages.filter((message) => message.type === 'error') : [];
const all = [...Object.keys(guestPages), ...Object.keys(customerPages), ...Object.keys(staffPages), ...Object.keys(adminPages)];
for (const name of all) {
  const own = errors.filter((error) => error.url?.endsWith(`/${name}.html`));
  check(`${name}: is valid HTML`, own.length === 0, own.map((error) => `line ${error.lastLine}: ${error.message}`).join(' | '));
}
