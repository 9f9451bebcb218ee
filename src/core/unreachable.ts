/** What is needed cannot be reached at this moment: the same try may work later. Its message is a sentence for the operator. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}
