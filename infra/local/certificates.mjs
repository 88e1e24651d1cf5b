// An authority that nobody knows, and what it signs: for servers that speak TLS in a test.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { succeed } from './machine.mjs';

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** The files that `certified` makes in a folder: the authority's certificate, the server's key and the server's certificate. */
export function certificatesIn(folder) {
  return { ca: join(folder, 'ca.crt'), key: join(folder, 'server.key'), certificate: join(folder, 'server.crt') };
}

/**
 * Makes, in a folder, an authority and a server's key and certificate, which is for 127.0.0.1 and for no name.
 * @returns the files, as `certificatesIn` names them
 */
export function certified(folder) {
  const { ca, key, certificate } = certificatesIn(folder);
  const [caKey, request, extensions] = ['ca.key', 'server.csr', 'extensions'].map((name) => join(folder, name));
  const openssl = (...words) => succeed('openssl', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  openssl('req', '-x509', ...KEY, '-subj', '/CN=An authority of its own', '-days', '2', '-keyout', caKey, '-out', ca);
  openssl('req', ...KEY, '-subj', '/CN=a server', '-keyout', key, '-out', request);
  writeFileSync(extensions, 'subjectAltName=IP:127.0.0.1\n');
  const signed = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', '2', '-extfile', extensions];
  openssl('x509', '-req', '-in', request, ...signed, '-out', certificate);
  return { ca, key, certificate };
}
