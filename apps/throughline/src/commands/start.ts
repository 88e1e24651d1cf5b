import { join } from 'node:path';
import { API, drain, httpApplication, listen, OWNER_TOKEN_FILE, OwnerToken, toldToStop } from '#http';
import { type Configuration, type OpenLedger, Readiness, warnOfUnsafeStore } from '#platform';
import { type ServingOptions, withLedger } from '../house.js';
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
  const { data, store, logLevel, proxies, drainSeconds } = configuration;
  await warnOfUnsafeStore(store, (message) => terminal.note(message));
  const owner = await OwnerToken.inFolder(data);
  const readiness = Readiness.ofReadModels(ledger);
  const app = await httpApplication(ledger, owner, logLevel, { limits: configuration, proxies, readiness });
  try {
    const address = await listen(app, configuration);
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
        `All that can be asked: ${address}/api/docs`,
        '',
        'Ctrl-C ends it.',
      ].join('\n'),
    );
    await toldToStop();
    await drain(app, readiness, { lingersMs: 0, withinMs: drainSeconds * 1000 });
  } finally {
    await app.close();
  }
  return EXIT.done;
}
