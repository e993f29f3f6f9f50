import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { conversationsOf, type MessageStore } from './measure.ts';

/** One file, one writer, in this process: the cheapest that a disk can do, without a server that others could ask. */
export function openSqliteStore(): MessageStore & Disposable {
  const dir = mkdtempSync(join(tmpdir(), 'plaza-bench-'));
  const file = join(dir, 'messages.db');
  const db = new DatabaseSync(file);
  db.exec(`
    pragma journal_mode = wal; pragma synchronous = full;
    create table message (
      conversation_id integer not null, sequence integer not null, sender_id integer not null,
      client_id text not null, text text, created_at integer not null,
      primary key (conversation_id, sequence)
    ) without rowid;
    create unique index client on message (conversation_id, sender_id, client_id);
  `);
  const last = new Map<number, number>();
  const insert = db.prepare('insert into message values (?, ?, ?, ?, ?, ?)');
  const newest = db.prepare(
    'select * from message where conversation_id = ? order by sequence desc limit 50',
  );
  const deep = db.prepare(
    'select * from message where conversation_id = ? and sequence < ? order by sequence desc limit 50',
  );

  function append(conversation: number, n: number): void {
    const sequence = (last.get(conversation) ?? 0) + 1;
    last.set(conversation, sequence);
    const clientId = `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
    insert.run(conversation, sequence, conversation * 2 + (n % 2), clientId, 'word '.repeat(22), n);
  }

  const inTransaction = (work: () => void): Promise<void> => {
    db.exec('begin immediate');
    work();
    db.exec('commit');
    return Promise.resolve();
  };
  let appended = 1e9;

  return {
    name: 'SQLite, one file',
    addMessages({ from, to, of }) {
      const conversations = conversationsOf(of);
      return inTransaction(() => {
        for (let n = from; n < to; n += 1) {
          append(Math.floor(((n * 0.618_033_988_7) % 1) ** 2 * conversations), n);
        }
      });
    },
    newestPage: (conversation) => Promise.resolve(newest.all(conversation)),
    deepPage: (conversation) =>
      Promise.resolve(deep.all(conversation, (last.get(conversation) ?? 0) / 2 + 50)),
    appendGroup: (conversations) =>
      inTransaction(() => {
        for (const conversation of conversations) append(conversation, (appended += 1));
      }),
    bytes() {
      db.exec('pragma wal_checkpoint(truncate)');
      return Promise.resolve(statSync(file).size);
    },
    [Symbol.dispose]() {
      db.close();
      rmSync(dir, { recursive: true });
    },
  };
}
