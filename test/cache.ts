/** Where the casebook keeps content unless told otherwise: what tests open is not worked out anew for each of them. */
export const cacheDirectory = "./node_modules/.cache/casebook";
