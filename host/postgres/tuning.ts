/** Settings of the local server, as `-c` flags: they follow the code, not the age of the cluster. */
export function serverFlags(options: {
  clusterDir: string;
  port: number;
  durable: boolean;
}): string[] {
  const settings = {
    // TCP on loopback only: socket files would need a folder that both users can enter.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: options.port,
    max_connections: 200,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '256MB',
    random_page_cost: 1.1,
    // Our statements are short: compiling them costs more than it saves.
    jit: 'off',
    // One server without replicas: the smallest log, and bulk loads that skip it.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    ...(options.durable ? {} : FORGETFUL),
  };
  return [
    '-D',
    options.clusterDir,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** For tests: a crash of the machine may lose everything, and nobody minds. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
