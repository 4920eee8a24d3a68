// api_test.mjs - the JSON API as other people's tools see it: jose for tokens, ajv for answers, redocly for the document.
import { execFile, execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { readFileSync, renameSync } from 'node:fs';
import { promisify } from 'node:util';
import * as redocly from '@redocly/openapi-core';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as jose from 'jose';
import { check, password, shop, sql } from './tap.mjs';

async function call(method, path, { body, token, headers = {} } = {}) {
  const sent = { Accept: 'application/json', ...headers };
  if (token) sent.Authorization = `Bearer ${token}`;
  if (body !== undefined && !(body instanceof FormData)) sent['Content-Type'] ??= 'application/json';
  const answer = await fetch(shop + path, {
    method, headers: sent, redirect: 'manual',
    body: body === undefined || body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  let json;
  try { json = JSON.parse(text); } catch { json = undefined; }
  return { status: answer.status, headers: answer.headers, text, json };
}
const adminName = readFileSync(`${process.env.SHOP_DATA}/demo-accounts.txt`, 'utf8').split('\n').map((line) => line.split(' ')).find((line) => line[0] === 'admin')[1];
const logIn = async (username, secret) => (await call('POST', '/api/login/', { body: { username, password: secret } })).json;

// --- a whole purchase
const user = `api${Date.now() % 1e8}`;
const secret = 'a good long secret';
const registered = await call('POST', '/api/users/register/', { body: { username: user, email: `${user}@example.com`, password: secret, city: 'Bern', country: 'CH' } });
check('an account is made', registered.status === 201, registered.text);
const tokens = await logIn(user, secret);
check('and logs in', tokens?.token_type === 'Bearer', JSON.stringify(tokens));
const found = await call('GET', '/api/products/?q=lamp&in_stock=true&per_page=2');
check('products are found', found.json?.items?.length > 0, found.text);
const product = Number(sql('SELECT id FROM product WHERE in_stock > 50 AND withdrawn_at IS NULL ORDER BY id LIMIT 1'));
const before = Number(sql(`SELECT in_stock FROM product WHERE id = ${product}`));
const bought = await call('POST', '/purchase', { token: tokens.access, body: { product_id: product, quantity: 2 }, headers: { 'Idempotency-Key': 'e2e-1' } });
check('one is bought', bought.status === 201, bought.text);
const again = await call('POST', '/purchase', { token: tokens.access, body: { product_id: product, quantity: 2 }, headers: { 'Idempotency-Key': 'e2e-1' } });
check('the same key buys once', again.text === bought.text && Number(sql(`SELECT in_stock FROM product WHERE id = ${product}`)) === before - 2);
const two = await Promise.all([1, 2, 3, 4].map(() => call('POST', '/purchase', { token: tokens.access, body: { product_id: product, quantity: 1 }, headers: { 'Idempotency-Key': 'e2e-race' } })));
check('also when four come at once', Number(sql(`SELECT in_stock FROM product WHERE id = ${product}`)) === before - 3, two.map((answer) => answer.status).join());
check('with and without a slash at the end', (await call('GET', '/api/orders/myorders', { token: tokens.access })).text === (await call('GET', '/api/orders/myorders/', { token: tokens.access })).text);

// --- tokens, by a public library
const keyLine = readFileSync(`${process.env.SHOP_DATA}/secret.conf`, 'utf8').match(/session_keys = (\S+?):(\S+)/);
const key = jose.base64url.decode(keyLine[2]);
const verified = await jose.jwtVerify(tokens.access, key, { audience: 'parley-api', algorithms: ['HS256'] });
check('jose verifies our token', verified.payload.sub === String(registered.json.id) && verified.protectedHeader.kid === keyLine[1]);
const sign = (claims, { alg = 'HS256', kid = keyLine[1], by = key } = {}) => new jose.SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(by);
const claims = { ...verified.payload };
const profile = async (token) => (await call('GET', '/api/users/profile/', { token })).status;
check('we take what jose signs', await profile(await sign(claims)) === 200);
for (const [name, token] of [
  ['without exp', await sign({ ...claims, exp: undefined })],
  ['without iat', await sign({ ...claims, iat: undefined })],
  ['that has expired', await sign({ ...claims, exp: claims.iat - 100 })],
  ['from the future', await sign({ ...claims, iat: claims.iat + 9999 })],
  ['with an exp that is a text', await sign({ ...claims, exp: '9999999999' })],
  ['of another issuer', await sign({ ...claims, iss: 'https://evil.example' })],
  ['for another audience', await sign({ ...claims, aud: 'other' })],
  ['of another account', await sign({ ...claims, sub: '1' })],
  ['of no account', await sign({ ...claims, sub: '0' })],
  ['of another log-in', await sign({ ...claims, family: 999999999 })],
  ['by HS512', await sign(claims, { alg: 'HS512', by: new Uint8Array(64).fill(7) })],
  ['by another key', await sign(claims, { by: new Uint8Array(32).fill(7) })],
  ['of an unknown kid', await sign(claims, { kid: '../../etc/passwd' })],
  ['by nobody', `${jose.base64url.encode('{"alg":"none"}')}.${tokens.access.split('.')[1]}.`],
  ['edited', `${tokens.access.split('.')[0]}.${jose.base64url.encode(JSON.stringify({ ...claims, sub: '1' }))}.${tokens.access.split('.')[2]}`],
]) check(`a token ${name} is refused`, await profile(token) === 401);
const refreshed = await call('POST', '/api/token/refresh/', { body: { refresh: tokens.refresh } });
check('a refresh token gives a new pair', refreshed.status === 200 && (refreshed.headers.get('set-cookie') ?? '').includes('HttpOnly'));

// --- the document
const openapi = (await call('GET', '/api/openapi.json')).json;
const problems = await redocly.lintFromString({ source: JSON.stringify(openapi), absoluteRef: 'openapi.json', config: await redocly.createConfig({ extends: ['recommended'] }) });
const totals = redocly.getTotals(problems.filter((problem) => !problem.ignored));
check('redocly finds no error in the document', totals.errors === 0 && Object.keys(openapi.paths).length > 50, problems.filter((problem) => problem.severity === 'error').slice(0, 5).map((problem) => `${problem.ruleId}: ${problem.message}`).join('; '));
console.log(`# redocly: ${JSON.stringify(totals)} ${problems.filter((problem) => problem.severity !== 'error').map((problem) => `${problem.ruleId} at ${problem.location[0]?.pointer}`).join('; ')}`);

// --- the contract: every documented example sent, every answer validated
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default ? addFormats.default(ajv) : addFormats(ajv);
ajv.addSchema({ $id: 'doc', components: openapi.components });
const resolved = (schema) => JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"doc#/components'));
const validators = new Map();
function matches(schema, value) {
  const text = JSON.stringify(schema);
  if (!validators.has(text)) validators.set(text, ajv.compile(resolved(schema)));
  const validate = validators.get(text);
  return validate(value) ? '' : ajv.errorsText(validate.errors).slice(0, 300);
}
const admin = await logIn(adminName, password(adminName));
check('the admin logs in', admin?.user?.role === 'admin', JSON.stringify(admin));
const token = admin.access;
const ids = {
  product,
  order: () => sql(`SELECT max(id) FROM sales_order WHERE account_id = ${admin.user.id} AND state = 'placed'`),
  session: () => sql(`SELECT max(id) FROM conversation WHERE account_id = ${admin.user.id}`),
  message: () => sql(`SELECT max(message.id) FROM message JOIN conversation ON conversation.id = conversation_id WHERE account_id = ${admin.user.id}`),
};
const asIs = (value) => (typeof value === 'function' ? value() : value);
function idFor(path) {
  if (path.startsWith('/api/orders/')) return ids.order;
  if (path.startsWith('/api/sessions/')) return ids.session;
  if (path.startsWith('/api/messages/')) return ids.message;
  if (path.startsWith('/api/templates/')) return sql("SELECT min(id) FROM conversation_template WHERE opening <> ''");
  if (path.startsWith('/api/ml/jobs/')) return () => sql('SELECT COALESCE(max(id), 1) FROM model_job');
  if (path.startsWith('/api/ml/models/')) return modelVersion;
  if (path.includes('/users/')) return registered.json.id;
  if (path.includes('/distribution-centers/')) return sql('SELECT min(id) FROM distribution_center');
  if (path.startsWith('/api/keys/')) return () => sql('SELECT max(id) FROM api_key');
  if (path.startsWith('/api/webhooks/deliveries/')) return () => sql('SELECT max(id) FROM webhook_delivery');
  if (path.startsWith('/api/webhooks/')) return () => sql('SELECT max(id) FROM webhook_endpoint');
  if (path.startsWith('/api/products/delete/')) return () => sql("SELECT max(id) FROM product WHERE sku LIKE 'COPPER-%'");
  return product;
}
// The demo shop trains nothing: one version of a model that served before, and what it said of a customer.
const modelVersion = sql("INSERT INTO model_version (model, window_from, window_to, code_version, parameters, seed, metrics, artifact, verdict, state, activated_at) VALUES ('churn', '2025-01-01', '2026-01-01', 'e2e', '{}', 1, '{\"figure\": \"AUC\", \"challenger\": {\"value\": 0.75, \"low\": 0.7, \"high\": 0.8}, \"plain\": {\"value\": 0.6}}', 'bytes', 'AUC 0.7500', 'retired', now()) RETURNING id").split('\n')[0];
sql(`INSERT INTO customer_prediction (account_id, cut_at, churn, spend_cents, purchases, churn_reasons) VALUES (${registered.json.id}, now(), 0.25, 4200, 1.5, '[{"feature": "idle_days", "value": 90, "adds": 0.8}]') ON CONFLICT DO NOTHING`);
// And something to tell, for who looks at deliveries.
await call('POST', '/api/webhooks', { token, body: { url: 'https://hooks.invalid/', events: ['order.placed'] } });
await call('POST', '/purchase', { token: tokens.access, body: { product_id: product } });
const category = sql('SELECT slug FROM category WHERE parent_id IS NULL ORDER BY id LIMIT 1');
let serial = 0;
function bodyFor(operation, path) {
  const example = operation.requestBody?.content?.['application/json']?.example;
  if (example === undefined) return undefined;
  const body = JSON.parse(JSON.stringify(example));
  if (body.product_id) body.product_id = product;
  for (const item of body.items ?? []) item.product_id = product;
  if (body.center_id) body.center_id = Number(sql('SELECT min(id) FROM distribution_center'));
  if (body.user_id) body.user_id = registered.json.id;
  if (body.sku) { body.sku = `COPPER-${Date.now()}-${serial += 1}`; body.category = category; }
  if (path.includes('register')) { serial += 1; body.username = `doc${Date.now() % 1e7}${serial}`; body.email = `${body.username}@example.com`; }
  if (body.password && !path.includes('register')) { body.username = user; body.password = secret; }
  if (body.refresh) body.refresh = refreshed.json.refresh;
  return body;
}
// What removes something comes last; pay before deliver before cancel.
const late = ['DELETE', '/cancel', '/deliver', '/logout'];
const rank = ([path, method]) => late.findIndex((word) => method.toUpperCase() === word || path.includes(word));
const operations = Object.entries(openapi.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [path, method, operation]))
  .sort((a, b) => rank(a) - rank(b));
let answered = 0;
async function confirm(label, answer, operation) {
  const documented = operation.responses[answer.status];
  if (!documented) return check(`${label} answers as documented`, false, `${answer.status} ${answer.text}`);
  answered += 1;
  const media = documented.content ?? {};
  const type = (answer.headers.get('content-type') ?? '').split(';')[0];
  if (Object.keys(media).length === 0) return check(`${label} is ${answer.status} without a body`, answer.text === '', answer.text);
  const documentedType = Object.keys(media).find((name) => name.split(';')[0] === type);
  if (!documentedType) return check(`${label} has a documented type`, false, type);
  if (!type.endsWith('json')) return check(`${label} is ${answer.status}`, true);
  return check(`${label} is ${answer.status} in its shape`, matches(media[documentedType].schema, answer.json) === '', matches(media[documentedType].schema, answer.json) + answer.text.slice(0, 200));
}
for (const [path, method, operation] of operations) {
  if (path.endsWith('/upload')) continue;
  const mine = path.endsWith('/logout') ? (await logIn(user, secret)).access : token;
  const label = `${method.toUpperCase()} ${path}`;
  const isPublic = operation.security.length === 0;
  // What the example needs to find: a line in the cart, an order that is not paid, no job in the way.
  if (path.startsWith('/api/cart/items/')) await call('POST', '/api/cart/items', { token, body: { product_id: product } });
  if (path.endsWith('/cancel')) await call('POST', '/api/orders/add', { token, body: { items: [{ product_id: product }], payment_method: 'bank_transfer' } });
  if (path.startsWith('/api/ml/')) sql(path.endsWith('/stop') ? "INSERT INTO model_job (model, reason) VALUES ('spending', 'request') ON CONFLICT DO NOTHING" : "UPDATE model_job SET state = 'stopped', finished_at = now() WHERE state IN ('waiting', 'running')");
  const address = path.replace(/\{[a-z_]+\}/g, () => asIs(idFor(path)));
  const good = await call(method.toUpperCase(), address, { token: isPublic && !path.endsWith('/logout') ? undefined : mine, body: bodyFor(operation, path) });
  check(`${label}: its example succeeds`, good.status < 300, `${good.status} ${good.text}`);
  await confirm(`${label}: its example`, good, operation);
  if (!isPublic) await confirm(`${label} without a token`, await call(method.toUpperCase(), address), operation);
  if (operation.requestBody) {
    const auth = isPublic ? undefined : token;
    await confirm(`${label} with a broken body`, await call(method.toUpperCase(), address, { token: auth, body: '{"a":' }), path === '/api/mcp' ? operation : operation);
    await confirm(`${label} with a text body`, await call(method.toUpperCase(), address, { token: auth, body: 'hello', headers: { 'Content-Type': 'text/plain' } }), operation);
  }
  if (path.includes('{')) {
    await confirm(`${label} of nothing`, await call(method.toUpperCase(), path.replace(/\{[a-z_]+\}/g, '999999999'), { token: isPublic ? undefined : token, body: bodyFor(operation, path) }), operation);
  }
}
console.log(`# contract: ${operations.length} operations, ${answered} answers validated`);

// --- what nginx itself says to JSON clients
const huge = await call('POST', '/api/login', { body: 'x'.repeat(12_000_000), headers: { 'Content-Type': 'application/json' } }).catch((error) => ({ text: String(error) }));
check('12 MB are refused as problem+json', huge.status === 413 && huge.json?.status === 413, huge.text?.slice(0, 200));
const sockets = `${process.env.SHOP_DATA}/run`;
renameSync(`${sockets}/chat.sock`, `${sockets}/chat.away`);
const away = await call('GET', '/api/sessions', { token });
const awayPage = await fetch(`${shop}/chat`);
renameSync(`${sockets}/chat.away`, `${sockets}/chat.sock`);
check('a pool that is away is 502, for JSON clients as problem+json', away.status === 502 && away.json?.status === 502 && away.headers.get('content-type') === 'application/problem+json', `${away.status} ${away.headers.get('content-type')} ${away.text}`);
check('and a page for browsers', awayPage.status === 502 && awayPage.headers.get('content-type').startsWith('text/html'), awayPage.status);
check('and back when it is back', (await call('GET', '/api/sessions', { token })).status === 200);
const invalid = await fetch(`${shop}/api/login`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) });
check('a body that is not UTF-8 is 400', invalid.status === 400 && (await invalid.json()).status === 400);
const raw = (text, { end = true } = {}) => new Promise((resolve) => {
  const { hostname, port } = new URL(shop);
  const socket = connect(Number(port), hostname, () => { socket.write(text); });
  let said = '';
  socket.on('data', (data) => { said += data; if (!end) { socket.destroy(); resolve(said); } });
  socket.on('end', () => resolve(said));
  socket.on('error', () => resolve(said));
});
check('a header that nginx cannot read is 400 in JSON', /^HTTP\/1.1 400[^]*application\/problem\+json/.test(await raw('GET /api/products HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\nConnection: close\r\n\r\n')), await raw('GET /api/products HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\nConnection: close\r\n\r\n'));
check('a body in chunks is read', (await raw('POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n')).startsWith('HTTP/1.1 422'));
// Twenty clients that send a byte and wait: nobody else waits for them.
const slow = Array.from({ length: 20 }, () => { const { hostname, port } = new URL(shop); const socket = connect(Number(port), hostname, () => socket.write('POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{')); socket.on('error', () => {}); return socket; });
await new Promise((resolve) => { setTimeout(resolve, 200); });
const begun = Date.now();
const meanwhile = await Promise.all([1, 2, 3, 4].map(() => call('GET', '/health')));
check('slow senders keep nobody waiting', meanwhile.every((answer) => answer.status === 200) && Date.now() - begun < 5000, Date.now() - begun);
for (const socket of slow) socket.destroy();
const deep = await call('POST', '/api/login', { body: `${'['.repeat(10000)}${']'.repeat(10000)}` });
check('10,000 levels are refused and the worker lives', deep.status === 400 && (await call('GET', '/health')).status === 200);
const head = await fetch(`${shop}/api/products/${product}`, { method: 'HEAD' });
check('HEAD answers without a body', head.status === 200 && (await head.text()) === '');
const packed = await fetch(`${shop}/api/products?per_page=24`, { headers: { Accept: 'application/json', 'Accept-Encoding': 'gzip' } });
check('a long answer is gzipped', packed.headers.get('content-encoding') === 'gzip' && (await packed.json()).items.length > 0, packed.headers.get('content-encoding'));
const packedAgain = await fetch(`${shop}/api/products?per_page=24`, { headers: { Accept: 'application/json', 'Accept-Encoding': 'gzip', 'If-None-Match': packed.headers.get('etag') } });
check('and not sent again with its weak ETag', packedAgain.status === 304, `${packed.headers.get('etag')} ${packedAgain.status}`);
const etag = (await call('GET', `/api/products/${product}`)).headers.get('etag');
check('an unchanged product is 304', (await call('GET', `/api/products/${product}`, { headers: { 'If-None-Match': etag } })).status === 304);
check('OPTIONS names the methods', ((await call('OPTIONS', '/api/cart')).headers.get('allow') ?? '').includes('DELETE'));
check('no origin is allowed by default', (await call('GET', '/api/products', { headers: { Origin: 'https://evil.example' } })).headers.get('access-control-allow-origin') === null);
const pipelined = await new Promise((resolve) => {
  const { hostname, port } = new URL(shop);
  const socket = connect(Number(port), hostname, () => socket.write('GET /api/categories HTTP/1.1\r\nHost: x\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'));
  let text = '';
  socket.on('data', (data) => { text += data; });
  socket.on('end', () => resolve(text));
});
check('two requests at once get two answers', pipelined.split('HTTP/1.1 200').length === 3, pipelined.slice(0, 300));

// --- the answer that grows
const stream = await fetch(`${shop}/api/chat/`, { method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Accept: 'text/event-stream' }, body: JSON.stringify({ message: 'hello' }) });
const events = await stream.text();
check('the assistant streams its answer', stream.headers.get('content-type') === 'text/event-stream' && /event: question\n[^]*event: line\n[^]*event: message\n/.test(events), events.slice(0, 300));

// --- webhooks, told by the sender
const heard = [];
const listener = createServer((request, response) => {
  let body = '';
  request.on('data', (data) => { body += data; });
  request.on('end', () => { heard.push({ headers: request.headers, body }); response.statusCode = heard.length === 1 ? 500 : 204; response.end(); });
}).listen(0, '127.0.0.1');
await new Promise((resolve) => { listener.once('listening', resolve); });
// The shop's own sender sleeps meanwhile: each try here is one that is asked for.
const ownSender = Number(execFileSync('pgrep', ['-of', `send_webhooks .*${process.env.SHOP_DATA}`], { encoding: 'utf8' }));
process.kill(ownSender, 'SIGSTOP');
const hook = (await call('POST', '/api/webhooks', { token, body: { url: `http://127.0.0.1:${listener.address().port}/hook`, events: ['order.placed'] } })).json;
sql(`UPDATE webhook_endpoint SET active = false WHERE id <> ${hook.id}`);
await call('POST', '/purchase', { token, body: { product_id: product } });
const sender = (...more) => promisify(execFile)('build/send_webhooks', ['--config', `${process.env.SHOP_DATA}/shop.conf`, '--secrets', `${process.env.SHOP_DATA}/secret.conf`, ...more]);
await sender();
check('a machine of the own network is not told', heard.length === 0);
const due = () => sql("UPDATE webhook_delivery SET next_try_at = now() WHERE state = 'waiting'");
due();
await sender('--allow-private');
due();
await sender('--allow-private');
check('unless that is allowed; a failure is tried again', heard.length === 2, heard.length);
const last = heard.at(-1);
const expected = createHmac('sha256', Buffer.from(hook.secret.slice(6), 'base64url')).update(`${last.headers['webhook-id']}.${last.headers['webhook-timestamp']}.${last.body}`).digest('base64');
check('each try is signed over id, time and body', last.headers['webhook-signature'] === `v1,${expected}`);
check('and carries the same id', heard[0].headers['webhook-id'] === last.headers['webhook-id']);
check('what was told is known as delivered', sql(`SELECT state || attempts FROM webhook_delivery WHERE endpoint_id = ${hook.id}`) === 'delivered3');
process.kill(ownSender, 'SIGCONT');
listener.close();

// --- figures
const metrics = (await call('GET', '/metrics')).text;
let promtool = 'not installed';
try { execFileSync('promtool', ['check', 'metrics'], { input: metrics, stdio: ['pipe', 'pipe', 'pipe'] }); promtool = ''; } catch (error) { if (error.code !== 'ENOENT') promtool = String(error.stdout) + String(error.stderr); }
check('promtool accepts the metrics', promtool === '', promtool);
const alive = execFileSync('pgrep', ['-fc', `shop.fcgi .*${process.env.SHOP_DATA}/.*--pool shop`]).toString().trim() - 1;  // without their master
const gauge = (name) => Number(metrics.match(new RegExp(`^${name}{pool="shop"} (\\d+)$`, 'm'))?.[1]);
check('as many workers as there are', gauge('parley_workers') === alive, `${gauge('parley_workers')} of ${alive}`);
check('and the one that answers this is busy', gauge('parley_workers_busy') >= 1 && gauge('parley_workers_busy') <= alive);
check('all three pools are counted', ['admin', 'chat', 'shop'].every((pool) => metrics.includes(`parley_requests_total{pool="${pool}",code="2xx"}`)), metrics.slice(0, 500));
