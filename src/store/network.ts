// Which network an address is of: who has one address of IPv6 has the whole /64.
import { isIPv6 } from 'node:net';

/** `2001:db8:0:1::/64`; an address of IPv4 is its own, also where it is written as one of IPv6. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%'); // an address of this machine's own network names its card
  if (!isIPv6(plain)) return plain;
  const groups = groupsOf(plain);
  const isMapped = groups.slice(0, 6).every((group, i) => group === (i === 5 ? 0xffff : 0));
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight numbers that it stands for. */
function groupsOf(address: string): number[] {
  const { hostname } = new URL(`http://[${address}]`); // writes it in the one shortest way, without an address of IPv4 in it
  const [before = '', after = ''] = hostname.slice(1, -1).split('::');
  const numbers = [before, after].map((part) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => parseInt(group, 16)),
  );
  const [head = [], tail = []] = numbers;
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}
