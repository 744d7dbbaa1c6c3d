/** Reads a unified code as people write it: spaces, small letters, full width. */

/** The 18 characters, or undefined where it cannot be a code; whether it is somebody's is the server's to say. */
export function writtenUscc(text: string): string | undefined {
  const written = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return /^[0-9A-Z]{18}$/.test(written) ? written : undefined;
}
