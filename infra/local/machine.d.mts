/**
 * A port on which nobody listens, another each time that this process asks. By default of those that no outgoing connection is
 * given.
 */
export function freePort(among?: Readonly<{ from: number; to: number }>): Promise<number>;
