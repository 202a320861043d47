import { createServer } from 'node:net';

/** The processes of the graph, in the order in which they are started. */
export const processNames = [
  'development-issuer',
  'legal-aid-system',
  'notary-system',
  'forensic-appraisal-system',
  'mediation-system',
  'legal-aid',
  'notary',
  'forensic-appraisal',
  'mediation',
  'one-network',
  'oversight',
  'gateway',
] as const;

export type ProcessName = (typeof processNames)[number];
export type Ports = Readonly<Record<ProcessName, number>>;

/** The ports of ARCHITECTURE.md. */
export const defaultPorts: Ports = {
  gateway: 4000,
  'legal-aid': 4101,
  notary: 4102,
  'forensic-appraisal': 4103,
  mediation: 4104,
  'one-network': 4105,
  oversight: 4106,
  'legal-aid-system': 4201,
  'notary-system': 4202,
  'forensic-appraisal-system': 4203,
  'mediation-system': 4204,
  'development-issuer': 4300,
};

/** `legal-aid-system` → `LEGAL_AID_SYSTEM_PORT`. */
export function portVariable(name: ProcessName): string {
  return `${name.toUpperCase().replaceAll('-', '_')}_PORT`;
}

/**
 * The ports to use: the defaults, each moved by its environment variable.
 * @throws {Error} naming every variable that is not a port.
 */
export function readPorts(env: Readonly<Record<string, string | undefined>>): Ports {
  const wrong: string[] = [];
  const ports = { ...defaultPorts };
  for (const name of processNames) {
    const value = env[portVariable(name)];
    if (value === undefined) continue;
    const port = Number(value);
    if (Number.isInteger(port) && port > 0 && port < 65_536) ports[name] = port;
    else wrong.push(`${portVariable(name)}=${value} is not a port (1 to 65535)`);
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return ports;
}

/**
 * Makes sure that nobody listens on any of the ports: a process of another graph would be taken for ours.
 * @throws {Error} naming every port in use and the variable that moves it.
 */
export async function requireFreePorts(ports: Ports): Promise<void> {
  const taken = await Promise.all(
    processNames.map(async (name) =>
      (await isFree(ports[name]))
        ? []
        : [`port ${ports[name]} is in use; set ${portVariable(name)} to another one`],
    ),
  );
  const reasons = taken.flat();
  if (reasons.length > 0) {
    throw new Error(`Is the graph running already?\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Ports that were free a moment ago, one for each process, for tests. */
export async function findFreePorts(): Promise<Ports> {
  const servers = await Promise.all(
    processNames.map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer();
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = { ...defaultPorts };
  for (const [index, name] of processNames.entries()) {
    const address = servers[index]?.address();
    if (address !== null && typeof address === 'object') ports[name] = address.port;
  }
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
