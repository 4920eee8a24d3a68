// keeper_test.mjs - a shopkeeper's days through the running shop, by its forms alone: an order from the till
// to the invoice, goods, stock, coupons, people, talks, files, figures, settings and the audit log.
import { createHmac } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { check, Client, password, sql } from './tap.mjs';

const data = process.env.SHOP_DATA;
const owner = `host=${process.env.SHOP_SOCKET} user=owner dbname=parley`;
const tool = (name, ...args) => {
  try {
    return execFileSync(`build/${name}`, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (failure) {
    return `exit ${failure.status}: ${failure.stdout}`;
  }
};
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
async function letterTo(address, words) {
  for (let i = 0; i < 100; i += 1) {
    for (const name of readdirSync(`${data}/mail`).filter((each) => each.endsWith('.eml'))) {
      const text = readFileSync(`${data}/mail/${name}`, 'utf8').replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
      if (text.includes(address) && words.test(text)) return text;
    }
    await pause(100);
  }
  return '';
}
/** Sends the form of `page` that posts to `action`. */
async function send(person, page, action, fields = {}) {
  const hidden = person.hidden((await person.ask(page)).text, action);
  return person.ask(action, { ...hidden, ...fields });
}
function withFile(fields, field, name, content, type) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set(field, new Blob([content], { type }), name);
  return form;
}
async function upload(person, page, action, fields, field, name, content, type) {
  return person.ask(action, withFile({ ...person.hidden((await person.ask(page)).text, action), ...fields }, field, name, content, type));
}
const digits = (secret, at = Date.now()) => {
  const bits = [...secret.replace(/ /g, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const sum = createHmac('sha1', key).update(step).digest();
  return String((sum.readUInt32BE(sum[19] & 15) & 0x7fffffff) % 1000000).padStart(6, '0');
};
const address = { name: 'Kay Keeper', street: '1 Main St', postal_code: '97201', city: 'Portland', country: 'US', phone: '', shipping: 'standard' };
async function buy(person, lines, fields = {}) {
  for (const [product, pieces] of lines) await send(person, `/product/${product}`, '/cart/add', { pieces });
  const answer = await send(person, '/checkout', '/checkout', { ...address, email: 'kay@example.com', payment: 'bank_transfer', ...fields });
  return Number((answer.to.match(/order\/(\d+)/) || [])[1]);
}

const ada = new Client();
const sam = new Client();
await ada.logIn('ada');
await sam.logIn('sam');
const [lamp, mug] = sql('SELECT id FROM product WHERE in_stock > 30 AND withdrawn_at IS NULL AND family_id IS NULL ORDER BY id DESC LIMIT 2').split('\n');

// --- orders ---------------------------------------------------------------------------------------
const guest = new Client();
const order = await buy(guest, [[lamp, 2], [mug, 1]]);
const number = sql(`SELECT number FROM sales_order WHERE id = ${order}`);
const page = `/admin/order/${order}`;
const step = (word) => {
  const action = `${page}/step`;
  return sam.ask(page).then(({ text }) => {
    const form = [...text.matchAll(/<form[^>]*action="([^"]*)"[^]*?<\/form>/g)].find((each) => each[1] === action && each[0].includes(`value="${word}"`));
    if (!form) return null;
    return sam.ask(action, sam.hidden(form[0], action));
  });
};
const state = () => sql(`SELECT state || ' ' || payment_state || ' ' || fulfilment_state FROM sales_order WHERE id = ${order}`);
for (const query of [`q=${number}`, 'q=kay@example.com', `state=placed&payment=unpaid&q=${number}`, `fulfilment=open&q=${number}`]) {
  check(`orders are found by ${query}`, (await sam.ask(`/admin/orders?${query}`)).text.includes(`href="${page}"`));
}
check('and not where they do not belong', !(await sam.ask(`/admin/orders?q=${number}&payment=paid`)).text.includes(`href="${page}"`));
check('as a file, too', (await sam.ask(`/admin/orders.csv?q=${number}`)).text.includes(number));
const stale = sam.hidden((await sam.ask(page)).text, `${page}/step`);
await step('pay');
check('an order is marked as paid', state() === 'placed paid open', state());
check('an old form does nothing a second time', (await sam.ask(`${page}/step`, { ...stale, step: 'pay' })).status !== 500 && sql(`SELECT count(*) FROM order_event WHERE order_id = ${order} AND kind = 'paid'`) === '1');
await step('pack');
const ids = sql(`SELECT id FROM order_line WHERE order_id = ${order} ORDER BY id`).split('\n');
await send(sam, page, `${page}/ship`, { [`pieces-${ids[0]}`]: 1, [`pieces-${ids[1]}`]: 0, carrier: 'Bikes', tracking: 'B-1' });
check('a part is sent', state() === 'placed paid partly_shipped', state());
check('the customer is told', (await letterTo('kay@example.com', /B-1/)) !== '');
await send(sam, page, `${page}/ship`, { [`pieces-${ids[0]}`]: 1, [`pieces-${ids[1]}`]: 1, carrier: 'Bikes', tracking: 'B-2' });
await step('deliver');
check('the rest is sent and delivered', state() === 'complete paid delivered', state());
check('what is delivered cannot be cancelled', (await step('cancel')) === null);
const wrong = execFileSync('bash', ['-c', `psql '${owner}' -Atc "UPDATE sales_order SET fulfilment_state = 'open' WHERE id = ${order}" 2>&1 || true`], { encoding: 'utf8' });
check('not even in the database', wrong.includes('ERROR'), wrong);
await send(sam, page, `${page}/refund`, { amount: '1.25', reason: 'a scratch' });
check('a part of the money goes back', sql(`SELECT sum(amount_cents) FROM refund WHERE order_id = ${order}`) === '125');
const history = (await sam.ask(page)).text;
check('the page tells the whole history and who did it', ['Bikes', 'B-1', 'B-2', 'a scratch', '1.25', 'by sam'].every((word) => history.includes(word)));
const second = await buy(new Client(), [[mug, 1]]);
await send(sam, `/admin/order/${second}`, `/admin/order/${second}/step`, { step: 'pay' });
check('an invoice can be printed', (await sam.ask(`${page}/invoice`)).text.includes('Invoice'));
await sam.ask(`/admin/order/${second}/invoice`);
check('invoices are numbered without gaps', sql('SELECT count(*) > 1 AND count(*) = max(number) - min(number) + 1 FROM invoice') === 't', sql('SELECT count(*), min(number), max(number) FROM invoice'));
check('there is a packing slip', (await sam.ask(`${page}/packing-slip`)).text.includes('Packing slip'));

const stranger = new Client();
check('each page leads to the withdrawal', (await stranger.ask('/')).text.includes('href="/withdraw"'));
const found = await send(stranger, '/withdraw', '/withdraw', { number, email: 'kay@example.com' });
const first = await stranger.ask(found.to);
const back = `/order/${order}/withdraw`;
const pieces = Object.fromEntries([...first.text.matchAll(/name="(pieces-\d+)"/g)].map((field) => [field[1], 1]));
const sure = await stranger.ask(back, { ...stranger.hidden(first.text, back), ...pieces, reason: 'too bright' });
const done = await stranger.ask(`${back}/confirm`, stranger.hidden(sure.text, `${back}/confirm`));
check('a guest withdraws in two steps without an account', done.status === 303 && sql(`SELECT count(*) FROM return_request WHERE order_id = ${order}`) === '1', done.status);
check('and has a receipt by mail', (await letterTo('kay@example.com', /withdraw/i)) !== '');
check('staff see it', (await sam.ask('/admin/returns')).text.includes(number));
check('with another address nothing is found', (await send(new Client(), '/withdraw', '/withdraw', { number, email: 'other@example.com' })).status === 422);

// --- goods ----------------------------------------------------------------------------------------
const made = await send(sam, '/admin/products/new', '/admin/products/new', { name: 'Keeper Shirt', sku: 'KS-1', price: '20.00', category: sql("SELECT id FROM category WHERE name = 'Shirts'"), brand: sql('SELECT min(id) FROM brand'), description: 'A plain shirt.' });
const shirt = sql("SELECT id FROM product WHERE sku = 'KS-1'");
const shirtPage = `/admin/products/${shirt}`;
check('a product is made', made.status === 303 && shirt !== '', made.status);
const [mine, theirs] = [sam.hidden((await sam.ask(shirtPage)).text, shirtPage), ada.hidden((await ada.ask(shirtPage)).text, shirtPage)];
const fields = { name: 'Keeper Shirt', sku: 'KS-1', price: '25.00', category: sql(`SELECT category_id FROM product WHERE id = ${shirt}`), brand: sql(`SELECT brand_id FROM product WHERE id = ${shirt}`) };
await ada.ask(shirtPage, { ...theirs, ...fields, description: 'By Ada.' });
const late = await sam.ask(shirtPage, { ...mine, ...fields, description: 'By Sam.' });
check('of two who edit it the second is told', late.text.includes('Somebody else changed this product'), late.status);
check('and overwrites nothing', sql(`SELECT description FROM product WHERE id = ${shirt}`) === 'By Ada.');
const begin = await send(sam, `${shirtPage}/variants`, `${shirtPage}/variants`, { name1: 'Size', value1: 'M', name2: 'Colour', value2: 'navy', act: 'start' });
const variants = (await sam.ask(`${shirtPage}/variants`)).text;
const inputs = [...variants.matchAll(/<input id="(option[^"]*|value[^"]*)"/g)].map((field) => field[1]);
await sam.ask(`${shirtPage}/variants`, { ...sam.hidden(variants, `${shirtPage}/variants`), ...Object.fromEntries(inputs.map((input, place) => [input, ['L', 'navy'][place]])), price: '26.00', sku: 'KS-2', act: 'add' });
const large = sql("SELECT id FROM product WHERE sku = 'KS-2'");
check('it has variants by size and colour', large !== '', `${begin.status} ${inputs}`);
for (const [product, count] of [[shirt, 3], [large, 2]]) {
  await send(sam, `/admin/stock/${product}`, `/admin/stock/${product}/receive`, { center: sql('SELECT min(id) FROM distribution_center'), pieces: count, cost: '8.00' });
}
check('each with its own stock', sql(`SELECT string_agg(in_stock::text, ' ' ORDER BY id) FROM product WHERE id IN (${shirt}, ${large})`) === '3 2');
check('the one leads to the other', (await guest.ask(`/product/${shirt}`)).text.includes(`/product/${large}`));
await pause(1500);
check('both are found by their size', (await guest.ask('/search?q=keeper+shirt&a.Size=L')).text.includes(`/product/${large}`));
await send(guest, `/product/${large}`, '/cart/add', { pieces: '1' });
check('and lie in the cart as themselves', (await guest.ask('/cart')).text.includes(`/product/${large}`));
await guest.ask('/cart/clear', guest.hidden((await guest.ask('/cart')).text, '/cart/clear'));
const picture = (file, type) => upload(sam, `${shirtPage}/pictures`, `${shirtPage}/pictures`, { alt: 'The shirt' }, 'picture', file, readFileSync(`tests/page/pictures/${file}`), type);
const pictures = () => sql(`SELECT count(*) FROM product_picture WHERE product_id = ${shirt}`); // beside the first one
await picture('photo.jpg', 'image/jpeg');
check('a picture is taken', sql(`SELECT image FROM product WHERE id = ${shirt}`) !== '');
for (const file of ['bomb.png', 'broken.png', 'drawing.svg']) {
  const refused = await picture(file, 'image/png');
  const why = (await sam.ask(refused.to)).text.match(/class="warning"[^>]*><p>([^<]*)/)?.[1] ?? '';
  check(`${file} is refused in a sentence`, why.includes(file) && pictures() === '0', why);
}
check('it is shown in several sizes', (await guest.ask(`/product/${shirt}`)).text.includes('srcset='));
await send(sam, shirtPage, `${shirtPage}/sale`, { sale_price: '19.00', sale_starts: '', sale_ends: '' });
const reduced = (await guest.ask(`/product/${shirt}`)).text;
check('a reduced price names the lowest of the 30 days before', /Lowest price in the 30 days before the reduction: \$20\.00/.test(reduced), reduced.match(/Lowest price[^<]*/)?.[0]);
const list = await sam.ask('/admin/products?q=keeper');
await sam.ask('/admin/products/bulk', new URLSearchParams([...Object.entries(sam.hidden(list.text, '/admin/products/bulk')), ...[...list.text.matchAll(/name="pick" value="([^"]*)"/g)].map((pick) => ['pick', pick[1]]), ['action', 'withdraw'], ['amount', ''], ['to_category', '0']]));
check('several are withdrawn at once', sql(`SELECT count(*) FROM product WHERE id IN (${shirt}, ${large}) AND withdrawn_at IS NOT NULL`) === '2');

// --- stock ----------------------------------------------------------------------------------------
const shelf = `/admin/stock/${lamp}`;
const centres = sql(`SELECT center_id FROM inventory_item WHERE product_id = ${lamp} AND sold_at IS NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 2`).split('\n');
const held = () => sql(`SELECT in_stock FROM product WHERE id = ${lamp}`);
const before = Number(held());
await send(sam, shelf, `${shelf}/receive`, { center: centres[0], pieces: '5', cost: '3.50' });
check('pieces are received', Number(held()) === before + 5);
await send(sam, shelf, `${shelf}/move`, { from: centres[0], to: centres[1], moved: '2' });
check('moved without getting more', Number(held()) === before + 5);
check('with their cost', sql(`SELECT count(*) FROM inventory_item WHERE product_id = ${lamp} AND cost_cents = 350`) === '5');
check('what is nearly gone has a list', (await sam.ask('/admin/stock?at_most=3')).text.includes('/admin/stock/'));
const gone = sql('SELECT id FROM product WHERE in_stock = 0 AND withdrawn_at IS NULL ORDER BY id LIMIT 1');
await send(guest, `/product/${gone}`, `/product/${gone}/back-in-stock`, { email: 'waiting@example.com' });
await send(sam, `/admin/stock/${gone}`, `/admin/stock/${gone}/receive`, { center: centres[0], pieces: '1', cost: '3.50' });
check('who waited for it has a letter', (await letterTo('waiting@example.com', /back/i)) !== '');
check('the ledger agrees with the counters', tool('shop.fcgi', '--config', `${data}/shop.conf`, '--secrets', `${data}/secret.conf`, '--check').includes('stock        ok'));

// --- coupons --------------------------------------------------------------------------------------
await send(ada, '/admin/promotions/new', '/admin/promotions/new', { name: 'Only one', code: 'ONLYONE', kind: 'amount', value: '2.00', minimum: '', category: '0', starts: '', ends: '', limit_total: '1', limit_per_customer: '', priority: '0', active: '1' });
const rivals = [new Client(), new Client(), new Client()];
for (const rival of rivals) {
  await send(rival, `/product/${mug}`, '/cart/add', { pieces: '1' });
  await send(rival, '/cart', '/cart/coupon', { coupon: 'onlyone' });
}
check('a coupon is a line of the cart', (await rivals[0].ask('/cart')).text.includes('Only one'));
await Promise.all(rivals.map((rival, place) => buy(rival, [], { email: `rival${place}@example.com` })));
check('a coupon for one order is used by one, whoever presses at once', sql("SELECT count(*) FROM order_discount JOIN promotion ON promotion.id = promotion_id WHERE promotion.code = 'ONLYONE'") === '1');

// --- people ---------------------------------------------------------------------------------------
const kim = new Client();
await send(kim, '/register', '/register', { username: 'kim', email: 'kim@example.com', password: 'a long pass phrase', first_name: 'Kim', last_name: 'Lee', phone: '', city: '', country: 'US' });
const kimId = sql("SELECT id FROM account WHERE username = 'kim'");
const link = (await letterTo('kim@example.com', /account\/verify/)).match(/\/account\/verify\?[^\s"<]*/)?.[0] ?? '';
const verify = await kim.ask(link.replace(/&amp;/g, '&'));
await kim.ask('/account/verify', kim.hidden(verify.text, '/account/verify'));
check('an address is verified by a link', sql(`SELECT email_verified_at IS NOT NULL FROM account WHERE id = ${kimId}`) === 't', link);
check('staff without the right see no customers', (await sam.ask('/admin/customers')).status === 403);
await send(ada, `/admin/customers/${kimId}`, `/admin/customers/${kimId}/role`, { role: 'staff', may: 'stock' });
check('who becomes staff may what is ticked', (await kim.ask('/admin/stock')).status === 200 && (await kim.ask('/admin/orders')).status === 403);
await send(ada, `/admin/customers/${kimId}`, `/admin/customers/${kimId}/role`, { role: 'customer' });
check('and no more when it is taken away', (await kim.ask('/admin/stock')).status === 403);
const factor = await kim.ask('/account/second-factor');
const key = factor.text.match(/secret=([A-Z2-7]+)/)[1];
const codes = await kim.ask('/account/second-factor', { ...kim.hidden(factor.text, '/account/second-factor'), code: digits(key), password: 'a long pass phrase' });
const spare = [...codes.text.matchAll(/<li><code>([^<]+)<\/code>/g)].map((code) => code[1]);
check('a second factor comes with recovery codes', spare.length >= 8, codes.status);
const logIn = async (code) => {
  const person = new Client();
  const asked = await send(person, '/login', '/login', { login: 'kim', password: 'a long pass phrase' });
  const answer = await person.ask('/login/code', { ...person.hidden(asked.text, '/login/code'), code });
  return answer.status === 303;
};
check('the password alone is not enough any more', !(await logIn('000000')));
check('with a recovery code it is', await logIn(spare[0]));
check('which is worth nothing a second time', !(await logIn(spare[0])));
check('log-ins are listed', (await kim.ask('/account/log-ins')).text.includes('log_in'));
const own = JSON.parse((await kim.ask('/account/data.json')).text);
check('all that is known of somebody is a file', JSON.stringify(own).includes('kim@example.com') && !JSON.stringify(own).includes(key));
check('and a page', (await kim.ask('/account/data')).text.includes('kim@example.com'));
await send(ada, `/admin/customers/${kimId}`, `/admin/customers/${kimId}/lock`, { locked: '1' });
check('who is locked is out at once', (await kim.ask('/account')).status !== 200);
await send(ada, `/admin/customers/${kimId}`, `/admin/customers/${kimId}/delete`, { username: 'kim' });
check('who is erased is gone', sql("SELECT count(*) FROM account WHERE username = 'kim'") === '0');

// --- talks ----------------------------------------------------------------------------------------
const alice = new Client();
await alice.logIn('alice');
const asked = await send(alice, '/chat', '/chat', { question: 'How long does delivery take?' });
await alice.ask(asked.to.split('#')[0]);
const talk = Number(asked.to.match(/chat\/(\d+)/)[1]);
const answer = sql(`SELECT max(id) FROM message WHERE conversation_id = ${talk} AND sender = 'assistant'`);
await alice.ask(`/chat/react/${answer}`, { ...alice.hidden((await alice.ask(`/chat/${talk}`)).text, `/chat/react/${answer}`), reaction: 'dislike' });
const desk = `/admin/conversations/${talk}`;
const read = (await sam.ask(desk)).text;
check('staff read a talk with what the assistant knew and what the customer thinks', read.includes('Understood as') && read.includes('Not helpful'));
await send(sam, desk, `${desk}/take`);
await send(sam, desk, `${desk}/answer`, { text: 'Sam here: two days.' });
check('and answer it themselves', (await alice.ask(`/chat/${talk}`)).text.includes('Sam here: two days.'));
check('while the assistant is silent', sql(`SELECT status FROM conversation WHERE id = ${talk}`) === 'paused');
await send(sam, desk, `${desk}/hand-back`);
check('until it is handed back', sql(`SELECT status FROM conversation WHERE id = ${talk}`) === 'active');
const starter = sql("SELECT id FROM conversation_template WHERE opening <> '' ORDER BY position, id LIMIT 1");
const chosen = () => Number(sql(`SELECT used_count FROM conversation_template WHERE id = ${starter}`));
const chosenBefore = chosen();
const fresh = new Client();
await send(fresh, '/chat', '/chat', { starter });
check('a beginning that was chosen is counted', chosen() === chosenBefore + 1 && (await sam.ask('/admin/conversations/starters')).text.includes(`chosen ${chosen()} times`));
check('what was not understood is a list and a file', (await sam.ask('/admin/conversations/gaps')).status === 200 && (await sam.ask('/admin/conversations/gaps.csv')).status === 200);

// --- files ----------------------------------------------------------------------------------------
const sku = sql(`SELECT sku FROM product WHERE id = ${mug}`);
const price = () => sql(`SELECT COALESCE(regular_price_cents, price_cents) FROM product WHERE id = ${mug}`);
const was = price();
const odd = `\ufeffsku;price;description\r\n"${sku}";"12,34";"Said ""so"";\r\nand so"\r\n;1,00;\r\n`;
const preview = await upload(ada, '/admin/imports', '/admin/imports', { kind: 'products' }, 'file', 'odd.csv', odd, 'text/csv');
const shown = (await ada.ask(preview.to)).text;
check('a spreadsheet\'s file is understood, its changes shown, a bad line named', preview.status === 303 && shown.includes('12.34') && price() === was, preview.status);
await send(ada, preview.to, `${preview.to}/apply`);
check('it is read in', price() === '1234', price());
const run = sql('SELECT max(id) FROM csv_import');
const again = await upload(ada, '/admin/imports', '/admin/imports', { kind: 'products' }, 'file', 'odd.csv', odd, 'text/csv');
check('the same file again changes nothing', /0<\/strong>\s*changed/.test((await ada.ask(again.to)).text.replace(/<span[^>]*>/g, '')) || !(await ada.ask(again.to)).text.includes('12.34'));
await send(ada, '/admin/imports', `/admin/imports/${run}/undo`);
check('an import is taken back', price() === was, price());
check('rubbish is refused in a sentence', (await upload(ada, '/admin/imports', '/admin/imports', { kind: 'products' }, 'file', 'x.csv', Buffer.from([0, 159, 146, 150, 0]), 'text/csv')).status < 500);
for (const path of ['/admin/products.csv', '/admin/imports/stock.csv', '/admin/imports/customers.csv', '/admin/imports/orders.csv']) {
  check(`${path} can be taken away`, (await ada.ask(path)).text.split('\n').length > 10);
}

// --- figures, settings, the log -------------------------------------------------------------------
const reports = (await ada.ask('/admin/reports?from=2026-01-01&to=2026-11-21')).text;
check('each picture has a table and a file', reports.includes('<svg') && reports.includes('<table'));
for (const file of new Set([...reports.matchAll(/href="(\/admin\/reports\/[a-z-]+\.csv[^"]*)"/g)].map((link2) => link2[1].replace(/&amp;/g, '&')))) {
  check(`${file.split('?')[0]} is a file`, (await ada.ask(file)).text.includes(','));
}
const settings = await ada.ask('/admin/settings');
check('the shop\'s settings have a form', settings.text.includes('name="shop_name"'));
await send(ada, '/admin/settings/policies/returns', '/admin/settings/policies/returns', { title: 'Returns', text: '## Sixty days\nYou may return everything within sixty days.' });
check('a policy that is changed is what visitors read', (await guest.ask('/policies/returns')).text.includes('sixty days'));
const cites = await send(new Client(), '/chat', '/chat', { question: 'How can I return something?' });
check('the assistant takes the question', cites.status === 303);
check('the log tells who changed what', (await ada.ask('/admin/audit?actor=ada')).text.includes('ada'));
check('its chain holds', !tool('audit_check', '--database', owner).startsWith('exit'));
const actor = sql('SELECT actor FROM audit_log WHERE id = 3');
const forge = (name) => sql(`BEGIN; ALTER TABLE audit_log DISABLE TRIGGER audit_log_stays; UPDATE audit_log SET actor = '${name}' WHERE id = 3; ALTER TABLE audit_log ENABLE TRIGGER audit_log_stays; COMMIT`);
forge('nobody');
check('and shows where somebody broke it', tool('audit_check', '--database', owner).includes('broken at entry 3'));
forge(actor);
