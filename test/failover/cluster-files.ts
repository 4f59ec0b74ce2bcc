/** Where everything listens on the loopback. */
export interface Ports {
  /** The primary, whichever it is. */
  readonly primary: number;
  /** Both services. */
  readonly clinic: number;
  readonly services: readonly number[];
}

export interface NodePorts {
  readonly name: string;
  readonly postgres: number;
  readonly rest: number;
  /** The node's own ways to the three. */
  readonly etcds: readonly number[];
}

/** As Debian 12 installs it: the embedded PostgreSQL has no pg_basebackup. */
export const BIN = '/usr/lib/postgresql/15/bin';
const LOOPBACK = '127.0.0.1';

/**
 * Patroni's settings for one node, as `docs/deployment.md` tells a clinic to set them, but for how it signs in. JSON is YAML.
 *
 * `etcd`, not `etcd3`: with the latter Patroni 3.0.2 lets a primary that was stopped take its lease back, and what was
 * acknowledged meanwhile is lost (mended upstream by patroni/patroni#2689).
 */
export function patroniFile({ name, postgres, rest, etcds }: NodePorts, dir: string): string {
  return JSON.stringify({
    scope: 'clinic',
    name,
    restapi: { listen: `${LOOPBACK}:${rest}`, connect_address: `${LOOPBACK}:${rest}` },
    etcd: { hosts: etcds.map((port) => `${LOOPBACK}:${port}`), use_proxies: true },
    bootstrap: {
      dcs: {
        ttl: 20,
        loop_wait: 5,
        retry_timeout: 5,
        maximum_lag_on_failover: 0,
        synchronous_mode: true,
        synchronous_mode_strict: true,
        failsafe_mode: true,
        check_timeline: true,
        postgresql: {
          use_pg_rewind: true,
          parameters: {
            wal_level: 'replica',
            wal_log_hints: 'on',
            max_connections: 60,
            wal_sender_timeout: '5s',
            // A standby looks for a primary that came back each second, not each five: until then no write is acknowledged.
            wal_retrieve_retry_interval: '1s',
            max_wal_size: '256MB',
          },
        },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums', { auth: 'trust' }],
    },
    postgresql: {
      listen: `${LOOPBACK}:${postgres}`,
      connect_address: `${LOOPBACK}:${postgres}`,
      data_dir: `${dir}/${name}/data`,
      bin_dir: BIN,
      pgpass: `${dir}/${name}.pgpass`,
      authentication: {
        superuser: { username: 'postgres' },
        replication: { username: 'replicator' },
        rewind: { username: 'postgres' },
      },
      parameters: { unix_socket_directories: dir, log_min_messages: 'panic' },
      pg_hba: [
        'local all all trust',
        'host replication all 127.0.0.1/32 trust',
        'host all all 127.0.0.1/32 trust',
      ],
    },
  });
}

/** One way to the primary for the services, one to the services for the clients. */
export function haproxyFile(ports: Ports, nodes: readonly NodePorts[]): string {
  const check = 'default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions';
  return `
defaults
  timeout connect 2s
  timeout client 30m
  timeout server 30m
listen primary
  mode tcp
  option clitcpka
  option srvtcpka
  bind ${LOOPBACK}:${ports.primary}
  option httpchk GET /primary
  http-check expect status 200
  ${check}
${nodes.map(({ name, postgres, rest }) => `  server ${name} ${LOOPBACK}:${postgres} check port ${rest}`).join('\n')}
listen clinic
  mode http
  bind ${LOOPBACK}:${ports.clinic}
  option redispatch
  option httpchk GET /health/live
  http-check expect status 200
  default-server inter 500ms fall 1 rise 1
${ports.services.map((port, i) => `  server clinic${i} ${LOOPBACK}:${port} check`).join('\n')}
`;
}
