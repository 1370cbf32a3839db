import * as React from 'react';

import type { Model } from '../model';
import type { Words } from '../words';

/** Where the types come from: from the code alone, or from the kernel too. */
export function LiveTypes({ model, words }: { model: Model; words: Words }): JSX.Element | null {
  if (model.phase === 'no-notebook' || model.phase === 'not-python') {
    return null;
  }
  return <p className="jp-Hybridize-small jp-Hybridize-live">{sourceOfTypes(model, words)}</p>;
}

function sourceOfTypes({ live, preferences }: Model, { trans }: Words): string {
  if (!preferences.liveTypes || live.run === null) {
    return live.isBusy
      ? trans.__('Kernel busy: types from the code alone')
      : trans.__('Static only: types from the code alone');
  }
  return live.isBusy
    ? trans.__('Kernel busy: types from run %1', live.run)
    : trans.__('Types from the running kernel (run %1)', live.run);
}
