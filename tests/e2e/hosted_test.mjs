// hosted_test.mjs - buying through nginx with a payment service (Stripe Checkout's protocol): a stub of it
// pays, tells late, twice, in the wrong order and with a forged signature, refunds, and goes away.
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { check, Client, shop, sql } from './tap.mjs';

const KEY = 'sk_test_of_the_stub';
const SECRET = 'whsec_of_the_stub';
const data = process.env.SHOP_DATA;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// --- the payment service ------------------------------------------------------------------------
const service = { sessions: new Map(), byToken: new Map(), refunds: [], asked: 0, slow: 0, isDown: false };
const server = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  if (service.isDown) return request.socket.destroy();
  service.asked += 1;
  await pause(service.slow);
  const say = (status, json) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  if (request.headers.authorization !== `Bearer ${KEY}`) return say(401, { error: { message: 'no such key' } });
  const fields = new URLSearchParams(body);
  const token = request.headers['idempotency-key'];
  if (request.url === '/v1/checkout/sessions') {
    if (!service.byToken.has(token)) {
      const id = `cs_test_${service.sessions.size + 1}`;
      service.byToken.set(token, id);
      service.sessions.set(id, {
        id, object: 'checkout.session', url: `${service.url}/pay/${id}`, client_reference_id: fields.get('client_reference_id'),
        amount_total: Number(fields.get('line_items[0][price_data][unit_amount]')),
        currency: fields.get('line_items[0][price_data][currency]'), success_url: fields.get('success_url'),
        status: 'open', payment_status: 'unpaid', payment_intent: null,
      });
    }
    return say(200, service.sessions.get(service.byToken.get(token)));
  }
  if (request.url === '/v1/refunds') {
    if (!service.refunds.some((one) => one.token === token)) {
      service.refunds.push({ token, payment: fields.get('payment_intent'), amount: Number(fields.get('amount')) });
    }
    return say(200, { id: 're_1', status: 'succeeded' });
  }
  const [, , , , id, verb] = request.url.split('/');
  const session = service.sessions.get(id);
  if (!session) return say(404, { error: { message: 'no such session' } });
  if (verb === 'expire') session.status = 'expired';
  return say(200, session);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
service.url = `http://127.0.0.1:${server.address().port}`;

const pay = (session) => Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: `pi_of_${session.id}` });
const signed = (body, secret = SECRET, at = Math.floor(Date.now() / 1000)) =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
const event = (id, type, object) => JSON.stringify({ id, object: 'event', type, data: { object } });
async function tell(body, signature = signed(body)) {
  const answer = await fetch(`${shop}/webhooks/payments`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'stripe-signature': signature } });
  return answer.status;
}

// --- the shop learns of it ------------------------------------------------------------------------
const settings = `${data}/shop.conf`;
const secrets = `${data}/secret.conf`;
const before = { settings: readFileSync(settings, 'utf8'), secrets: readFileSync(secrets, 'utf8') };
const masters = () => ['shop', 'admin'].map((pool) =>
  execFileSync('pgrep', ['-of', `shop.fcgi .*--pool ${pool} .*${data}`], { encoding: 'utf8' }).trim());
function reload() {
  for (const master of masters()) process.kill(Number(master), 'SIGHUP');
}
const restore = () => {
  writeFileSync(settings, before.settings);
  writeFileSync(secrets, before.secrets);
  reload();
};

/** Buys what is there. */
class Buyer extends Client {
  async fillCart() {
    const product = sql('SELECT id FROM product WHERE in_stock > 20 AND withdrawn_at IS NULL ORDER BY id DESC LIMIT 1');
    await this.ask('/cart/add', { product, pieces: '1' });
    const page = await this.ask('/checkout');
    return { ...this.hidden(page.text, '/checkout'), email: 'hosted@example.com', name: 'Hosted Buyer', street: '1 Main St',
      postal_code: '97201', city: 'Portland', country: 'US', phone: '', shipping: 'standard', payment: 'hosted_card' };
  }
  /** Buys one piece; the order's number in the database. */
  async buy() {
    const answer = await this.ask('/checkout', await this.fillCart());
    return { answer, order: Number((answer.to.match(/order\/(\d+)/) || [])[1]) };
  }
}
const stateOf = (order) => sql(`SELECT payment_state FROM sales_order WHERE id = ${order}`);
const sessionOf = (order) => service.sessions.get(sql(`SELECT session FROM hosted_session WHERE order_id = ${order} ORDER BY id DESC LIMIT 1`));
const payments = (order) => Number(sql(`SELECT count(*) FROM payment WHERE order_id = ${order} AND state = 'succeeded'`));

try {
  writeFileSync(settings, before.settings.replace(/^card_gateway = .*$/m, `card_gateway = ${service.url}`));
  writeFileSync(secrets, `${before.secrets}gateway_key = ${KEY}\ngateway_webhook_secret = ${SECRET}\n`);
  reload();
  const guest = new Buyer();
  let offered = false;
  for (let i = 0; i < 100 && !offered; i += 1) {
    await pause(100);
    await guest.fillCart();
    offered = (await guest.ask('/checkout')).text.includes('value="hosted_card"');
  }
  check('a shop with a payment service offers to pay there', offered);
  await pause(1000);  // every worker has read its settings

  // Bought, paid over there, and the word of it comes late.
  const first = await guest.buy();
  check('the button leads to the way to the service', first.answer.status === 303 && first.answer.to.endsWith('/pay/hosted'), first.answer.to);
  const page = await guest.ask(`/order/${first.order}/pay/hosted`);
  const session = sessionOf(first.order);
  check('where a link leads on to its page', page.text.includes(`href="${session.url}"`), page.text.slice(0, 300));
  check('for the whole total', session.amount_total === Number(sql(`SELECT total_cents FROM sales_order WHERE id = ${first.order}`)));
  check('and back to this shop', session.success_url === `${shop}/order/${first.order}/pay/hosted`, session.success_url);
  check('nothing is paid yet', stateOf(first.order) === 'unpaid');
  pay(session);
  const back = await guest.ask(`/order/${first.order}/pay/hosted`);
  check('who comes back before the word does finds his order paid', back.to === `/order/${first.order}` && stateOf(first.order) === 'paid', back.to);
  check('the late word is taken', (await tell(event('evt_late', 'checkout.session.completed', session))) === 200);
  check('and changes nothing', payments(first.order) === 1);

  // Forged, twice, in the wrong order.
  const second = await new Buyer().buy();
  const paid = pay(sessionOf(second.order));
  const body = event('evt_second', 'checkout.session.completed', paid);
  check('a forged word is refused', (await tell(body, signed(body, 'whsec_guessed'))) === 400 && stateOf(second.order) === 'unpaid');
  check('an old one, too', (await tell(body, signed(body, SECRET, Math.floor(Date.now() / 1000) - 3600))) === 400);
  check('and one without a signature', (await tell(body, '')) === 400 && stateOf(second.order) === 'unpaid');
  const both = await Promise.all([tell(body), tell(body)]);
  check('the same word twice at once counts once', both.every((status) => status === 200) && payments(second.order) === 1, both);
  check('and the order is paid', stateOf(second.order) === 'paid');
  const third = await new Buyer().buy();
  const refunded = pay(sessionOf(third.order));
  check('a refund that is told before the payment waits',
    (await tell(event('evt_early', 'charge.refunded', { id: 'ch_1', payment_intent: refunded.payment_intent, amount_refunded: 100 }))) === 200 && stateOf(third.order) === 'unpaid');
  await tell(event('evt_third', 'checkout.session.completed', refunded));
  check('until the payment is told', stateOf(third.order) === 'paid');
  check('an expiry that comes last takes nothing back',
    (await tell(event('evt_expired', 'checkout.session.expired', { ...refunded, status: 'expired' }))) === 200 && stateOf(third.order) === 'paid');

  // Staff send money back.
  const sam = new Client();
  await sam.logIn('ada');
  const file = await sam.ask(`/admin/order/${first.order}`);
  const form = { ...sam.hidden(file.text, `/admin/order/${first.order}/refund`), amount: '1.00', reason: 'a scratch' };
  const [once, again] = [await sam.ask(`/admin/order/${first.order}/refund`, form), await sam.ask(`/admin/order/${first.order}/refund`, form)];
  const sent = service.refunds.filter((one) => one.payment === session.payment_intent);
  check('a refund reaches the service, and pressed twice it does so once', once.status === 303 && again.status === 303 && sent.length === 1 && sent[0].amount === 100,
    JSON.stringify([once.status, again.status, sent]));

  // Two presses that meet.
  service.slow = 600;
  const hasty = new Buyer();
  const pressed = await hasty.fillCart();
  const count = Number(sql("SELECT count(*) FROM sales_order WHERE state <> 'temp'"));
  const sessions = service.sessions.size;
  const answers = await Promise.all([hasty.ask('/checkout', pressed), pause(150).then(() => hasty.ask('/checkout', pressed))]);
  service.slow = 0;
  const landed = answers.map((answer) => (answer.to.match(/^\/order\/(\d+)/) || [])[1]);
  check('two presses that meet make one order', Number(sql("SELECT count(*) FROM sales_order WHERE state <> 'temp'")) === count + 1);
  check('one payment page', service.sessions.size === sessions + 1);
  check('and both arrive at that order', answers.every((answer) => answer.status === 303) && landed[0] && landed[0] === landed[1] && !answers.some((answer) => answer.to.endsWith('/pay')),
    JSON.stringify(answers.map((answer) => answer.to)));

  // The service is away.
  service.isDown = true;
  const buyer = new Buyer();
  const fourth = await buyer.buy();
  check('without the service the order is kept', fourth.answer.to === `/order/${fourth.order}/pay` && stateOf(fourth.order) === 'unpaid', fourth.answer.to);
  const sorry = await buyer.ask(fourth.answer.to);
  check('and the page says that it does not answer', sorry.text.includes('does not answer'), sorry.text.slice(0, 200));
  check('the rest of the shop does not mind', (await buyer.ask('/')).status === 200);
  service.isDown = false;
  const form4 = { ...buyer.hidden(sorry.text, `/order/${fourth.order}/pay`), payment: 'hosted_card' };
  check('when it is back the same button works', (await buyer.ask(`/order/${fourth.order}/pay`, form4)).to.endsWith('/pay/hosted'));
} finally {
  restore();
  server.close();
}
