/** What a connection string says, as the client will read it, whose own reading is not to be had. */
export type Parts = Readonly<{
  /** User and password as they stand in it; undefined where nobody signs in. */
  signIn: string | undefined;
  /** No host where it is no connection string. */
  hosts: readonly string[];
  /** By their names without case, `_` and `-`, of which the client makes nothing. */
  options: ReadonlyMap<string, string>;
}>;

const FORM = /^esdb(?:\+discover)?:\/\/(?:([^:]+:[^@]+)@)?([^?]+)(?:\?(.*))?$/;
/** The client takes no address of IPv6. */
const HOST = /^[\w.-]+(?::(\d{1,5}))?$/;
const LAST_PORT = 65_535;

type Takes = (value: string) => boolean;

const yesOrNo: Takes = (value) => value === 'true' || value === 'false';
const always: Takes = (value) => value === 'true';
const milliseconds: Takes = (value) => /^\d{1,9}$/.test(value);
const text: Takes = isEscaped;

/** Every option that is taken, with its values. */
const OPTIONS: Readonly<Record<string, Takes>> = {
  tls: yesOrNo,
  tlsCAFile: text,
  // Off it has no effect: the client checks all the same, and says so with the whole string, its password too.
  tlsVerifyCert: always,
  userCertFile: text,
  userKeyFile: text,
  connectionName: text,
  nodePreference: (value) => /^(leader|follower|readonlyreplica|random)$/.test(flat(value)),
  maxDiscoverAttempts: milliseconds,
  discoveryInterval: milliseconds,
  gossipTimeout: milliseconds,
  defaultDeadline: milliseconds,
  // Of less than ten seconds the client warns past the log.
  keepAliveInterval: (value) => value === '-1' || (milliseconds(value) && Number(value) >= 10_000),
  keepAliveTimeout: (value) => value === '-1' || milliseconds(value),
  // Off, a refused append would look like one that was stored.
  throwOnAppendFailure: always,
};

const BY_NAME: ReadonlyMap<string, Takes> = new Map(Object.entries(OPTIONS).map(([name, takes]) => [flat(name), takes]));

/** Each part that can be wrong, with what is wanted of it; in the order in which one hides the next. */
const CHECKS: readonly Readonly<{ wanted: string; isSound: (parts: Parts) => boolean }>[] = [
  {
    wanted: 'esdb:// or esdb+discover://, then hosts, such as esdb://127.0.0.1:2113?tls=false',
    isSound: ({ hosts }) => hosts.length > 0,
  },
  {
    wanted: 'user:password before the one @, with %40 for an @ in them, %3A for a :, %3F for a ? and %25 for a %',
    isSound: ({ signIn, hosts }) => isSignIn(signIn) && hosts.every((host) => !host.includes('@')),
  },
  {
    wanted: 'each host as host or host:port, with a port from 1 to 65535 and commas between them',
    isSound: ({ hosts }) => hosts.every(isHost),
  },
  {
    wanted:
      `no options but ${Object.keys(OPTIONS).join(', ')}, each as name=value with a value that it takes: tlsVerifyCert and ` +
      'throwOnAppendFailure cannot be switched off, and keepAliveInterval is -1 or 10000 and more',
    isSound: ({ options }) => [...options].every(([name, value]) => value !== '' && BY_NAME.get(name)?.(value) === true),
  },
  {
    wanted: 'userCertFile and userKeyFile together, or neither',
    isSound: ({ options }) => options.has('usercertfile') === options.has('userkeyfile'),
  },
];

/**
 * What is wanted in place of a connection string that the client would refuse, or would take for something else than it says:
 * it drops an option that it does not know, and prints the whole string with its password.
 * @returns words that repeat nothing of it, for any part may be one of a password; undefined where nothing is wrong
 */
export function wantedOfEsdb(connectionString: string): string | undefined {
  const parts = partsOf(connectionString);
  return CHECKS.find(({ isSound }) => !isSound(parts))?.wanted;
}

/** The parts of a connection string, sound or not. */
export function partsOf(connectionString: string): Parts {
  const [, signIn, hosts = '', query] = FORM.exec(connectionString.trim().replace(/\/+$/, '')) ?? [];
  const named = hosts.split(',').map((host) => host.trim().replace(/(:\d+)\/+$/, '$1'));
  return { signIn, hosts: hosts === '' ? [] : named, options: optionsIn(query) };
}

function optionsIn(query: string | undefined): Parts['options'] {
  if (query === undefined) return new Map();
  return new Map(
    query.split('&').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [flat(name), value.join('=').trim()];
    }),
  );
}

/** The client takes what stands before a second colon for the whole password. */
function isSignIn(signIn: string | undefined): boolean {
  return signIn === undefined || (signIn.split(':').length === 2 && !signIn.includes('?') && isEscaped(signIn));
}

function isHost(host: string): boolean {
  const [whole, port = '2113'] = HOST.exec(host) ?? [];
  return whole !== undefined && Number(port) >= 1 && Number(port) <= LAST_PORT;
}

function isEscaped(said: string): boolean {
  try {
    decodeURIComponent(said);
    return !said.includes('?');
  } catch {
    return false;
  }
}

function flat(name: string): string {
  return name.trim().toLowerCase().replace(/[_-]/g, '');
}
