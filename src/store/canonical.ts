// The canonical form of RFC 8785 for what the record holds: whole numbers, strings, true, false, lists and objects.
// For these, keys in the order of their UTF-16 code units and JSON.stringify of each text are exactly that form; a test
// holds it to another implementation. Anything else has no place in an event.

/**
 * The canonical text of a value, without what is undefined.
 * @throws Error for null, for a number that is not whole, and for what JSON does not know
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) throw new Error(`${String(value)} has no canonical form`);
  let properties = '';
  for (const key of Object.keys(value).sort()) {
    const one = (value as Record<string, unknown>)[key]; // an object of a domain type, read by its own keys
    if (one === undefined) continue;
    if (properties !== '') properties += ',';
    properties += `${quoted(key)}:${canonical(one)}`;
  }
  return `{${properties}}`;
}

/** ASCII without a quote, a backslash or a control character: nearly every key and value, and nothing to escape. */
const plain = /^[ !#-[\]-~]*$/;

const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));
