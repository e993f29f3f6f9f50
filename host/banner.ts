/** What a newcomer needs to know, on one screen. */
export function banner(url: string, options: { isDemo: boolean; seconds: number }): string {
  const lines = [
    ['Web', url],
    ['GraphQL', `${url}/graphql`],
    ['Explorer', `${url}/explorer`],
    ['Health', `${url}/health  ${url}/ready`],
    ['Metrics', `${url}/metrics`],
  ].map(([name = '', value = '']) => `  ${name.padEnd(10)} ${value}`);
  const accounts = [
    '',
    '  Demo accounts',
    '  admin      admin@plaza.example   plaza-demo-admin',
    '  customer   ada@plaza.example     plaza-demo-ada',
    '  customer   ben@plaza.example     plaza-demo-ben',
  ];
  return [
    '',
    `  Plaza is ready (${options.seconds.toFixed(1)} s).`,
    '',
    ...lines,
    ...(options.isDemo ? accounts : []),
    '',
    '  Ctrl-C stops it and keeps its data; npm run reset removes them.',
    '',
  ].join('\n');
}
