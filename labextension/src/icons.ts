/** The icons of the panel, in the colours of the theme. */

import { LabIcon } from '@jupyterlab/ui-components';

const SHAPES = {
  // a function, on its way into a graph
  hybridize:
    '<path class="jp-icon3" style="fill:none" stroke="#616161" stroke-width="1.8" stroke-linecap="round" d="M10.6 4.6C8.4 3.9 7.4 5.4 7.1 7.4L5.7 16.6c-.3 1.8-1.2 2.9-3 2.5M3.6 10.2h6.2M15 6.6v10.8M15.9 6.2l3.6 4.6M15.9 17.8l3.6-4.6"/>' +
    '<g class="jp-icon3" fill="#616161"><circle cx="15" cy="5" r="2.4"/><circle cx="20.4" cy="12" r="2.4"/><circle cx="15" cy="19" r="2.4"/></g>',
  apply: '<path class="jp-icon3" fill="#616161" d="M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z"/>',
  refresh:
    '<path class="jp-icon3" fill="#616161" d="M17.65 6.35A8 8 0 1 0 19.73 14h-2.08A6 6 0 1 1 12 6c1.66 0 3.14.69 4.22 1.78L13 11h7V4z"/>'
};

function icon(name: keyof typeof SHAPES): LabIcon {
  const svgstr = `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">${SHAPES[name]}</svg>`;
  return new LabIcon({ name: `jupyter-hybridize:${name}`, svgstr });
}

export const hybridizeIcon = icon('hybridize');
export const applyIcon = icon('apply');
export const refreshIcon = icon('refresh');
