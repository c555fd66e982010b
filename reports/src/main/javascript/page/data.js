/* The facts that stand in the page, packed: JSON, deflated, in base64. */
import Pako from 'pako/lib/inflate.js';
import { byId } from './dom.js';

export function read() {
  const packed = Uint8Array.from(atob(byId('data').textContent), each => each.charCodeAt(0));
  return JSON.parse(Pako.inflate(packed, { to: 'string' }));
}
