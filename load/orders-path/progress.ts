/** How far the orders of a shop are, by its metrics. */
export interface Progress {
  confirmed: number;
  delivered: number;
  /** Events that the slowest consumer has not handled. */
  lag: number;
  lagOf: string;
  /** Events that are committed and not published. */
  outbox: number;
}

const LINE = /^(\w+)\{([^}]*)\} ([\d.e+]+)$/gm;

export async function readProgress(url: string): Promise<Progress> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = [...text.matchAll(LINE)].map(([, name = '', labels = '', value]) => {
    return { name, labels, value: Number(value) };
  });
  const status = (wanted: string) =>
    sumOf(lines, (line) => line.name === 'orders_total' && line.labels.includes(`"${wanted}"`));
  const slowest = lines
    .filter(({ name }) => name === 'bus_consumer_lag')
    .reduce((most, line) => (line.value > most.value ? line : most), { labels: '', value: 0 });
  return {
    confirmed: status('CONFIRMED'),
    delivered: status('DELIVERED'),
    lag: slowest.value,
    lagOf: slowest.labels,
    outbox: sumOf(lines, ({ name }) => name === 'outbox_pending'),
  };
}

function sumOf<Line extends { value: number }>(
  lines: readonly Line[],
  isWanted: (line: Line) => boolean,
): number {
  return lines.filter(isWanted).reduce((sum, { value }) => sum + value, 0);
}
