// A second door to a throwaway broker, as a managed cluster has it: TLS with a certificate of an authority of its own, and
// behind it only who signs in. The broker itself and its controller keep to the first.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificatesIn, certified } from '../certificates.mjs';

const USER = 'relay';
const SCRAM = ['SCRAM-SHA-256', 'SCRAM-SHA-512'];
const keystoreOf = (folder) => join(folder, 'keystore.pem');

/** @returns `{ port, ca, username, password }`: `ca` will be the authority's certificate, a file, once `makeCertificates` made it */
export function securedDoor(folder, port) {
  return { port, ca: certificatesIn(folder).ca, username: USER, password: randomBytes(12).toString('hex') };
}

/** Makes the authority and what the broker shows and keeps. */
export function makeCertificates(folder) {
  const { key, certificate } = certified(folder);
  writeFileSync(keystoreOf(folder), readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8'));
}

/** What the broker is told of it, to be added to its other settings; its listener is called SECURED. */
export function securedSettings(folder, { username, password }) {
  const security = 'org.apache.kafka.common.security';
  const told = {
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': keystoreOf(folder),
    'sasl.enabled.mechanisms': ['PLAIN', ...SCRAM].join(','),
    'plain.sasl.jaas.config': `${security}.plain.PlainLoginModule required user_${username}="${password}";`,
    ...Object.fromEntries(
      SCRAM.map((mechanism) => [
        `${mechanism.toLowerCase()}.sasl.jaas.config`,
        `${security}.scram.ScramLoginModule required;`,
      ]),
    ),
  };
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [`listener.name.secured.${key}`, value]));
}

/** What the storage is told when it is made ready: who signs in by a password that is never sent. */
export function scramUsers({ username, password }) {
  return SCRAM.flatMap((mechanism) => ['--add-scram', `${mechanism}=[name=${username},password=${password}]`]);
}
