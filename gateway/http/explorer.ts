import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const A_DAY_S = 86_400;
const packages = createRequire(import.meta.url);

/** A file of a package, whether or not the package exports it. */
function fileOf(name: string, path: string): string {
  const folders = packages.resolve.paths(name) ?? [];
  const folder = folders.find((each) => existsSync(join(each, name, path)));
  if (folder === undefined) throw new Error(`the explorer needs ${name}/${path}: run npm ci`);
  return join(folder, name, path);
}

/** Served from the packages themselves, so that the explorer works with no internet. */
const ASSETS: Readonly<Record<string, { file: string; type: string }>> = {
  'react.js': {
    file: fileOf('umd-react', 'dist/react.production.min.js'),
    type: 'text/javascript',
  },
  'react-dom.js': {
    file: fileOf('umd-react', 'dist/react-dom.production.min.js'),
    type: 'text/javascript',
  },
  'graphiql.js': { file: fileOf('graphiql', 'graphiql.min.js'), type: 'text/javascript' },
  'graphiql.css': { file: fileOf('graphiql', 'graphiql.min.css'), type: 'text/css' },
};

const WELCOME = `# Welcome to Plaza's explorer.
#
# The schema is documented in the panel on the left. To run operations as somebody, sign in:
#
#   mutation { login(input: { email: "…", password: "…" }) { ... on Session { accessToken } } }
#
# and put {"authorization": "Bearer <accessToken>"} into Headers below.

query Shop {
  products(first: 5, sort: NEWEST) {
    totalCount
    edges {
      node {
        id
        name
        price {
          amountCents
          currency
        }
        stock
      }
    }
  }
}
`;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Plaza explorer</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/explorer/graphiql.css" />
    <style>body { margin: 0 } #explorer { height: 100dvh }</style>
  </head>
  <body>
    <div id="explorer">Loading…</div>
    <script src="/explorer/react.js"></script>
    <script src="/explorer/react-dom.js"></script>
    <script src="/explorer/graphiql.js"></script>
    <script>
      const socketUrl = location.origin.replace(/^http/, 'ws') + '/graphql';
      const fetcher = GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: socketUrl });
      ReactDOM.createRoot(document.getElementById('explorer')).render(
        React.createElement(GraphiQL, {
          fetcher,
          defaultEditorToolsVisibility: 'headers',
          defaultQuery: ${JSON.stringify(WELCOME)},
        }),
      );
    </script>
  </body>
</html>
`;

/** GraphiQL at `/explorer`. Returns false for any other path. */
export function serveExplorer(request: IncomingMessage, response: ServerResponse): boolean {
  const [path = ''] = (request.url ?? '').split('?', 1);
  if (path === '/explorer') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
    return true;
  }
  const asset = path.startsWith('/explorer/') ? ASSETS[path.slice('/explorer/'.length)] : undefined;
  if (asset === undefined) return false;

  response.writeHead(200, {
    'content-type': `${asset.type}; charset=utf-8`,
    'cache-control': `public, max-age=${A_DAY_S}`,
  });
  createReadStream(asset.file).pipe(response);
  return true;
}
