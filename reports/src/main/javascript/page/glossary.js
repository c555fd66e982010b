/* Words that a newcomer stumbles over, each explained where it stands. */
import { el } from './dom.js';

const WORDS = {
  pure: 'pure_initcall, level 0: set-up that depends on nothing else',
  positive: 'returned a number above 0, which is no error and no success either; most often a slip of the author',
  absent: 'returned an error that says the hardware is not there, or was not asked for: harmless',
  deferred: 'put off with EPROBE_DEFER until what it needs is there, and tried again',
  unfinished: 'the log shows no return: it hangs, died, or the log ends',
  'by itself': 'without the probes that ran inside it',
  'self µs': 'without the probes that ran inside it',
  reported: 'what the kernel itself measured, in its line about the return',
  'kernel says': 'what the kernel itself measured, in its line about the return',
  evidence: 'how sure it is: stated by a line, measured by a trace, likely, possible',
  'in doubt': 'told by a clock that stepped back or stood still',
  attempt: 'a device that is put off is probed again',
  level: 'initcalls run level by level, from early to late (include/linux/init.h)',
  'put off': 'probed in vain, with EPROBE_DEFER',
  'wasted µs': 'what the attempts in vain took',
};

/* The word, with a dotted line under it where it is explained. */
export const term = word => WORDS[word] ? el('abbr', { title: WORDS[word] }, word) : word;
