declare module 'gs1-barcode-parser-mod' {
  export interface ParsedItem {
    readonly ai: string;
    /** As it stood in the code. */
    readonly raw: string;
    readonly isoDate: string;
  }
  export function parseBarcode(code: string): { readonly parsedCodeItems: readonly ParsedItem[] };
}
