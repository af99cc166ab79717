/**
 * The text of a table, without the mark that may stand before it. Spreadsheets in France write Windows-1252 unless they are told
 * otherwise, which is hardly ever good UTF-8.
 */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
