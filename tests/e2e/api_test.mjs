// api_test.mjs - the JSON API as other people's tools see it: jose for tokens, ajv for answers, redocly for the document.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const folder = mkdtempSync(join(tmpdir(), 'parley-openapi.'));
writeFileSync(join(folder, 'openapi.json'), JSON.stringify(openapi));
const lint = spawnSync('npx', ['redocly', 'lint', '--format=json', join(folder, 'openapi.json')], {
  encoding: 'utf8', cwd: new URL('.', import.meta.url).pathname, maxBuffer: 1 << 26, env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
});
let totals;
try { totals = JSON.parse(lint.stdout.slice(lint.stdout.indexOf('{'))).totals; } catch { totals = undefined; }
check('redocly finds no error in the document', totals?.errors === 0, JSON.stringify(totals) + lint.stderr + lint.stdout.slice(0, 1500));
console.log(`# redocly: ${JSON.stringify(totals)}`);

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
  if (path.includes('/users/')) return registered.json.id;
  if (path.includes('/distribution-centers/')) return sql('SELECT min(id) FROM distribution_center');
  if (path.startsWith('/api/keys/')) return () => sql('SELECT max(id) FROM api_key');
  if (path.startsWith('/api/webhooks/deliveries/')) return () => sql('SELECT max(id) FROM webhook_delivery');
  if (path.startsWith('/api/webhooks/')) return () => sql('SELECT max(id) FROM webhook_endpoint');
  if (path.startsWith('/api/products/delete/')) return () => sql("SELECT max(id) FROM product WHERE sku LIKE 'COPPER-%'");
  return product;
}
const category = sql('SELECT slug FROM category WHERE parent_id IS NULL ORDER BY id LIMIT 1');
let serial = 0;
function bodyFor(operation, path) {
  const example = operation.requestBody?.content?.['application/json']?.example;
  if (example === undefined) return undefined;
  const body = JSON.parse(JSON.stringify(example));
  if (body.product_id) body.product_id = product;
  for (const item of body.items ?? []) item.product_id = product;
  if (body.center_id) body.center_id = Number(sql('SELECT min(id) FROM distribution_center'));
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
  const address = path.replace(/\{[a-z_]+\}/g, () => asIs(idFor(path)));
  const label = `${method.toUpperCase()} ${path}`;
  const isPublic = operation.security.length === 0;
  const good = await call(method.toUpperCase(), address, { token: isPublic && !path.endsWith('/logout') ? undefined : mine, body: bodyFor(operation, path) });
  check(`${label}: its example succeeds or meets the shop's state`, good.status < 300 || [409, 404].includes(good.status) || path.includes('refresh'), `${good.status} ${good.text}`);
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
const deep = await call('POST', '/api/login', { body: `${'['.repeat(10000)}${']'.repeat(10000)}` });
check('10,000 levels are refused and the worker lives', deep.status === 400 && (await call('GET', '/health')).status === 200);
const head = await fetch(`${shop}/api/products/${product}`, { method: 'HEAD' });
check('HEAD answers without a body', head.status === 200 && (await head.text()) === '');
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
const hook = (await call('POST', '/api/webhooks', { token, body: { url: `http://127.0.0.1:${listener.address().port}/hook`, events: ['order.placed'] } })).json;
sql(`UPDATE webhook_endpoint SET active = false WHERE id <> ${hook.id}`);
await call('POST', '/purchase', { token, body: { product_id: product } });
const { promisify } = await import('node:util');
const { execFile } = await import('node:child_process');
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
listener.close();

// --- figures
const metrics = (await call('GET', '/metrics')).text;
let promtool = 'not installed';
try { execFileSync('promtool', ['check', 'metrics'], { input: metrics, stdio: ['pipe', 'pipe', 'pipe'] }); promtool = ''; } catch (error) { if (error.code !== 'ENOENT') promtool = String(error.stdout) + String(error.stderr); }
check('promtool accepts the metrics', promtool === '', promtool);
check('all three pools are counted', ['admin', 'chat', 'shop'].every((pool) => metrics.includes(`parley_requests_total{pool="${pool}",code="2xx"}`)), metrics.slice(0, 500));
