import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

/** A proxy of `docs/deployment.md`, as it stands there but for ports, places and the certificate. */
export interface Proxy {
  readonly name: string;
  readonly https: number;
  readonly http: number;
  readonly process: ChildProcess;
}

export interface Ports {
  readonly https: number;
  readonly http: number;
  readonly service: number;
}

const DOCUMENT = readFileSync(join(__dirname, '../../docs/deployment.md'), 'utf8');

export async function startNginx(dir: string, ports: Ports): Promise<Proxy> {
  makeCertificate(dir);
  const site = replaced(blockOf('nginx'), {
    'listen 443 ssl;': `listen 127.0.0.1:${ports.https} ssl;`,
    'listen 80;': `listen 127.0.0.1:${ports.http};`,
    '/etc/ssl/clinic/fullchain.pem': join(dir, 'cert.pem'),
    '/etc/ssl/clinic/privkey.pem': join(dir, 'key.pem'),
    'http://127.0.0.1:3000': `http://127.0.0.1:${ports.service}`,
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(dir, kind)};`,
  );
  const file = join(dir, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; pid ${dir}/nginx.pid; error_log stderr;\nevents {}\nhttp { access_log off; ${temporary.join(' ')}\n${site}}\n`,
  );
  return running(
    'nginx',
    spawn('nginx', ['-e', 'stderr', '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] }),
    ports,
  );
}

export async function startCaddy(dir: string, ports: Ports): Promise<Proxy> {
  const site = replaced(blockOf('caddyfile'), { '127.0.0.1:3000': `127.0.0.1:${ports.service}` });
  const file = join(dir, 'Caddyfile');
  const global = `{\n local_certs\n skip_install_trust\n admin off\n http_port ${ports.http}\n https_port ${ports.https}\n}\n`;
  writeFileSync(file, global + site);
  const caddy = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
    env: {
      PATH: process.env.PATH,
      HOME: dir,
      XDG_DATA_HOME: join(dir, 'caddy'),
      XDG_CONFIG_HOME: join(dir, 'caddy'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return running('caddy', caddy, ports);
}

function blockOf(language: string): string {
  const block = new RegExp('```' + language + '\\n(.*?)```', 's').exec(DOCUMENT)?.[1];
  if (block === undefined) throw new Error(`docs/deployment.md has no block of ${language}`);
  return block;
}

function replaced(text: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`docs/deployment.md does not say ${from}`);
    return changed.replaceAll(from, to);
  }, text);
}

function makeCertificate(dir: string): void {
  mkdirSync(dir, { recursive: true });
  const key = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    join(dir, 'key.pem'),
  ];
  const names = ['-subj', '/CN=clinic.example', '-addext', 'subjectAltName=DNS:clinic.example'];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...key, ...names, '-out', join(dir, 'cert.pem')], {
    stdio: 'ignore',
  });
}

async function running(name: string, child: ChildProcess, { https, http }: Ports): Promise<Proxy> {
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (!(await isOpen(https))) {
    if (child.exitCode !== null) throw new Error(`${name} does not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { name, https, http, process: child };
}

async function isOpen(port: number): Promise<boolean> {
  const line = connect(port, '127.0.0.1');
  const isConnected = await Promise.race([
    once(line, 'connect').then(() => true),
    once(line, 'error').then(() => false),
  ]).catch(() => false);
  line.destroy();
  return isConnected;
}
