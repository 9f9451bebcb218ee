import type { IncomingMessage, ServerResponse } from "node:http";

/** What answers the requests below a path. */
export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/** A path that is served. */
export type Served = {
  /** Whether requests reach it at this moment. */
  listening(): boolean;
  /** Takes no more requests; those under way have `patience` milliseconds to be answered. */
  close(patience: number): Promise<void>;
};

/** The one HTTP server of the process, which platforms share. */
export type Front = {
  /**
   * Hands every request at `path`, or below it, to `listener`. Resolves once the server listens; rejects with a
   * sentence for the operator when nothing can listen there.
   */
  serve(path: string, listener: RequestListener): Promise<Served>;
};
