import { z } from 'zod';

const object = z.record(z.string(), z.unknown());

export type Jwk = z.infer<typeof object>;

/** What was pasted, as the object that it has to be; whether it is a key that can be used is for the API to say. */
export function jwkOf(text: string): Jwk | null {
  try {
    return object.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
