import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A command as a page has it: on a line to be typed, or named in a sentence, where what it takes may be left out. */
export type Command = Readonly<{ words: readonly string[]; isWhole: boolean }>;

/** What a command of the program takes. */
type Taken = Readonly<{ options: ReadonlyMap<string, boolean>; arguments: number; isGroup: boolean }>;
/** What there is to be typed: the program's commands, and what the compose file runs and keeps. */
export type Known = Readonly<{ commands: ReadonlyMap<string, Taken>; services: readonly string[]; volumes: readonly string[] }>;

/** Of each command of Docker Compose that pages use: its options, those that take a value with =, and whom it is for. */
const COMPOSE: Readonly<Record<string, Readonly<{ options: string; services: 'none' | 'one' | 'some' }>>> = {
  build: { options: '--no-cache --pull', services: 'some' },
  config: { options: '--quiet --services', services: 'none' },
  down: { options: '', services: 'none' },
  exec: { options: '-T --index= --user= --env=', services: 'one' },
  logs: { options: '-f --follow --tail= --since=', services: 'some' },
  ps: { options: '-a --all', services: 'some' },
  restart: { options: '--no-deps --timeout=', services: 'some' },
  rm: { options: '-s -f -sf', services: 'some' },
  run: { options: '-T --rm --no-deps --build --entrypoint= --volume= --user= --env=', services: 'one' },
  start: { options: '--wait', services: 'some' },
  stop: { options: '--timeout=', services: 'some' },
  up: { options: '-d --build --wait --no-deps --force-recreate --scale=', services: 'some' },
};

/** What docs/reference/command-line.md says, which is held against the program, and docker-compose.yml. */
export function readKnown(): Known {
  const [, ...sections] = readFileSync('docs/reference/command-line.md', 'utf8').split(/^## throughline ?/m);
  const commands = sections.map((section) => {
    const name = section.slice(0, section.indexOf('\n')).trim();
    const usage = /^Usage: throughline (.*)$/m.exec(section)?.[1] ?? '';
    const options = [...section.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)( <[^>]+>)?/gm)].flatMap(([, short, long = '', value]) =>
      [short ?? long, long].map((option) => [option, value !== undefined] as const),
    );
    const isGroup = section.includes('\nCommands:\n');
    return [name, { options: new Map(options), arguments: (usage.match(/<[^>]+>/g) ?? []).length, isGroup }] as const;
  });
  const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as Record<'services' | 'volumes', object>;
  return { commands: new Map(commands), services: Object.keys(compose.services), volumes: Object.keys(compose.volumes) };
}

const BLOCK = /^( *)```(\w*)\n([\s\S]*?)^\1```/gm;
const BEGINS = /^(?:[A-Z][A-Z0-9_]*=\S+ )*(npm run -s throughline --|throughline|docker) (?=\S)/;

/** The commands of this program and of Docker that a page has. */
export function commandsOf(page: string): readonly Command[] {
  const lines = [...page.matchAll(BLOCK)].flatMap(([, , , block = '']) => block.replaceAll(/\\\n\s*/g, ' ').split('\n'));
  const spans = page
    .replaceAll(BLOCK, '')
    .split(/\n\s*\n/)
    .flatMap((paragraph) => [...paragraph.replaceAll(/\s+/g, ' ').matchAll(/`([^`]+)`/g)].map(([, span = '']) => span));
  return [
    ...lines.flatMap((line) => commandsIn(line.replace(/^.*\bRun: /, '').trim(), true)),
    ...spans.flatMap((span) => commandsIn(span, false)),
  ];
}

function commandsIn(text: string, isWhole: boolean): readonly Command[] {
  return text.split(/ (?:&&|\|\||\||;) |; /).flatMap((one) => {
    const begun = BEGINS.exec(one.trim());
    if (begun === null) return [];
    const program = begun[1] === 'docker' ? 'docker' : 'throughline';
    return [{ words: [program, ...wordsOf(one.trim().slice(begun[0].length))], isWhole }];
  });
}

/** Up to where its output goes elsewhere, or a sentence leaves out the rest. What stands for something else is one word. */
function wordsOf(text: string): readonly string[] {
  const said = text.replace(/(?: …| \d?>| < | # ).*$/, '');
  return said.match(/(?:"[^"]*"|'[^']*'|<[^>]*>|\$\([^)]*\)|[^\s"'<])+/g) ?? [];
}

/** What is wrong with a command; nothing where it can be typed. */
export function wrongIn({ words, isWhole }: Command, known: Known): readonly string[] {
  const [program, ...rest] = words;
  const wrong = program === 'docker' ? wrongOfDocker(rest, isWhole, known) : wrongOfProgram(rest, isWhole, known);
  return wrong.map((said) => `${words.join(' ')}: ${said}`);
}

const standsFor = (word: string) => word.startsWith('<');

function wrongOfProgram(words: readonly string[], isWhole: boolean, { commands }: Known): readonly string[] {
  let name = '';
  let rest = [...words];
  while (commands.get(name)?.isGroup === true && rest[0] !== undefined && !rest[0].startsWith('-')) {
    if (standsFor(rest[0])) return [];
    name = `${name} ${rest.shift()}`.trim();
  }
  const taken = commands.get(name);
  if (taken === undefined) return [`there is no command ${name}`];
  const read = optionsIn(rest, taken.options);
  rest = [...read.rest];
  const count = taken.arguments;
  const lacks = isWhole && !read.asksForHelp && (rest.length < count || taken.isGroup);
  return [
    ...read.wrong,
    ...(rest.length > count ? [`${name} takes no ${rest[count]}`] : []),
    ...(lacks ? [`${name} lacks what it is for`] : []),
  ];
}

function wrongOfDocker(words: readonly string[], isWhole: boolean, known: Known): readonly string[] {
  const [first, command = '', ...rest] = words;
  if (first === 'volume') return wrongOfVolumes([command, ...rest], known);
  // A sentence may name a command that nobody has to type.
  if (first !== 'compose') return isWhole || command !== '' ? [`docker ${first} is not of the services profile`] : [];
  const taken = COMPOSE[command];
  if (taken === undefined) return [`docker compose ${command} is not known here`];
  const options = taken.options.split(' ').map((option) => [option.replace('=', ''), option.endsWith('=')] as const);
  const read = optionsIn(rest, new Map(options), taken.services === 'one');
  if (taken.services === 'none') return [...read.wrong, ...read.rest.map((word) => `docker compose ${command} takes no ${word}`)];
  const named = taken.services === 'one' ? read.rest.slice(0, 1) : read.rest;
  const isThere = (service: string) => standsFor(service) || known.services.includes(service);
  return [
    ...read.wrong,
    ...named.filter((service) => !isThere(service)).map((service) => `there is no service ${service}`),
    ...(taken.services === 'one' ? wrongInside([command, ...rest], read.rest, isWhole, known) : []),
  ];
}

function wrongOfVolumes(words: readonly string[], { volumes }: Known): readonly string[] {
  const [command = '', ...named] = words;
  const unknown = named.map((volume) => volume.replace(/^throughline_/, '')).filter((volume) => !volumes.includes(volume));
  return [
    ...(command === 'rm' ? [] : [`docker volume ${command} is not known here`]),
    ...unknown.map((volume) => `there is no volume ${volume}`),
  ];
}

/** What is typed for one container: `exec` runs anything in it, `run` what its program takes. */
function wrongInside(typed: readonly string[], rest: readonly string[], isWhole: boolean, known: Known): readonly string[] {
  const [command] = typed;
  const [service, ...inside] = rest;
  if (service === undefined) return isWhole ? [`docker compose ${command} for whom`] : [];
  if (command === 'exec') return isWhole && inside.length === 0 ? ['docker compose exec runs nothing'] : [];
  if (service !== 'throughline' || typed.includes('--entrypoint')) return [];
  return wrongOfProgram(inside, isWhole, known);
}

type Read = Readonly<{ rest: readonly string[]; wrong: readonly string[]; asksForHelp: boolean }>;

/** What is left beside options, which may stand anywhere, or only before the first other word. */
function optionsIn(words: readonly string[], options: ReadonlyMap<string, boolean>, areFirst = false): Read {
  const rest: string[] = [];
  const wrong: string[] = [];
  let asksForHelp = false;
  for (let at = 0; at < words.length; at += 1) {
    const [option = '', value] = (words[at] ?? '').split(/=(.*)/s);
    if (!option.startsWith('-') || (areFirst && rest.length > 0)) {
      rest.push(words[at] ?? '');
      continue;
    }
    asksForHelp ||= /^(-h|--help|-V|--version)$/.test(option);
    const takesValue = options.get(option);
    if (takesValue === undefined) wrong.push(`there is no option ${option}`);
    if (takesValue !== true || value !== undefined) continue;
    at += 1;
    if (at >= words.length) wrong.push(`${option} lacks its value`);
  }
  return { rest, wrong, asksForHelp };
}
