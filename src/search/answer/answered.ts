import type { Entry } from "#content/entry.ts";
import type { Doubt } from "../confidence/doubt.ts";
import type { Listing } from "../list/listing.ts";
import type { OffLimits } from "../manners/manners.ts";
import type { PassageHit } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import type { Kind } from "../vocabulary/lexicon.ts";
import type { Side } from "./sides.ts";
import type { Why } from "./why.ts";

export type FoundAnswer = PassageHit & {
  /** The part of the passage that answers. */
  readonly cut: string;
};

/** What one of several companies named beside each other says to the question, if anything. */
export type ToldOfOne = { readonly entry: Entry; readonly answer: FoundAnswer | undefined };

export type Answered = {
  readonly answered: boolean;
  /** 0 to 1: how sure it is that the first passage answers. */
  readonly confidence: number;
  /** Best first, at most three. */
  readonly answers: readonly FoundAnswer[];
  /** The row that says that what is asked is not known, where one does: then nothing is answered. */
  readonly untold: FoundAnswer | undefined;
  /** The whole section, when a list is asked for. */
  readonly list: Listing | undefined;
  /** What two or more entries each say to the same thing, when they are compared. */
  readonly sides: readonly Side[];
  /** What each of several companies named beside each other says, where the question is asked of each of them. */
  readonly each: readonly ToldOfOne[];
  /** Of several questions in one text, those that nothing answers. */
  readonly open: readonly string[];
  /** Companies the question may be about, when it does not say. */
  readonly which: readonly Entry[];
  /** Whom all studies are asked to be counted by, where they only name them: then nothing is answered. */
  readonly uncounted: string | undefined;
  /** Entries nearest to the question, for when nothing answers. */
  readonly nearest: readonly Entry[];
  readonly kind: Kind;
  /** Entries the question names, or is about. */
  readonly subjects: readonly Entry[];
  readonly why: Why;
  /** What rules the nearest passage out, however near it is; or that no library can know what is asked. */
  readonly doubt: Doubt | "beyond" | undefined;
  /** Why it was not looked up at all. */
  readonly off: OffLimits | undefined;
  readonly question: Question;
};

/** As many answers as are shown. */
export const mostAnswers = 3;
