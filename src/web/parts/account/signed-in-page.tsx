import { Page } from '../page/page';

/** For the moment until the browser goes on, or for one that does not. */
export function SignedInPage({ next }: { readonly next: string }) {
  return (
    <Page title="You are signed in" narrow>
      <p>
        <a class="button primary" href={next}>
          Go on
        </a>
      </p>
    </Page>
  );
}
