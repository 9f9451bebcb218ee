/** Thrown right before a message would leave that somebody else may be sending by now. */
export class TooLate extends Error {
  override readonly name = "TooLate";
}
