/** Text of a value that may hold maps and whole numbers of any size: the same text for the same value. */
export function storedText(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => {
    if (held instanceof Map) return { $map: [...(held as Map<unknown, unknown>)] };
    if (typeof held === 'bigint') return { $int: String(held) };
    return held;
  });
}

/** The value that `storedText` wrote; the caller knows its type, since only its own projection writes the table. */
export function fromStored<T>(text: string): T {
  return JSON.parse(text, (_key, held: unknown) => {
    if (typeof held !== 'object' || held === null) return held;
    if ('$map' in held) return new Map(held.$map as [unknown, unknown][]);
    if ('$int' in held) return BigInt(held.$int as string);
    return held;
  }) as T;
}
