// Prints every event of your stream, one a line, from where it left off. Needs ACCORD_CLIENT_ID and ACCORD_CLIENT_SECRET;
// ACCORD_URL is where AccordÉnergie answers, ACCORD_PLACE the file that remembers the last event.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import amqp from 'amqplib';

const url = process.env.ACCORD_URL ?? 'http://localhost:8080';
const clientId = process.env.ACCORD_CLIENT_ID;
const secret = process.env.ACCORD_CLIENT_SECRET;
const file = process.env.ACCORD_PLACE ?? 'accord-place.json';

const PREFETCH = 100;
const LONGEST_PAUSE = 30_000;

async function answerOf(path, request) {
  const answer = await fetch(url + path, { ...request, signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

function newToken() {
  return answerOf('/oauth2/token', {
    method: 'POST',
    headers: { Authorization: 'Basic ' + Buffer.from(`${clientId}:${secret}`).toString('base64') },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
}

async function streamFor(token) {
  const partner = await answerOf('/api/v1/partner', { headers: { Authorization: `Bearer ${token}` } });
  if (!partner.stream) throw new Error('there is no stream yet');
  return partner.stream;
}

// --- The place: which event of which queue was handled last ---

function readPlace() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (none) {
    if (none.code === 'ENOENT') return {};
    throw none;
  }
}

function keepPlace(queue, offset) {
  writeFileSync(file + '.new', JSON.stringify({ queue, offset }));
  renameSync(file + '.new', file);
}

function handle(offset, event) {
  console.log(`${offset} ${event.type} ${event.subject} ${event.sequence} ${event.id}`);
}

// --- One connection, for as long as it lasts ---

async function readUntilItEnds(connected) {
  let token = await newToken();
  const stream = await streamFor(token.access_token);
  const connection = await amqp.connect({
    hostname: stream.host,
    port: stream.port,
    vhost: stream.virtualHost,
    username: clientId,
    password: token.access_token,
    heartbeat: 10,
  });
  let renewal;
  const ended = new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.on('close', () => reject(new Error('the broker ended the connection')));
    // A token lives for less than a minute. Give the connection the next one before it ends.
    const renewIn = (seconds) => {
      renewal = setTimeout(async () => {
        try {
          token = await newToken();
          await connection.updateSecret(Buffer.from(token.access_token), 'renewed');
          renewIn(token.expires_in);
        } catch (failed) {
          reject(failed);
        }
      }, seconds * 700);
    };
    renewIn(token.expires_in);
    consume(connection, stream.queue, reject).then(connected, reject);
  });
  try {
    await ended;
  } finally {
    clearTimeout(renewal);
    await connection.close().catch(() => {});
  }
}

async function consume(connection, queue, lost) {
  const channel = await connection.createChannel();
  channel.on('error', lost);
  channel.on('close', () => lost(new Error('the channel was closed')));
  await channel.prefetch(PREFETCH);
  const place = readPlace();
  // Another queue is a new generation: it holds what you may read now, the past included.
  const from = place.queue === queue ? place.offset + 1 : 'first';
  const onMessage = (message) => {
    if (message === null) return lost(new Error('the stream was replaced'));
    try {
      const offset = message.properties.headers['x-stream-offset'];
      handle(offset, JSON.parse(message.content));
      keepPlace(queue, offset);
      channel.ack(message);
    } catch (failed) {
      lost(failed);
    }
  };
  await channel.consume(queue, onMessage, { arguments: { 'x-stream-offset': from } });
  console.error(`reading ${queue} from ${from}`);
}

// --- For ever ---

let wait = 500;
for (;;) {
  try {
    await readUntilItEnds(() => (wait = 500));
  } catch (failed) {
    console.error(`${failed.message}; next try within ${wait} ms`);
  }
  await pause(wait / 2 + Math.random() * (wait / 2));
  wait = Math.min(wait * 2, LONGEST_PAUSE);
}
