const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2023-08-24` → "24 Aug 2023", `2023-08` → "Aug 2023", `2023` → "2023". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split("-");
  const name = month ? months[Number(month) - 1] : undefined;
  return [day ? String(Number(day)) : undefined, name, year].filter(Boolean).join(" ");
}

/** "since 2019-07:" as people read it: "since Jul 2019:". */
export function datesInWords(text: string): string {
  return text.replace(/(?<=\bsince )\d{4}-\d{2}(?:-\d{2})?(?!\d)/g, formatDate);
}
