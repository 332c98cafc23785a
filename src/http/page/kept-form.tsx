// A form as it was filled in, kept while it cannot be given; from here it is shown once more.
import { useWording } from './wording.js';
import { Button } from './basics.js';

/** @param kept its fields, as they were sent */
export const KeptForm = ({ action, kept }: { action: string; kept: string }) => {
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
          {words.resume}
        </Button>
      </p>
    </form>
  );
};
