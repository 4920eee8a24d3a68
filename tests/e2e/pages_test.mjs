// pages_test.mjs - every page, as a guest, a customer and staff: valid HTML, no accessibility violations in
// light and dark, nothing wider than the window, from 320 px on. A route of the program that is not looked
// at here fails, unless it stands among the exceptions with a reason. SHOTS=folder keeps screenshots.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillShop } from './filled_shop.mjs';
import { check, openBrowser, shop, sql, visitor, password } from './tap.mjs';

const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const widths = [320, 360, 768, 1280];
const shots = process.env.SHOTS;

const product = sql('SELECT id FROM product WHERE in_stock > 9 AND review_count > 5 ORDER BY id LIMIT 1');
const soldOut = sql('SELECT id FROM product WHERE in_stock = 0 ORDER BY id LIMIT 1');
const order = sql("SELECT sales_order.id FROM sales_order JOIN account ON account.id = account_id WHERE username = 'alice' AND state = 'complete' ORDER BY 1 DESC LIMIT 1");
const unpaid = sql("SELECT sales_order.id FROM sales_order JOIN account ON account.id = account_id WHERE username = 'alice' AND state = 'placed' AND payment_state = 'unpaid' LIMIT 1");
const review = sql('SELECT min(id) FROM review');
const center = sql('SELECT min(id) FROM distribution_center');
const person = sql("SELECT id FROM account WHERE username = 'alice'");

// The product has variants: the others of its brand and category, told apart by colour.
sql(`WITH family AS (INSERT INTO product_family (name, options) VALUES ('Of one family', '{Colour}') RETURNING id)
     UPDATE product SET family_id = (SELECT id FROM family)
      WHERE id IN (SELECT id FROM product WHERE category_id = (SELECT category_id FROM product WHERE id = ${product}) ORDER BY id <> ${product}, id LIMIT 4)`);
sql("INSERT INTO review_report (review_id, account_id, reason) SELECT min(review.id), max(account.id), 'Looks bought.' FROM review, account WHERE account.username = 'alice' ON CONFLICT DO NOTHING");

const folder = mkdtempSync(join(tmpdir(), 'parley-pages-'));
const browser = await openBrowser();
const seen = []; // names of pages
const visited = []; // their paths
const links = new Map(); // "GET /path": a page that leads there

async function inspect(page, name, path) {
  const answer = await page.goTo(path);
  await look(page, name, answer, path);
}

/** The page that the window shows. */
async function look(page, name, answer, path) {
  seen.push(name);
  if (path) visited.push(path.split('?')[0]);
  const html = answer ? await answer.text() : await page.content();
  writeFileSync(join(folder, `${name}.html`), html);
  if (answer) check(`${name}: answers`, answer.status() < (path === '/no-such-page' ? 500 : 400), answer.status());
  for (const link of await page.evaluate(() => [
    ...[...document.querySelectorAll('a[href^="/"]')].map((link) => `GET ${new URL(link.href).pathname}`),
    // Not form.action: a field may have that name.
    ...[...document.querySelectorAll('form[action]')].map((form) => `${(form.getAttribute('method') ?? 'get').toUpperCase()} ${new URL(form.getAttribute('action'), document.baseURI).pathname}`),
    ...[...document.querySelectorAll('button[formaction]')].map((button) => `POST ${new URL(button.formAction).pathname}`),
  ])) links.set(link, name);
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

/** A window of somebody: a guest without a name. axe is a script: only for it the browser may run some, past the shop's policy. */
async function windowOf(user, next = '') {
  const page = await visitor(browser, { javaScriptEnabled: true, bypassCSP: true });
  if (!user) return page;
  await page.goTo(`/login${next && `?next=${next}`}`);
  await page.fill('#login', user);
  await page.fill('#password', password(user));
  await Promise.all([page.waitForNavigation(), page.click('main button')]);
  return page;
}
async function inspectAll(page, pages) {
  for (const [name, path] of Object.entries(pages)) await inspect(page, name, path);
}

const filled = await fillShop({ product, complete: order });

// --- guests ---------------------------------------------------------------------------------------
const guest = await windowOf();
await inspectAll(guest, {
  home: '/', listing: '/category/electronics', search: '/search?q=wirless+headphones&a.Colour=blue&max_price=150', products: '/products',
  nothing: '/search?q=lamp&max_price=1', product: `/product/${product}`, 'product-by-name': `/product/${product}/${sql(`SELECT slug FROM product WHERE id = ${product}`)}`, 'sold-out': `/product/${soldOut}`,
  'empty-cart': '/cart', login: '/login', register: '/register', 'find-order': '/order/find', 'withdraw-find': '/withdraw', shipping: '/policies/shipping',
  chat: '/chat', missing: '/no-such-page', docs: '/docs', forgot: '/password/forgot', reset: '/password/reset?token=not-a-link', verify: '/account/verify?token=not-a-link',
});
await guest.goTo('/chat');
await guest.fill('#question', 'Do you have wireless headphones?');
await Promise.all([guest.waitForNavigation(), guest.locator('#question').press('Enter')]);
const talk = sql('SELECT max(id) FROM conversation');
const answer = sql(`SELECT max(id) FROM message WHERE conversation_id = ${talk}`);
await inspectAll(guest, { 'chat-answered': '/chat', conversation: `/chat/${talk}`, why: `/why/${answer}` });

// --- a customer -----------------------------------------------------------------------------------
const alice = await windowOf('alice');
check('alice can log in', await alice.locator('text=Welcome back').isVisible());
await alice.goTo(`/product/${product}`);
await alice.click('text=Add to cart');
await inspectAll(alice, {
  'home-alice': '/', 'product-alice': `/product/${product}`, cart: '/cart', checkout: '/checkout', orders: '/orders',
  order: `/order/${order}`, invoice: `/order/${order}/invoice`, withdraw: `/order/${unpaid}/withdraw`, return: `/order/${order}/return/${filled.returned}`,
  pay: `/order/${unpaid}/pay`, favorites: '/favorites', account: '/account', profile: '/account/edit', 'report-review': `/review/${review}/report`,
  password: '/account/password', 'delete-account': '/account/delete', 'second-factor': '/account/second-factor', 'log-ins': '/account/log-ins', 'personal-data': '/account/data',
  'chat-alice': '/chat', 'chat-history': '/chat/history',
});

// --- staff ----------------------------------------------------------------------------------------
await inspectAll(await windowOf('sam', '/admin'), {
  overview: '/admin', 'staff-orders': '/admin/orders', 'staff-order': `/admin/order/${order}`, 'staff-open-order': `/admin/order/${unpaid}`, 'staff-parcels': `/admin/order/${filled.order}`,
  'staff-returns': '/admin/returns', 'staff-invoice': `/admin/order/${order}/invoice`, 'packing-slip': `/admin/order/${order}/packing-slip`,
  'staff-stock': '/admin/stock', 'staff-product-stock': `/admin/stock/${product}`, centers: '/admin/centers', center: `/admin/center/${center}`,
});

const ada = await windowOf('ada', '/admin');
// A conversation that a person of the shop has taken over.
await ada.goTo('/chat');
await ada.fill('#question', 'compare the elephants of the moon');
await Promise.all([ada.waitForNavigation(), ada.locator('#question').press('Enter')]);
const taken = sql("SELECT max(conversation_id) FROM message WHERE text LIKE '%elephants of the moon'");
sql(`UPDATE conversation SET taken_by = (SELECT id FROM account WHERE username = 'ada'), status = 'paused' WHERE id = ${taken}`);
const versions = Object.fromEntries(sql('SELECT DISTINCT ON (model) model, id FROM model_version ORDER BY model, id DESC').split('\n')
  .map((row) => row.split('|')).map(([model, id]) => [`model-${model}`, `/admin/models/${id}`]));
await inspectAll(ada, {
  'overview-ada': '/admin', conversations: '/admin/conversations', 'staff-conversation': `/admin/conversations/${taken}`, 'question-gaps': '/admin/conversations/gaps', 'question-gap': filled.lesson, starters: '/admin/conversations/starters',
  'staff-products': '/admin/products', 'staff-product': `/admin/products/${product}`, 'staff-new-product': '/admin/products/new',
  'staff-pictures': `/admin/products/${product}/pictures`, 'staff-variants': `/admin/products/${product}/variants`, 'staff-options': `/admin/products/${soldOut}/variants`, categories: '/admin/categories', brands: '/admin/brands',
  imports: '/admin/imports', 'import-preview': filled.upload, 'search-words': '/admin/search', 'search-rule': '/admin/search/rule?kind=same&words=sofa%2C+couch&id=0&version=0&try=save',
  promotions: '/admin/promotions', 'new-promotion': '/admin/promotions/new', promotion: `/admin/promotions/${filled.promotion}`, 'staff-reviews': '/admin/reviews', 'all-reviews': '/admin/reviews?show=all',
  customers: '/admin/customers', customer: `/admin/customers/${person}`, letters: '/admin/mail', letter: `/admin/mail/${sql('SELECT min(id) FROM mail')}`, audit: '/admin/audit', reports: '/admin/reports',
  models: '/admin/models', ...versions, 'model-settings': '/admin/models/settings', predictions: '/admin/predictions', settings: '/admin/settings', taxes: '/admin/settings/taxes', 'change-tax': '/admin/settings/taxes?change=US',
  'ways-to-ship': '/admin/settings/shipping', 'change-shipping': '/admin/settings/shipping?change=standard', policies: '/admin/settings/policies', policy: '/admin/settings/policies/returns',
  keys: '/admin/settings/keys', webhooks: '/admin/settings/webhooks', deliveries: '/admin/settings/deliveries',
});
// What is shown once, as the answer to a form.
await ada.goTo('/admin/settings/keys');
await ada.fill('#name', 'Of the till');
await Promise.all([ada.waitForNavigation(), ada.click('text=Make the key')]);
await look(ada, 'key-made');

// Forms with mistakes are pages as well.
await alice.goTo('/checkout');
await alice.fill('#street', '');
await alice.locator('form').evaluateAll((forms) => forms.forEach((form) => { form.noValidate = true; }));
await alice.click('text=/Place order/');
check('a missing street is asked for', (await alice.content()).includes('error-summary'));
await look(alice, 'checkout-mistake');

// The second step of a log-in.
sql(`UPDATE account SET totp_secret = 'JBSWY3DPEHPK3PXP' WHERE id = ${person}`);
await look(await windowOf('alice'), 'login-code', null, '/login/code');
await browser.close();

// --- no page is forgotten ---------------------------------------------------------------------------
const exceptions = {
  '/order/{id}/pay/hosted': 'leads on to a payment service; hosted_test has one',
  '/chat/{id}/answer/{message}': 'leads back to /chat',
  '/admin/reports/{report}': 'a CSV file',
};
const table = execFileSync('build/shop.fcgi', ['--routes'], { encoding: 'utf8' }).trim().split('\n').map((line) => line.split('\t'));
const fits = (route, path) => new RegExp(`^${route.replace(/\{[a-z]+\}/g, '[^/]+')}/?$`).test(path);
const isFile = (path) => /\.(csv|json|txt|xml)$/.test(path);
const routes = table
  .filter(([method, path, , , kind]) => method === 'GET' && kind === 'page' && !isFile(path)).map(([, path]) => path);
check('the program tells its pages', routes.length > 80, routes.length);
// As the router chooses: of those that fit the one with the most words of its own.
const routeOf = (path) => routes.filter((route) => fits(route, path))
  .sort((a, b) => a.split('{').length - b.split('{').length)[0];
const reached = new Set(visited.map(routeOf));
for (const route of routes) {
  if (exceptions[route]) check(`${route} is no exception any more`, !reached.has(route));
  else check(`${route} is looked at`, reached.has(route));
}
for (const route of Object.keys(exceptions)) check(`the exception ${route} is a route`, routes.includes(route));

for (const [link, name] of links) {
  const [method, path] = link.split(' ');
  const isThere = path.startsWith('/static/') || path.startsWith('/pictures/') || table.some(([routeMethod, route]) => routeMethod === method && fits(route, path));
  if (!isThere) check(`${name}: ${link} leads somewhere`, false);
}
check('links and forms lead to routes', links.size > 300, links.size);

// The validator reads all pages at once; it is a Java program and slow to start.
const jar = new URL('./node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url).pathname;
let report = '';
try {
  execFileSync('java', ['-jar', jar, '--format', 'json', '--errors-only', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
} catch (failure) {
  report = failure.stderr;
}
const errors = report ? JSON.parse(report).messages.filter((message) => message.type === 'error') : [];
for (const name of seen) {
  const own = errors.filter((error) => error.url?.endsWith(`/${name}.html`));
  check(`${name}: is valid HTML`, own.length === 0, own.map((error) => `line ${error.lastLine}: ${error.message}`).join(' | '));
}
