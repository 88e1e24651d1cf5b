import pg from 'pg';

const OWN_MACHINE = /^(\/.*|localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i;

/** Whether a host, or the folder of a socket, is this machine: nobody else reads along there. */
export function isOwnMachine(host: string): boolean {
  return OWN_MACHINE.test(host);
}

/**
 * The other machine that an address speaks to without TLS. The driver itself reads the address, and of the environment what
 * it reads (PGHOST, PGSSLMODE): what counts is what it will do.
 * @returns its name; undefined where there is TLS, or where it is this machine, by a socket's folder too
 */
export function hostInTheClear(connectionString: string): string | undefined {
  try {
    const { host, ssl } = new pg.Client({ connectionString });
    return ssl || isOwnMachine(host) ? undefined : host;
  } catch {
    // A file that it names and that is not there: connecting says so, and speaks to nobody.
    return undefined;
  }
}
