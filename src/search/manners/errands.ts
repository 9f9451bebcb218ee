import { patterns, raw } from "./patterns.ts";

const please =
  "(?:(?:please|ok|hey|and|now|also|casebook|(?:can|could|would|will) you|(?:i|we) (?:need|want) you to)[, ]+)*";
const meeting = "(?:calls?|meetings?|demos?|appointments?|slots?|zoom|sync|coffee|catch-?up|follow-?up)";
const system =
  "(?:crm|calendar|diary|salesforce|hubspot|jira|asana|notion|backlog|to-?do(?: list)?|task list|spreadsheet)";
const it = "(?:this|that|it|these|them)";

/** What somebody with hands is to do: to book, to send, to remind. A question how it is done is none. */
export const errands = patterns(
  {
    "book a meeting with OpenAI": raw`^${please}(?:book|schedule|arrange|organi[sz]e|set up|reschedule|cancel) (?:me |us )?(?:an?|the|my|our|another) (?:[\p{L}\d-]+ ){0,2}${meeting}\b(?! (?:cadence|rhythm|agenda|template|structure|mode)\b)(?!.*\?)`,
    "remind me tomorrow": raw`^${please}remind (?:me|us|the team|everyone) (?:again )?(?:to|in|at|on|tomorrow|tonight|later|next|every|before|after)\b`,
    "set a reminder for Friday": raw`^${please}(?:set|add|create)(?: me| us)?(?: up)? (?:an? |the )?(?:reminder|alarm|timer)\b`,
    "send an email to Databricks": [
      raw`^${please}(?:send|forward|mail)(?: (?:out|over|me|us))? `,
      raw`(?:(?:an?|the|my|our) )?(?:${it}(?= (?:to|out|over)\b|[.! ]*$)|e-?mails?|messages?|invit(?:e|ation)s?|dms?|notes?|reminders?)\b(?! (?:mean|cost|on|about)\b)(?! .{0,40}\?)`,
    ],
    "ping the team": raw`^${please}(?:e-?mail|phone|ring|dm|ping|invite|notify) (?:him|her|them|my|our|everyone|everybody|the (?:team|channel|group|partner))\b(?!.*(?:\?|\bor not\b|\bhow (?:long|many|much|soon)\b))`,
    "add this to the CRM": raw`^${please}(?:add|put|log|save|enter|write|copy) (?:${it}|the \S+) (?:in|into|to|on) (?:the |my |our )?${system}\b`,
    "create a ticket": raw`^${please}(?:create|open|log|raise|file) (?:an? |the )?(?:tickets?|tasks?|calendar (?:event|entry|invite)|to-?do|jira)\b`,
    "update our forecast": raw`^${please}update (?:the|my|our) (?:crm|forecast|pipeline|spreadsheet|deck|slides|calendar)\b`,
    "export this": raw`^${please}(?:export|print|download|bookmark|pin|save) ${it}(?: (?:as|to|in|for) .{1,30})?[.! ]*$`,
  },
  "iu",
);
