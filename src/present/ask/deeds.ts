/** What the bot can do, and the line that does it. */
export type Deed = {
  readonly line: string;
  /** What the line gives, where the command's summary tells too little. */
  readonly says?: string;
  /** The line needs more words, so that it is shown and not offered to press. */
  readonly unfinished?: true;
};

/** The same, in the words of those who want it done. */
type DeedAsked = Deed & {
  readonly verbs: string;
  readonly things: string;
  /** What asks for it by itself: "unsubscribe". */
  readonly alone?: string;
  /** The thing alone asks for it: "the recap, please". */
  readonly bare?: true;
};

/** What may stand before what is asked for. */
export const which =
  "(?:(?:a|an|the|this|that|our|my|your|another|new|in|into|out of|running|current|weekly|daily|all) )*";
const people = "(?:(?:the|my|our) )?(?:team|channel|colleagues|others|everyone|everybody)";

const posting = "(?:post|send|messag|spamm?|ping|writ|digest)";
const posted =
  "(?:(?:scheduled|automatic|regular) )?(?:posts|postings|messages|updates|subscriptions?|notifications|summaries|alerts|e-?mails)";
const toUs = `(?: (?:to )?(?:me|us|this channel|the channel|these|those|this|that|stuff|anything|digests?|${posted}|here|any ?more|again|every (?:day|week)|(?:each|every) morning))*`;

/** What people ask the bot to do or how it is done: verbs and things as regex sources. */
export const deeds: readonly DeedAsked[] = [
  {
    line: "meeting start",
    verbs: "start|begin|open|launch|kick off|turn on|switch on|activate|enter",
    things: "meeting(?: mode)?",
  },
  {
    line: "meeting end",
    says: "It gives the recap: what was answered, what is open, and who looks after it.",
    verbs: "end|stop|finish|close|conclude|leave|exit|quit|turn off|switch off",
    things: "meeting(?: mode)?",
  },
  {
    line: "meeting own 1 Anna",
    says: "It gives an open point of the meeting, by its number, to somebody who looks after it.",
    verbs: "assign|give|hand(?: over)?",
    things: "open (?:points?|questions?)(?: (?:number )?\\d{1,2})?(?: to \\S+(?: \\S+)?)?",
    unfinished: true,
  },
  {
    line: "meeting recap",
    says: "It ends the meeting with its recap, and shows the recap of one that is over; “meeting export” gives the notes so far.",
    verbs:
      "(?:show|give|send|get|tell|read|write|post|make)(?: (?:me|us|everyone|everybody))?|see|view|open|have|do|share",
    things: "(?:meetings? )?(?:recap|summary)(?: of (?:the|this|our) meeting)|(?:meetings? )?recap|meetings? summary",
    bare: true,
  },
  {
    line: "meeting export",
    says: "It gives the notes as Markdown, to copy or to keep.",
    alone:
      "(?:who|whos|(?:who is|are you)) (?:taking|takes|keeping|keeps|writing|writes|making)(?: down)? (?:the |any |our |meeting )*(?:notes|minutes)|(?:please |can you |could you )?(?:take|keep) (?:the |meeting )*(?:notes|minutes)",
    verbs: "export|download|copy|save|get",
    things: "(?:meetings? )?(?:notes|recaps?|minutes)(?: of (?:a|the|this|our) meeting)?",
  },
  {
    line: "digest subscribe",
    verbs: "subscribe(?: to)?|sign up (?:for|to)|set up|create|schedule|start|add|order|get|have",
    things: "digests?",
  },
  {
    line: "digest list",
    says: "It shows the digests of this channel, each with what changes, pauses or ends it.",
    verbs:
      "unsubscribe(?: from)?|turn off|switch off|disable|mute|opt out of|change|edit|move|reschedule|adjust|set|stop|end|cancel|delete|remove|pause|resume|see|list|show",
    alone: [
      "unsubscribe(?: (?:me|us))?|opt (?:(?:me|us) )?out|mute(?: (?:yourself|the bot|casebook))?",
      `(?:(?:stop|quit)|(?:make|get) (?:it|you|the bot|casebook)(?: to)? stop) ${posting}(?:ing|e?s)?${toUs}`,
      `(?:dont|do not|never) ${posting}e?${toUs}`,
      `no more (?:digests?|${posted})`,
      `(?:unsubscribe (?:me |us )?from|turn off|switch off|disable|mute|opt out of|stop|end|cancel|pause) ${which}${posted}`,
    ].join("|"),
    things:
      "schedule|(?:posting|post) times?|digests?(?: (?:time|schedule|hour|day|zone|time zone|contents?|topics?|settings))?|(?:time|schedule|hour|day|zone|contents?|topics?|settings) of (?:a|the|this|our) digest",
  },
  {
    line: "gaps file",
    says: "Entries are written by whoever keeps the casebook; this tells them what is missing.",
    verbs: "add|contribute|suggest|request|propose|submit",
    things:
      "(?:content|entry|entries|compan(?:y|ies)|case stud(?:y|ies)|stud(?:y|ies)|facts?|playbooks?|terms?|topics?)(?: (?:to|for|in) (?:it|you|(?:the |this )?(?:casebook|bot|library)))?",
    unfinished: true,
  },
  { line: "gaps file", verbs: "file|report|submit|raise|log|record|flag|add", things: "gaps?", unfinished: true },
  { line: "gaps", verbs: "see|list|show|view|close", things: "(?:open |filed )?gaps" },
  { line: "rate", verbs: "rate|grade|give feedback on", things: "answers?|reply|replies", unfinished: true },
  {
    line: "rate",
    says: "The buttons Helpful and Not helpful under an answer do it for you.",
    verbs: "give|leave|send|submit|share|report|flag",
    things:
      "(?:some )?feedback|(?:wrong|bad|incorrect) (?:answers?|reply|replies|facts?|figures?)|mistakes?|errors?|bugs?",
    unfinished: true,
  },
  {
    line: "ask who founded hugging face? share:yes",
    says: "“share:yes” at the end shows a reply to everyone; so does the button Share under one that only you see.",
    verbs: "share|post",
    things: `(?:answers?|reply|replies)(?: (?:with|to) ${people})?|(?:it )?(?:with|to) ${people}`,
    unfinished: true,
  },
  {
    line: "readiness",
    verbs: "use|take|do|start|run|open|fill in|fill out|make",
    things: "(?:ai )?readiness (?:scorecard|assessment|check|questionnaire|test|score)",
  },
];
