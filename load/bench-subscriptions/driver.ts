import { importPKCS8, SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { preciseNow } from '../driver/precise-now.ts';

// Opens the sockets, in a process of its own so that its work is not counted as the gateway's, and
// measures when each event arrives on each of them.
export interface DriverPlan {
  url: string;
  sockets: number;
  query: string;
  /** PEM of the key that signs a token for each socket; without it nobody signs in. */
  signingKey?: string;
}

export type DriverReport = { kind: 'open'; failed: number } | { kind: 'event'; delaysMs: number[] };

/** Sockets that connect at the same time. */
const CONNECTING = 50;
const OPEN_MS = 30_000;
const A_DAY_S = 86_400;

let delaysMs: number[] = [];
/** Answers with an error in place of the event. */
let failures = 0;
let expected = 0;

process.on('message', (message: DriverPlan | 'report') => {
  if (message === 'report') return reportEvent();
  void openAll(message);
});

async function openAll(plan: DriverPlan): Promise<void> {
  const key = plan.signingKey && (await importPKCS8(plan.signingKey, 'EdDSA'));
  let next = 0;
  let failed = 0;
  const worker = async () => {
    while (next < plan.sockets) {
      const index = next;
      next += 1;
      const token = key === undefined || key === '' ? undefined : await tokenOf(index, key);
      await open(plan, token).catch(() => {
        failed += 1;
      });
    }
  };
  await Promise.all(Array.from({ length: CONNECTING }, worker));
  expected = plan.sockets - failed;
  report({ kind: 'open', failed });
}

function tokenOf(index: number, key: Awaited<ReturnType<typeof importPKCS8>>): Promise<string> {
  return new SignJWT({ sid: `session-${index}`, roles: ['CUSTOMER'], scope: '' })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(`user-${index}`)
    .setIssuer('plaza')
    .setAudience('plaza-graph')
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + A_DAY_S)
    .sign(key);
}

/** Resolves when the operation has been sent on an acknowledged socket. */
function open({ url, query }: DriverPlan, token: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', {
      perMessageDeflate: false,
      handshakeTimeout: OPEN_MS,
    });
    const payload = token === undefined ? undefined : { authorization: `Bearer ${token}` };
    let isAcknowledged = false;
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
    socket.on('message', (data: Buffer) => {
      if (isAcknowledged) return arrived(data);
      isAcknowledged = true;
      const id = crypto.randomUUID();
      socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }), () => resolve());
    });
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
  });
}

const AT = '"at":';
const AT_DIGITS = 20;

/** The time stands in the text; parsing it as JSON would take longer than the gateway takes to send it. */
function arrived(data: Buffer): void {
  const start = data.indexOf(AT);
  if (start < 0) {
    if (failures === 0) console.error(`not an event: ${data.toString()}`);
    failures += 1;
  } else {
    const text = data.toString('latin1', start + AT.length, start + AT.length + AT_DIGITS);
    delaysMs.push(preciseNow() - Number.parseFloat(text));
  }
  if (delaysMs.length + failures === expected) reportEvent();
}

function reportEvent(): void {
  report({ kind: 'event', delaysMs });
  delaysMs = [];
  failures = 0;
}
function report(message: DriverReport): void {
  process.send?.(message);
}
