// The cookies that are set: of a session, and of a browser that is known again.
import { stringifySetCookie } from 'cookie';
import { cookieName, type CookieKind } from '../http/authentication.js';
import { deviceDays } from '../http/cookie-terms.js';

export function setCookie(baseUrl: string, kind: CookieKind, value: string, maxAge: number): string {
  const secure = baseUrl.startsWith('https:');
  const options = { maxAge, path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  return stringifySetCookie({ name: cookieName(baseUrl, kind), value, ...options });
}

export const setDevice = (baseUrl: string, device: string): string =>
  setCookie(baseUrl, 'sluis-device', device, deviceDays * 24 * 3600);
