import { serveJson } from './serve-json.ts';

// Where traces are sent: read, and forgotten. node collector.ts <port>
serveJson(() => ({}), Number(process.argv[2]));
