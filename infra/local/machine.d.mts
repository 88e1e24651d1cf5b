/** A port on which nobody listens now, and which no outgoing connection is given. By default from those of the engines. */
export function freePort(among?: Readonly<{ from: number; to: number }>): Promise<number>;
