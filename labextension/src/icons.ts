/** The icons of the panel, in the colours of the theme. */

import { LabIcon } from '@jupyterlab/ui-components';

const PATHS = {
  // a graph: three nodes, one of which feeds the other two
  hybridize:
    '<path d="M6 3a3 3 0 0 0-1 5.83v6.34A3 3 0 1 0 7 15.17V13h4a5 5 0 0 0 5-4.17A3 3 0 1 0 14 8.7 3 3 0 0 1 11 11H7V8.83A3 3 0 0 0 6 3z"/>',
  apply: '<path d="M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z"/>',
  refresh:
    '<path d="M17.65 6.35A8 8 0 1 0 19.73 14h-2.08A6 6 0 1 1 12 6c1.66 0 3.14.69 4.22 1.78L13 11h7V4z"/>'
};

function icon(name: keyof typeof PATHS, box: string): LabIcon {
  const svgstr = `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="${box}"><g class="jp-icon3" fill="#616161">${PATHS[name]}</g></svg>`;
  return new LabIcon({ name: `jupyter-hybridize:${name}`, svgstr });
}

export const hybridizeIcon = icon('hybridize', '0 0 22 22');
export const applyIcon = icon('apply', '0 0 24 24');
export const refreshIcon = icon('refresh', '0 0 24 24');
