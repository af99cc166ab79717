type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Where the answers come from that a device keeps; see `kept-answers.ts`. */
const ROUTES = [
  '/api/v1/me',
  '/api/v1/interventions',
  '/api/v1/interventions/{id}',
  '/api/v1/interventions/{id}/history',
  '/api/v1/interventions/{id}/comments',
  '/api/v1/statuses',
  '/api/v1/transitions',
  '/api/v1/urgencies',
];

/** What is said of a shape and is no part of it. */
const WORDS = new Set(['description', 'example', 'examples', 'summary', 'title']);

const REFERENCE = '#/components/schemas/';

/** The shape of all that a device keeps, written down: the same as long as what is kept can be read. */
export function keptShape(api: Json): string {
  const shapes = new Map<string, Json>();
  const collect = (from: Json): void => {
    for (const name of referencesIn(from)) {
      if (!shapes.has(name)) {
        const shape = bare(at(api, ['components', 'schemas', name]));
        shapes.set(name, shape);
        collect(shape);
      }
    }
  };
  for (const route of ROUTES) {
    const answer = at(api, ['paths', route, 'get', 'responses', '200', 'content']);
    if (answer === null) {
      throw new Error(`The API does not answer at ${route}.`);
    }
    shapes.set(route, bare(answer));
    collect(answer);
  }
  return JSON.stringify([...shapes].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function at(json: Json, path: string[]): Json {
  return path.reduce((inner, name) => (isObject(inner) ? (inner[name] ?? null) : null), json);
}

function isObject(json: Json): json is { [name: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function referencesIn(json: Json): string[] {
  return [...JSON.stringify(json).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference.slice(REFERENCE.length));
}

/** Without words, and in one order. A member that is called like one of them is a schema, and no word. */
function bare(json: Json): Json {
  if (Array.isArray(json)) {
    return json.map(bare);
  }
  if (!isObject(json)) {
    return json;
  }
  const members = Object.entries(json).filter(([name, value]) => !(WORDS.has(name) && (typeof value === 'string' || Array.isArray(value))));
  return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]) => [name, bare(value)]));
}
