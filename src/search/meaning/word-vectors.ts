import { readFileSync } from "node:fs";
import { z } from "zod";

/** Words as directions: near ones are asked for with each other. How long a vector is says how much its word tells. */
export type WordVectors = {
  readonly size: number;
  /** Where a word's numbers begin in `values`. */
  readonly places: ReadonlyMap<string, number>;
  readonly values: Float32Array;
};

const headSchema = z.object({ size: z.number().int().positive(), words: z.array(z.string()) });

/**
 * A file of word vectors, as {@link written} makes it: the length of its head in four bytes, the head as JSON (the words
 * and how many numbers each has), a 32-bit scale a word, and its numbers as signed bytes. Throws for any other.
 */
export function readWordVectors(bytes: Buffer): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 4 + view.getUint32(0, true);
  const { size, words } = headSchema.parse(JSON.parse(bytes.toString("utf8", 4, start)));
  const numbers = start + 4 * words.length;
  if (bytes.length !== numbers + size * words.length) throw new Error("the file of word vectors is cut short");
  const values = new Float32Array(size * words.length);
  for (let word = 0; word < words.length; word++) {
    const scale = view.getFloat32(start + 4 * word, true);
    for (let k = word * size; k < (word + 1) * size; k++) values[k] = scale * view.getInt8(numbers + k);
  }
  return { size, places: new Map(words.map((word, i) => [word, i * size])), values };
}

/** The bytes of {@link readWordVectors}; each number is rounded to a 127th of its word's largest. */
export function written({ size, places, values }: WordVectors): Buffer {
  const head = Buffer.from(JSON.stringify({ size, words: [...places.keys()] }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const scales = Buffer.alloc(4 * places.size);
  const numbers = Buffer.alloc(size * places.size);
  for (const [i, place] of [...places.values()].entries()) {
    const vector = values.subarray(place, place + size);
    const scale = Math.max(...vector.map(Math.abs)) / 127;
    scales.writeFloatLE(scale, 4 * i);
    for (const [k, value] of vector.entries())
      numbers.writeInt8(scale > 0 ? Math.round(value / scale) : 0, i * size + k);
  }
  return Buffer.concat([length, head, scales, numbers]);
}

/** Where the vectors that come with the bot lie; `npm run learn` writes them. */
export const wordVectorsFile = new URL("word-vectors.bin", import.meta.url);

let shipped: WordVectors | undefined;

/** The vectors that come with the bot, read once. */
export function shippedWordVectors(): WordVectors {
  shipped ??= readWordVectors(readFileSync(wordVectorsFile));
  return shipped;
}
