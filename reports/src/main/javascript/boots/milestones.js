/* The moments that stand as lines across the timeline. */
import * as Format from '../page/format.js';

export function of({ milestones: at }) {
  return [
    { us: at.initMemoryFreedUs, name: 'init memory freed' },
    { us: at.initStartedUs, name: 'init runs' },
    { us: at.initStartedUs === null && at.handover ? at.handover.us : null, name: 'hands over to init' },
    { us: at.panic === null ? null : at.lastUs, name: 'panic', bad: true },
  ].filter(each => Format.known(each.us)).sort((a, b) => a.us - b.us);
}
