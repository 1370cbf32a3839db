/** What the user has set, as far as it makes sense. */

import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

/** What the user may set. */
export interface Preferences {
  autoAnalyse: boolean;
  debounce: number; // milliseconds
  underline: boolean;
  liveTypes: boolean;
  ignoredRules: string[];
}

export const DEFAULTS: Preferences = {
  autoAnalyse: true,
  debounce: 800,
  underline: true,
  liveTypes: true,
  ignoredRules: []
};

export function preferencesOf(settings: ReadonlyPartialJSONObject): Preferences {
  const { autoAnalyse, debounce, underline, liveTypes, ignoredRules } = settings;
  return {
    autoAnalyse: typeof autoAnalyse === 'boolean' ? autoAnalyse : DEFAULTS.autoAnalyse,
    debounce: typeof debounce === 'number' && debounce >= 0 ? debounce : DEFAULTS.debounce,
    underline: typeof underline === 'boolean' ? underline : DEFAULTS.underline,
    liveTypes: typeof liveTypes === 'boolean' ? liveTypes : DEFAULTS.liveTypes,
    ignoredRules: Array.isArray(ignoredRules)
      ? ignoredRules.filter((each): each is string => typeof each === 'string')
      : DEFAULTS.ignoredRules
  };
}
