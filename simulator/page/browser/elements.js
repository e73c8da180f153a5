/**
 * Text only ever becomes text: nothing that the simulator tells is read as HTML.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The part of the page with this id. @param {string} id @returns {HTMLElement} */
export function part(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no part "${id}".`);
  return found;
}

/** Sets a text only where it differs, so that a selection in it stays. @param {Element | null} target @param {string} text */
export function setText(target, text) {
  if (target !== null && target.textContent !== text) target.textContent = text;
}

/**
 * Makes the children of `list` those of `things`, in their order. An element stays the same as long as its thing is
 * there, so that focus, selection and movement stay too.
 *
 * @template {{ readonly id: string }} Thing
 * @param {Element} list
 * @param {readonly Thing[]} things
 * @param {(thing: Thing) => Element} make
 * @param {(made: Element, thing: Thing) => void} update
 */
export function keep(list, things, make, update) {
  const before = new Map([...list.children].map((child) => [child.getAttribute("data-id"), child]));
  const wanted = things.map((thing) => {
    const child = before.get(thing.id) ?? make(thing);
    child.setAttribute("data-id", thing.id);
    update(child, thing);
    return child;
  });
  for (const child of before.values()) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, index) => {
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
}

/** `12:00:05`, UTC as everywhere in DCS. @param {string} iso */
export function clockTime(iso) {
  return iso.slice(11, 19);
}
