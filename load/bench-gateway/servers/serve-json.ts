import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { GraphQLRequest, Run } from './execute-compiled.ts';

/** GraphQL over bare node:http: nothing but the body in and the answer out. */
export function serveJson(run: Run, port: number): void {
  const server = createServer((request, response) => {
    answer().catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });

    async function answer(): Promise<void> {
      const result = await run(JSON.parse(await text(request)) as GraphQLRequest);
      const body = Buffer.from(JSON.stringify(result));
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
        .end(body);
    }
  });
  server.keepAliveTimeout = 60_000;
  server.listen(port, '127.0.0.1');
}
