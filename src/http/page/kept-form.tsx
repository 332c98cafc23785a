// A form as it was filled in, kept while it cannot be given; from here it is shown once more.
import { useWording } from './wording.js';
import { Button } from './basics.js';

interface KeptFormProps {
  action: string;
  /** Its fields, as they were sent. */
  kept: string;
  /** What its button says, where that is not the way back to the form. */
  label?: string;
}

export const KeptForm = ({ action, kept, label }: KeptFormProps) => {
  const { signIn: words } = useWording();
  return (
    <form method="post" action={action} acceptCharset="utf-8">
      {[...new URLSearchParams(kept)]
        .filter(([name]) => name !== 'bevestigd')
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <p className="sluis-actions">
        <Button primary name="wijzigen" value="ja">
          {label ?? words.resume}
        </Button>
      </p>
    </form>
  );
};
