import { type Button, code, type Text, text } from "#core/reply.ts";

/** What is said to a text that is not looked up, and what the bot can show or do about itself in its stead. */
export type RefusedWith = {
  readonly title: string;
  readonly says: Text | string;
  readonly buttons?: readonly Button[];
};

const status: Button = { label: "Status", line: "casebook status" };

/** What is said to a text that is no question for the casebook, by the reason; never repeats the text. */
export const refusals = {
  despair: {
    title: "Please talk to somebody now",
    says: "I am sorry that it is so hard. I am only a bot that looks things up, and you deserve a person: please call your local emergency number or a crisis line, or go to somebody you trust, now. You do not have to carry this alone.",
  },
  private: {
    title: "No private details",
    says: "The casebook keeps what companies and officials have published, and nothing private about people.",
  },
  ours: {
    title: "Only your own company knows that",
    says: "The casebook holds what is published about other companies and the trade, and nothing of your own contracts, partners or meetings. Ask how others handle it.",
  },
  news: {
    title: "No news of the day",
    says: "The casebook is a dated record, not a news feed: it cannot say what happens today. The newest it holds is one click away.",
  },
  "advice-to-trade": {
    title: "No advice on buying or selling",
    says: "The casebook gives no advice on shares or tokens and no forecasts. It can tell what is published, with its date.",
  },
  wrongdoing: {
    title: "No help with that",
    says: "That is against the law nearly everywhere, and the casebook helps nobody to do it. It can tell how partners sell, buy and agree openly.",
  },
  general: {
    title: "Not in the casebook's field",
    says: "The casebook knows companies, roles, playbooks, terms and figures of partnership work, and nothing else.",
  },
  writing: {
    title: "I quote, and write nothing",
    says: "The casebook writes no texts; it quotes what stands in it, with source and date. Ask what belongs in yours.",
    buttons: [{ label: "Checklists", line: "checklist" }],
  },
  errand: {
    title: "I only look things up",
    says: "I book, send and remember nothing for you, so nothing was done. Ask what you want to know for it, and I look it up.",
  },
  instructions: {
    title: "Only questions, please",
    says: "I look things up in the casebook and take no other orders, so nothing was done.",
  },
  code: { title: "That looks like code", says: "I only look things up. Ask a question in plain words." },
  address: { title: "I do not open links", says: "Ask a question in plain words, and I look it up in the casebook." },
  insult: {
    title: "Sorry to be of no help",
    says: "Ask about a company, a role, a playbook or a term, and I show what the casebook has.",
  },
  greeting: {
    title: "Hello",
    says: "Ask me anything about the companies, roles, playbooks and terms in the casebook. Every answer shows its source and date.",
  },
  thanks: { title: "You are welcome", says: "Ask on whenever you like." },
  goodbye: { title: "Goodbye", says: "The casebook stays open." },
  murmur: {
    title: "Ask me anything",
    says: "Put it as a question about a company, a role, a playbook or a term, and I look it up.",
  },
  remark: {
    title: "Nothing to look up",
    says: "That asks me nothing, so nothing was looked up or kept. Put it as a question about a company, a role, a playbook or a term.",
  },
  complaint: {
    title: "Sorry, that missed",
    says: "Ask again in other words, with the company's name in it. “Not helpful” under an answer tells those who keep the casebook.",
  },
  itself: {
    title: "I am Casebook",
    says: "A bot that looks questions up in a library of dated, sourced case studies, playbooks, roles, figures and terms, and answers in its words. No AI service is asked; what the library does not say, I do not know.",
    buttons: [status],
  },
  stored: {
    title: "What is kept of you",
    says: text`Of a question: its words, who asked, where and when, for a set time, so that follow-ups, ratings and meeting notes work. What finds no answer is counted without your name, for whoever keeps the casebook. Nothing goes to an AI service, nor to anybody but the platform you ask on. ${code("casebook forget-me")} deletes what is kept of you here.`,
    buttons: [{ label: "Forget me", line: "casebook forget-me", style: "danger" }],
  },
  fresh: {
    title: "How fresh it is",
    says: "Every answer shows since when it holds, and says so when it is due for review.",
    buttons: [status],
  },
  language: {
    title: "I read English",
    says: "The casebook is written in English, and so must the question be. Names can stay as they are.",
  },
} satisfies Record<string, RefusedWith>;

/** Why a text is not looked up. */
export type RefusedFor = keyof typeof refusals;

/** That the casebook reads English alone, in the languages that are told apart. */
export const readsEnglish = {
  german: "Ich lese nur Englisch: bitte auf Englisch fragen.",
  french: "Je ne lis que l’anglais : merci de poser la question en anglais.",
  spanish: "Solo leo inglés: por favor, haga la pregunta en inglés.",
  portuguese: "Só leio inglês: por favor, faça a pergunta em inglês.",
  italian: "Leggo solo l’inglese: per favore, faccia la domanda in inglese.",
  dutch: "Ik lees alleen Engels: stel uw vraag in het Engels.",
};
