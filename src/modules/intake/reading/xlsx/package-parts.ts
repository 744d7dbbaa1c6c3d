/** The parts of an opened XLSX package, however it was unpacked: by the server from the file store, by a browser from a file. */

/** Parts by name, capitals or not. */
export interface PackageParts {
  has(name: string): boolean;
  /** The unpacked bytes of a part in pieces. @throws FileRefused file.xlsx-broken */
  bytes(name: string): AsyncGenerator<Uint8Array>;
  close(): void;
}
