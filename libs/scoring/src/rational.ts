/** An exact fraction with a positive denominator. */
export type Rational = Readonly<{ num: number; den: number }>;

/** An exact fraction of any size, on the way to a figure. */
export type Exact = Readonly<{ num: bigint; den: bigint }>;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * The exact value of a decimal text, `-12.50`.
 * @returns undefined where the text is no decimal number
 */
export function exact(decimal: string): Exact | undefined {
  const match = DECIMAL.exec(decimal);
  if (match === null) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  return { num: BigInt(`${sign}${whole}${fraction}`), den: 10n ** BigInt(fraction.length) };
}

/** The exact value of a number as it is written in JSON, `0.1` or `1e-7`. */
export function exactNumber(value: number): Exact {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const base = exact(digits) ?? { num: 0n, den: 1n };
  const power = Number(exponent);
  return power < 0
    ? { num: base.num, den: base.den * 10n ** BigInt(-power) }
    : { num: base.num * 10n ** BigInt(power), den: base.den };
}

export const ZERO: Exact = { num: 0n, den: 1n };

export function add(a: Exact, b: Exact): Exact {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

export function subtract(a: Exact, b: Exact): Exact {
  return { num: a.num * b.den - b.num * a.den, den: a.den * b.den };
}

/** True where `a >= b`; both have positive denominators. */
export function atLeast(a: Exact, b: Exact): boolean {
  return a.num * b.den >= b.num * a.den;
}

/** a / b as a figure, reduced; null where b is zero. */
export function ratio(a: Exact, b: Exact): Rational | null {
  return b.num === 0n ? null : reduced(a.num * b.den, a.den * b.num);
}

/**
 * A fraction in its lowest terms, the sign above the line; null where it is too large to be an integer of JSON
 * (line "canonical form": integers only).
 */
export function reduced(num: bigint, den: bigint): Rational | null {
  const divisor = gcd(num < 0n ? -num : num, den < 0n ? -den : den) * (den < 0n ? -1n : 1n);
  const figure = { num: Number(num / divisor), den: Number(den / divisor) };
  return Number.isSafeInteger(figure.num) && Number.isSafeInteger(figure.den) ? figure : null;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** The middle of whole numbers, the mean of the middle two where there is none (line 9); null of none. */
export function median(values: readonly number[]): Rational | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = BigInt(sorted[middle] ?? 0);
  return sorted.length % 2 === 1 ? reduced(high, 1n) : reduced(high + BigInt(sorted[middle - 1] ?? 0), 2n);
}
