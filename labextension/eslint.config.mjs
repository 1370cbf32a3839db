import parser from '@typescript-eslint/parser';
import plugin from '@typescript-eslint/eslint-plugin';
import prettier from 'eslint-config-prettier';
import hooks from 'eslint-plugin-react-hooks';

export default [
  { ignores: ['lib/**', 'node_modules/**', 'src/types.ts'] },
  ...plugin.configs['flat/recommended'],
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.ts'],
    languageOptions: { parser, parserOptions: { project: 'tsconfig.test.json' } },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      'max-lines': ['error', 250],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXText[value=/[A-Za-z]{2}/]',
          message: 'What the user reads goes through the translator.'
        },
        {
          selector:
            'JSXAttribute[name.name=/^(alt|title|placeholder|label|aria-label)$/] > Literal',
          message: 'What the user reads goes through the translator.'
        }
      ],
      curly: ['error', 'all'],
      eqeqeq: 'error'
    }
  },
  prettier
];
