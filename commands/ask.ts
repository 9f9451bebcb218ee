import { z } from "zod";
import { kinds } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, paragraph, strong } from "#core/reply.ts";
import { completeEntry } from "#present/choices.ts";
import { citesOf, sourcesOf, statementOf } from "#present/cite.ts";
import { openLine } from "#present/open-line.ts";
import { answerQuestion } from "#search/answer.ts";

const longestQuestion = 300;

export const askCommand = defineCommand({
  name: "ask",
  summary: "Ask a question; the answer comes from the casebook, with source and date",
  examples: [
    "ask why did hugging face leave the chatbot business?",
    "ask who founded hugging face?",
    "ask where are they based? about:hugging-face",
  ],
  visibility: "private",
  options: z.object({
    question: z.string().optional().describe("Your question, in your own words"),
    about: z.string().optional().describe("The company or entry it is about, when the question says only “they”"),
  }),
  positional: ["question"],
  complete: { about: completeEntry(...kinds) },
  run: ({ question = "", about }, context) => {
    const asked = question.trim();
    if (!/[\p{L}\p{N}]/u.test(asked))
      throw new Refusal("Ask me anything about the companies, roles and playbooks in the casebook.", {
        examples: ["ask why did hugging face leave the chatbot business?"],
      });
    const subject = about ? context.library.find(about).match : undefined;
    const found = answerQuestion(context.search, clip(asked, longestQuestion), subject);
    return found.answered ? say(asked, found, context) : decline(asked, found, context);
  },
});

type Found = ReturnType<typeof answerQuestion>;

function say(question: string, found: Found, { library, now }: Context): Answer {
  const passages = found.answers.map(({ passage }) => passage);
  const [best, ...others] = found.answers;
  return {
    title: clip(question, 120),
    parts: [
      ...(best
        ? [
            {
              kind: "quote" as const,
              ...statementOf(best.passage, now, [
                strong(`${best.entry.title}${best.passage.title ? ` · ${best.passage.title}` : ""}`),
                "\n",
                best.passage.text,
              ]),
            },
          ]
        : []),
      ...(others.length > 0
        ? [
            { kind: "heading" as const, text: "Also in the casebook" },
            {
              kind: "list" as const,
              items: others.map(({ passage, entry }) =>
                statementOf(passage, now, [
                  strong(`${entry.title}${passage.title ? ` · ${passage.title}` : ""}`),
                  ": ",
                  passage.text,
                ]),
              ),
            },
          ]
        : []),
      ...(best
        ? [
            {
              kind: "buttons" as const,
              buttons: [{ label: clip(`Open ${best.entry.title}`, 75), line: openLine(best.entry, best.passage) }],
            },
          ]
        : []),
    ],
    sources: sourcesOf(library, passages),
    data: {
      question,
      answered: true,
      confidence: found.confidence,
      answers: found.answers.map(({ passage, entry }) => ({
        id: passage.id,
        text: passage.text,
        study: entry.id,
        section: passage.section,
        asOf: passage.asOf,
        sources: citesOf(passage),
      })),
    },
  };
}

function decline(question: string, found: Found, { library }: Context): Answer {
  const nearest = found.nearest.length > 0 ? found.nearest : library.ofKind("case-study").slice(0, 3);
  return {
    ok: false,
    title: "The casebook does not say",
    parts: [
      paragraph([
        `Nothing here answers “${clip(question, 200)}” well enough to quote.`,
        found.nearest.length > 0 ? " Nearest entries:" : " You could start with:",
      ]),
      { kind: "buttons", buttons: nearest.map((entry) => ({ label: clip(entry.title, 75), line: openLine(entry) })) },
    ],
    data: {
      question,
      answered: false,
      confidence: found.confidence,
      answers: [],
      nearest: nearest.map(({ id, title }) => ({ id, title })),
    },
  };
}
