/** Numbers as words, from one to ten. */
export const counts = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Places as words, from the first to the tenth. */
export const places = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
