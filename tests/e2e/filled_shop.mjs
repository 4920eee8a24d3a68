// filled_shop.mjs - something to see on each screen of the staff, by the shop's own forms: what pages_test
// looks at is what a shopkeeper has before him, not empty lists.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Client, sql } from './tap.mjs';

/** Sends the form of `page` that posts to `action`, with `fields` beside its hidden ones. */
async function send(person, page, action, fields) {
  const hidden = person.hidden((await person.ask(page)).text, action);
  const form = fields instanceof FormData ? fields : new URLSearchParams({ ...hidden, ...fields });
  if (form instanceof FormData) for (const [name, value] of Object.entries(hidden)) form.set(name, value);
  const answer = await person.ask(action, form);
  if (answer.status >= 400) throw new Error(`${action}: ${answer.status} ${answer.text.match(/class="error"[^>]*>([^<]*)/)?.[1] ?? ''}`);
  return answer;
}

function withFile(fields, field, name, content, type) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set(field, new Blob([content], { type }), name);
  return form;
}

/** Orders of alice: one in two parcels with a part refunded, one that she sends back. */
async function fillOrders(ada, alice, complete) {
  const order = sql("SELECT sales_order.id FROM sales_order JOIN order_line ON order_id = sales_order.id WHERE state = 'placed' AND payment_state = 'paid' AND fulfilment_state = 'open' GROUP BY 1 HAVING sum(quantity) > 1 ORDER BY 1 DESC LIMIT 1");
  const page = `/admin/order/${order}`;
  const lines = sql(`SELECT id || ' ' || quantity FROM order_line WHERE order_id = ${order} ORDER BY id`).split('\n').map((line) => line.split(' '));
  const parcel = Object.fromEntries(lines.map(([id, pieces], place) => [`pieces-${id}`, place === 0 ? 1 : pieces - 1]));
  await send(ada, page, `${page}/ship`, { ...parcel, carrier: 'Parcels Overnight and Sons', tracking: '00340434161094027318-A' });
  await send(ada, page, `${page}/refund`, { amount: '1.50', reason: 'A scratch on the box.' });

  const back = `/order/${complete}/withdraw`;
  const left = Object.fromEntries([...(await alice.ask(back)).text.matchAll(/name="(pieces-\d+)"/g)].map((field) => [field[1], 1]));
  const second = await send(alice, back, back, { ...left, reason: 'It does not go with the sofa.' });
  const last = await alice.ask(`${back}/confirm`, alice.hidden(second.text, `${back}/confirm`));
  if (last.status !== 303) throw new Error(`${back}: ${last.status}`);
  return { order, returned: sql(`SELECT id FROM return_request WHERE order_id = ${complete} ORDER BY id DESC LIMIT 1`) };
}

async function fillConnections(ada, product) {
  for (const [name, days] of [['Bookkeeping of the whole company', '365'], ['Scales in the warehouse', '']]) {
    await send(ada, '/admin/settings/keys', '/admin/settings/keys', { name, permission: 'orders', may_write: 'yes', days });
  }
  await send(ada, '/admin/settings/webhooks', '/admin/settings/webhooks', { url: 'https://hooks.example.com/services/parley/a-very-long-address-of-a-system-far-away', event: 'product.changed' });
  sql(`UPDATE product SET description = description || ' Now in a better box.' WHERE id = ${product}`);
  sql("UPDATE webhook_delivery SET state = 'dead', attempts = 12, last_status = 503, last_error = 'The server is tired: come back tomorrow.' WHERE id = (SELECT min(id) FROM webhook_delivery)");
}

async function fillImports(ada, sku) {
  const rows = `sku,name,price\n${sku},A better name for the same,19.99\nNEW-1,"Kettle, large",39.00\n,No number,1.00\n${sku},Twice,x\n`;
  const upload = (kind, name, content) => send(ada, '/admin/imports', '/admin/imports', withFile({ kind }, 'file', name, content, 'text/csv'));
  const first = await upload('products', 'products of spring.csv', rows);
  const second = await upload('customers', 'customers.csv', 'email,first_name,last_name,city\nnew.customer@example.org,Nia,Newman,Springfield\nnobody,No,Address,\n');
  await send(ada, second.to, `${second.to}/apply`, {});
  return first.to;
}

async function fillAssistant(ada) {
  const guest = new Client();
  let page = await guest.ask('/chat');
  for (const question of ['Do you have wireless headphones?', 'who won the chess world championship?', 'who won the chess world championship?']) {
    const answer = await guest.ask('/chat', { ...guest.hidden(page.text, '/chat'), question });
    if (answer.status >= 400) throw new Error(`/chat: ${answer.status}`);
    page = await guest.ask(answer.to.split('#')[0]);
  }
  // Another one stays a gap.
  page = await guest.ask('/chat', { ...guest.hidden(page.text, '/chat'), question: 'who painted the ceiling of the chapel?' });
  await guest.ask(page.to.split('#')[0]);
  const lesson = '/admin/conversations/gaps/mend?try=yes&wording=who+won+*&kind=answer&text=We+follow+no+sports.';
  await send(ada, lesson, '/admin/conversations/templates', {});
  await send(ada, '/admin/search/rule?id=0&version=0&try=save&kind=same&words=sofa%2C+couch', '/admin/search/rule', {});
  const talk = sql("SELECT max(conversation_id) FROM message WHERE text LIKE '%chess world championship?'");
  return { guest, lesson, talk };
}

async function fillPromotions(ada) {
  await send(ada, '/admin/promotions/new', '/admin/promotions/new', { name: 'Ten off for friends of the house', code: 'FRIENDS', kind: 'percent', value: '10', minimum: '50', category: '0', starts: '2026-01-01T00:00', ends: '2036-01-01T00:00', limit_total: '500', limit_per_customer: '1', priority: '0', active: '1' });
  return sql("SELECT id FROM promotion WHERE code = 'FRIENDS'");
}

/** Returns the ids that the addresses of screens need. */
export async function fillShop({ product, complete }) {
  const ada = new Client();
  const alice = new Client();
  await ada.logIn('ada');
  await alice.logIn('alice');
  if (sql("SELECT count(*) FROM model_version WHERE state = 'active'") === '0') {
    execFileSync('build/retrain', ['--database', `host=${process.env.SHOP_SOCKET} user=owner dbname=parley`], { stdio: 'ignore' });
  }
  const { order, returned } = await fillOrders(ada, alice, complete);
  await fillConnections(ada, product);
  const upload = await fillImports(ada, sql(`SELECT sku FROM product WHERE id = ${product}`));
  const { guest, lesson, talk } = await fillAssistant(ada);
  const promotion = await fillPromotions(ada);
  const photo = readFileSync('tests/page/pictures/photo.jpg');
  await send(ada, `/admin/products/${product}/pictures`, `/admin/products/${product}/pictures`, withFile({ alt: 'As it stands in a living room' }, 'picture', 'photo.jpg', photo, 'image/jpeg'));
  await send(ada, `/admin/products/${product}`, `/admin/products/${product}/sale`, { sale_price: '9.99', sale_starts: '', sale_ends: '' });
  // A letter that reached nobody.
  await send(alice, '/password/forgot', '/password/forgot', { email: sql("SELECT email FROM account WHERE username = 'alice'") });
  sql("UPDATE mail SET state = 'dead', sent_at = NULL, attempts = 12, last_error = '550 5.1.1 there is no such mailbox here' WHERE id = (SELECT min(id) FROM mail)");
  return { order, returned, upload, lesson, talk, promotion, guest };
}
