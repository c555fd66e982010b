/* Elements. Whatever comes from a log enters as text, never as markup. */
import * as Format from './format.js';

export function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (name === 'style') for (const [key, each] of Object.entries(value)) element.style.setProperty(key, each);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.appendChild(child instanceof Node ? child : document.createTextNode(Format.visible(String(child))));
  }
}

export const byId = id => document.getElementById(id);

export function fill(id, ...children) {
  const element = byId(id);
  element.replaceChildren();
  append(element, children);
  return element;
}
