/** An event's body for people to read: in lines when it is JSON, and as it came when it is not, or was cut off. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
