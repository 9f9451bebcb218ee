/** Where tests keep the real content as the casebook does, so that it is not worked out anew for each of them. */
export const cacheDirectory = "node_modules/.cache/casebook";
