// Signing in, and choosing a password by a one-time link.
import { passwordMin } from '../app/accounts.js';
import { Layout } from './layout.js';

export interface DemonstrationAccounts {
  accounts: { email: string; title: string }[];
  password: string;
}

interface SignInProps {
  next: string;
  email?: string;
  error?: string | undefined;
  demonstration: DemonstrationAccounts | null;
}

export function SignInPage({ next, email = '', error, demonstration }: SignInProps) {
  return (
    <Layout title="Aanmelden" demonstration={demonstration !== null}>
      {error !== undefined && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <form method="post" action="/aanmelden">
        <input type="hidden" name="next" value={next} />
        <label htmlFor="email">E-mailadres</label>
        <input id="email" name="email" type="email" autoComplete="username" required defaultValue={email} />
        <label htmlFor="password">Wachtwoord</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required />
        <div>
          <button type="submit">Aanmelden</button>
        </div>
      </form>
      {demonstration && (
        <section>
          <h2>Accounts van de demonstratie</h2>
          <p>
            Elk account heeft het wachtwoord <code>{demonstration.password}</code>.
          </p>
          <ul>
            {demonstration.accounts.map(({ email: address, title }) => (
              <li key={address}>
                <code>{address}</code>: {title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

interface InvitationProps {
  name: string;
  action: string;
  error?: string | undefined;
  demonstration: boolean;
}

export function InvitationPage({ name, action, error, demonstration }: InvitationProps) {
  return (
    <Layout title="Kies een wachtwoord" demonstration={demonstration}>
      <p>Welkom, {name}. Deze link werkt één keer.</p>
      {error !== undefined && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <form method="post" action={action}>
        <label htmlFor="password">Wachtwoord (ten minste {passwordMin} tekens)</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={passwordMin}
          required
        />
        <div>
          <button type="submit">Wachtwoord opslaan</button>
        </div>
      </form>
    </Layout>
  );
}
