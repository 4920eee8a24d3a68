// model_stub.mjs - a language model (Ollama's protocol) that behaves as it is told.
//
//   node model_stub.mjs PORT FOLDER
//
// FOLDER/mode holds "honest" (says the draft again), "lying" (adds a price, a product and an address),
// "calling" (looks a product up first) or "hanging" (says nothing); FOLDER/asked gets a line a request.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, folder] = process.argv.slice(2);
const piece = (message) => `${JSON.stringify({ message: { role: 'assistant', content: '', ...message }, done: false })}\n`;

createServer((request, response) => {
  let body = '';
  request.on('data', (bytes) => { body += bytes; });
  request.on('end', () => {
    const asked = JSON.parse(body);
    const mode = readFileSync(`${folder}/mode`, 'utf8').trim();
    appendFileSync(`${folder}/asked`, `${mode} ${request.url} ${asked.messages.length} ${asked.messages.at(-1).role}\n`);
    if (mode === 'hanging') return;
    const { draft } = JSON.parse(asked.messages[1].content);
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    if (mode === 'calling' && asked.messages.at(-1).role === 'user') {
      response.write(piece({ tool_calls: [{ function: { name: 'best_sellers', arguments: {} } }] }));
    } else {
      response.write(piece({ content: `With pleasure: ${draft}` }));
      if (mode === 'lying') response.write(piece({ content: ' Only today it is $1.00, see http://evil.example' }));
    }
    response.end(`${JSON.stringify({ message: { role: 'assistant', content: '' }, done: true })}\n`);
  });
}).listen(Number(port), '127.0.0.1', () => writeFileSync(`${folder}/ready`, 'yes'));
