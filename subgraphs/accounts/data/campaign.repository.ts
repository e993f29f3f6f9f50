import { sql } from 'kysely';
import type { PageRequest } from '#platform/graphql/page.ts';
import type { Campaign, CampaignState, Segment } from '../domain/campaign.ts';
import { readPlace } from './newest-first.ts';
import type { Db, Tables, Tx } from './tables.ts';

export interface NewCampaign extends Omit<Campaign, 'state' | 'recipients' | 'endedAt'> {
  idempotencyKey: string;
  createdBy: string;
}

/** The one with that key when there is one already. */
export async function insertCampaign(tx: Tx, campaign: NewCampaign): Promise<Campaign> {
  const { segment } = campaign;
  await tx
    .insertInto('campaign')
    .values({
      id: campaign.id,
      idempotency_key: campaign.idempotencyKey,
      subject: campaign.subject,
      body: campaign.body,
      language: segment.language,
      registered_from: segment.registeredFrom,
      registered_before: segment.registeredBefore,
      max_recipients: campaign.maxRecipients,
      created_by: campaign.createdBy,
      created_at: campaign.createdAt,
      state: 'RUNNING',
      last_user_id: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.constraint('campaign_once').doNothing())
    .execute();
  const row = await tx
    .selectFrom('campaign')
    .selectAll()
    .where('idempotency_key', '=', campaign.idempotencyKey)
    .executeTakeFirstOrThrow();
  return toCampaign(row);
}

export async function listCampaigns(db: Db, page: PageRequest): Promise<Campaign[]> {
  const place = readPlace(page);
  const rows = await db
    .selectFrom('campaign')
    .selectAll()
    .$if(place !== undefined, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${place?.createdAt}, ${place?.id})`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.first + 1)
    .execute();
  return rows.map(toCampaign);
}

/** One that has ended stays as it is. Undefined when there is none. */
export async function endCampaign(
  tx: Tx,
  id: string,
  state: Exclude<CampaignState, 'RUNNING'>,
  endedAt: Date,
): Promise<Campaign | undefined> {
  await tx
    .updateTable('campaign')
    .set({ state, ended_at: endedAt })
    .where('id', '=', id)
    .where('state', '=', 'RUNNING')
    .execute();
  const row = await tx.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toCampaign(row);
}

export interface RunningCampaign extends Campaign {
  lastUserId: string | null;
}

/** The oldest that runs, held until the transaction ends; another replica takes the next one. */
export async function lockRunningCampaign(tx: Tx): Promise<RunningCampaign | undefined> {
  const row = await tx
    .selectFrom('campaign')
    .selectAll()
    .where('state', '=', 'RUNNING')
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && { ...toCampaign(row), lastUserId: row.last_user_id };
}

export async function saveProgress(
  tx: Tx,
  id: string,
  progress: { lastUserId: string; recipients: number },
): Promise<void> {
  await tx
    .updateTable('campaign')
    .set({ last_user_id: progress.lastUserId, recipients: progress.recipients })
    .where('id', '=', id)
    .execute();
}

/** The next users of a segment who want offers by any way, in the order of their ids. */
export async function listSegment(
  tx: Tx,
  { language, registeredFrom, registeredBefore }: Segment,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('user')
    .select('id')
    .where(
      sql<boolean>`(marketing_emails or marketing_push or (marketing_sms and phone is not null))`,
    )
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .$if(language !== null, (query) => query.where('language', '=', language ?? ''))
    .$if(registeredFrom !== null, (query) => query.where('created_at', '>=', registeredFrom))
    .$if(registeredBefore !== null, (query) => query.where('created_at', '<', registeredBefore))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

type CampaignRow = Omit<Tables['campaign'], 'recipients'> & { recipients: number };

function toCampaign(row: CampaignRow): Campaign {
  const { id, subject, body, state, recipients } = row;
  return {
    id,
    subject,
    body,
    segment: {
      language: row.language,
      registeredFrom: row.registered_from,
      registeredBefore: row.registered_before,
    },
    maxRecipients: row.max_recipients,
    state,
    recipients,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}
