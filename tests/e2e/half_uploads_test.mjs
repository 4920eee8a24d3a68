// half_uploads_test.mjs - clients that break off in the middle of an upload: through nginx and straight at
// the FastCGI socket. Nothing of it is kept, nobody else waits for it, and the worker lives on.
import { connect } from 'node:net';
import { execFileSync } from 'node:child_process';
import { check, Client, shop, sql } from './tap.mjs';

const data = process.env.SHOP_DATA;
const { hostname, port } = new URL(shop);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const workers = () => execFileSync('pgrep', ['-f', `shop.fcgi .*--pool admin .*${data}`], { encoding: 'utf8' }).trim();

// --- somebody of the staff --------------------------------------------------------------------------
const ada = new Client();
await ada.logIn('ada');
const { csrf } = ada.hidden((await ada.ask('/admin/imports')).text, '/admin/imports');
const ask = (path) => ada.ask(path);
check('staff are logged in', csrf.length > 10);

const edge = 'the-edge-of-parts';
const part = (name, value, file) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"${file ? `; filename="${file}"` : ''}\r\n\r\n${value}\r\n`;
const rows = `sku,price\n${'HALF-1,9.99\n'.repeat(20000)}`;
const upload = `${part('csrf', csrf)}${part('kind', 'products')}${part('file', rows, 'half.csv')}--${edge}--\r\n`;
const product = sql('SELECT id FROM product ORDER BY id LIMIT 1');
const picture = `${part('csrf', csrf)}${part('version', '1')}${part('picture', 'x'.repeat(300000), 'half.png')}--${edge}--\r\n`;

/** Sends the head and a part of the body, then hangs up. */
function breakOff(path, body, share) {
  return new Promise((done) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${ada.cookie}\r\ncontent-type: multipart/form-data; boundary=${edge}\r\ncontent-length: ${body.length}\r\n\r\n`);
      socket.write(body.slice(0, Math.floor(body.length * share)), () => setTimeout(() => { socket.destroy(); done(); }, 100));
    });
    socket.on('error', done);
  });
}

const kept = () => sql('SELECT count(*) FROM csv_upload');
const pictures = () => sql(`SELECT count(*) FROM product_picture WHERE product_id = ${product}`);
const [keptBefore, picturesBefore, workersBefore] = [kept(), pictures(), workers()];
for (const share of [0, 0.1, 0.5, 0.999]) {
  await breakOff('/admin/imports', upload, share);
  await breakOff(`/admin/products/${product}/pictures`, picture, share);
}
await pause(300);
check('half an upload through nginx leaves no file behind', kept() === keptBefore);
check('nor a picture', pictures() === picturesBefore);
check('the next visitor is served at once', (await ask('/admin/imports')).status === 200);

// --- straight at the socket: half a body, as when nginx dies -----------------------------------------
function record(type, content) {
  const head = Buffer.alloc(8);
  head.writeUInt8(1, 0);
  head.writeUInt8(type, 1);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(content.length, 4);
  return Buffer.concat([head, content]);
}
const pair = (name, value) => {
  const size = (text) => {
    const long = Buffer.alloc(4);
    long.writeUInt32BE((Buffer.byteLength(text) | 0x80000000) >>> 0);
    return long;
  };
  return Buffer.concat([size(name), size(value), Buffer.from(name), Buffer.from(value)]);
};
const params = Buffer.concat(Object.entries({
  REQUEST_METHOD: 'POST', REQUEST_URI: '/admin/imports', SCRIPT_NAME: '/admin/imports', QUERY_STRING: '', SERVER_PROTOCOL: 'HTTP/1.1',
  HTTP_HOST: `${hostname}:${port}`, HTTP_COOKIE: ada.cookie, REMOTE_ADDR: '127.0.0.1', CONTENT_LENGTH: String(upload.length),
  CONTENT_TYPE: `multipart/form-data; boundary=${edge}`,
}).map(([name, value]) => pair(name, value)));
const begin = record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0]));

/** What the worker says, or nothing, when the body ends or breaks off in the middle. */
function half(hangsUp) {
  return new Promise((done) => {
    let answer = '';
    const socket = connect(`${data}/run/admin.sock`, () => {
      socket.write(Buffer.concat([begin, record(4, params), record(4, Buffer.alloc(0)), record(5, Buffer.from(upload.slice(0, 30000)))]));
      if (hangsUp) setTimeout(() => { socket.destroy(); done(answer); }, 100);
      else socket.write(record(5, Buffer.alloc(0)));
    });
    socket.on('data', (piece) => { answer += piece.toString('latin1'); });
    socket.on('close', () => done(answer));
    socket.on('error', () => done(answer));
    setTimeout(() => { socket.destroy(); done(answer); }, 5000);
  });
}
const cut = await half(false);
check('a body that ends too early is refused', /Status: 400/.test(cut), cut.slice(0, 200));
await half(true);
await half(true);
await pause(300);
check('nothing of it was kept', kept() === keptBefore);
check('no worker died of it', workers() === workersBefore, `${workersBefore} / ${workers()}`);
check('and the next visitor is served', (await ask('/admin/imports')).status === 200);
