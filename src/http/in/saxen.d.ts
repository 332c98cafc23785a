// What is used of saxen, which brings no types of its own.
declare module 'saxen' {
  type Decode = (text: string) => string;
  interface Hooks {
    openTag: (name: string, attributes: () => Record<string, string>, decode: Decode) => void;
    closeTag: (name: string) => void;
    text: (text: string, decode: Decode) => void;
    cdata: (text: string) => void;
    error: (error: Error) => void;
  }
  export class Parser {
    on<H extends keyof Hooks>(hook: H, heard: Hooks[H]): this;
    write(xml: string): this;
    end(): unknown;
  }
}
