/** Long enough for a browser to have begun, in milliseconds; on a telephone somebody is asked first. */
const UNTIL_SAVED = 60_000;

/** Gives whoever looks at the page a file of their own. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_SAVED);
}
