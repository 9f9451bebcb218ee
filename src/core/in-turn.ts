/** The same function, one call after the other: the next begins when the one before is over, however it ended. */
export function inTurn<Given, Result>(act: (given: Given) => Promise<Result>): (given: Given) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (given) => {
    const turn = last.then(() => act(given));
    last = turn.catch(() => {});
    return turn;
  };
}
