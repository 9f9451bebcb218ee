/** Whether what is typed for a yes-or-no option says yes. */
export function isYes(typed: string | undefined): boolean {
  return /^(?:y|yes|true|1|on)$/i.test(typed?.trim() ?? "");
}
