import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { OWNER_TOKEN_FILE, OwnerToken } from '#http';
import { LedgerError } from '#kernel';
import type { Configuration, OpenLedger } from '#platform';
import { type ServingOptions, withLedger } from '../house.js';
import { API, httpApplication } from '../server.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Serves the ledger of the data folder until it is told to stop. */
export function start(terminal: Terminal, options: ServingOptions): Promise<ExitCode> {
  return withLedger(options, terminal, (ledger, configuration) => serve(terminal, ledger, configuration));
}

/**
 * Serves an open ledger until SIGINT or SIGTERM; requests in hand are answered first.
 * @throws LedgerError `invalid` CANNOT_LISTEN where the port is taken or forbidden, or the address is not this machine's
 */
export async function serve(terminal: Terminal, ledger: OpenLedger, configuration: Configuration): Promise<ExitCode> {
  const { data, host, port, logLevel, proxies } = configuration;
  const owner = await OwnerToken.inFolder(data);
  const app = await httpApplication(ledger, owner, logLevel, { limits: configuration, proxies });
  try {
    await app.init();
    // Not Nest's own listen: it logs the failure that is put into words here.
    await once(app.getHttpServer().listen(port, host), 'listening').catch((error: NodeJS.ErrnoException) => {
      throw notListening(error, configuration);
    });
    const bound = app.getHttpServer().address() as AddressInfo;
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
    const tokenFile = join(data, OWNER_TOKEN_FILE);
    terminal.result({ address, api: `${address}/${API}`, data, tokenFile }, () =>
      [
        `Serving ${data} at ${address}`,
        ...(owner.isNew
          ? ['', 'Every request bears the owner token, made just now and shown this once:', '', `  ${owner.token}`, '']
          : []),
        `The token is kept in ${tokenFile}. Try:`,
        '',
        `  curl -H "Authorization: Bearer $(cat '${tokenFile}')" ${address}/${API}/partnerships`,
        '',
        'Ctrl-C ends it.',
      ].join('\n'),
    );
    await toldToStop();
  } finally {
    await app.close();
  }
  return EXIT.done;
}

function notListening(error: NodeJS.ErrnoException, { host, port }: Configuration): unknown {
  const why = { EADDRINUSE: 'is in use', EACCES: 'is not allowed to you', EADDRNOTAVAIL: 'is not an address of this machine' };
  const said = why[error.code as keyof typeof why];
  if (said === undefined) return error;
  const isHost = error.code === 'EADDRNOTAVAIL';
  const message = isHost ? `${host} ${said}` : `${host}:${port} ${said}; choose another, or 0 for any free port`;
  return new LedgerError('invalid', 'CANNOT_LISTEN', message, [{ field: isHost ? '--host' : '--port', rule: 'R15', message }]);
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
