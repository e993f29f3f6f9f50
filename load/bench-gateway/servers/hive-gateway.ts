import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';

// Another gateway, where it is installed: node hive-gateway.ts <supergraph file> <port>
interface HiveRuntime {
  createGatewayRuntime: (options: { supergraph: string; logging: boolean }) => RequestListener;
}

const [file = '', port = '0'] = process.argv.slice(2);
const name = '@graphql-hive/gateway-runtime';
const { createGatewayRuntime } = (await import(name)) as HiveRuntime;
createServer(
  createGatewayRuntime({ supergraph: readFileSync(file, 'utf8'), logging: false }),
).listen(Number(port), '127.0.0.1');
