import type { PlanFetch, SentFetch } from './plan-view.ts';

/** One fetch: where it goes and what became of it; its document is folded. */
export function PlanFetchStep({ fetch, totalMs }: { fetch: PlanFetch; totalMs: number }) {
  const { subgraph, path, document, kind, sent } = fetch;
  return (
    <li className={sent === undefined ? 'plan-fetch plan-unsent' : 'plan-fetch'}>
      <details>
        <summary>
          <strong>{subgraph}</strong>
          {kind === 'subscription' && <span className="plan-quiet"> events</span>}
          {path !== '' && <code className="plan-path">{path}</code>}
          <span className="plan-figures">{figuresOf(sent, kind)}</span>
        </summary>
        <pre>{document}</pre>
      </details>
      {sent !== undefined && <TimeBar sent={sent} totalMs={totalMs} />}
      {sent?.errors?.map((message) => (
        <p key={message} className="plan-error">
          {message}
        </p>
      ))}
    </li>
  );
}

function figuresOf(sent: SentFetch | undefined, kind: PlanFetch['kind']): string {
  if (sent === undefined) {
    return kind === 'subscription' ? 'opened once' : 'not sent: nothing waited for it';
  }
  const { ms, representations, waiting, bytes } = sent;
  const entities =
    representations === undefined
      ? []
      : [`${representations} ${representations === 1 ? 'entity' : 'entities'} for ${waiting}`];
  return [`${ms.toFixed(1)} ms`, ...entities, sizeOf(bytes)].join(' · ');
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000 ? `${bytes} bytes` : `${(bytes / 1_000).toFixed(1)} kB`;

/** When it ran, within the whole. The figures say the same in words. */
function TimeBar({ sent, totalMs }: { sent: SentFetch; totalMs: number }) {
  const percent = (ms: number) => `${Math.min(100, (100 * ms) / Math.max(totalMs, 0.001))}%`;
  return (
    <div className="plan-bar" aria-hidden="true">
      <div style={{ marginInlineStart: percent(sent.startedMs), inlineSize: percent(sent.ms) }} />
    </div>
  );
}
