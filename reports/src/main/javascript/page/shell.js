/* Commands to copy: what a page names may be anything, and nobody looks closely at what they paste. */
import * as Format from './format.js';

const PLAIN = /^[\w./=:+%@-]+$/;

const quoted = word => PLAIN.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'";

/* The words as a shell takes them; null where one holds what a terminal would obey. */
export function command(...words) {
  return words.some(word => Format.visible(word) !== word || word.includes('\t')) ? null : words.map(quoted).join(' ');
}

/* A file whose name looks like an option. */
export const file = name => name.startsWith('-') ? './' + name : name;
