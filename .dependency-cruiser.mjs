// Hands the floor rules of src/architecture.ts to dependency-cruiser; `npm run check -- floors` runs it.
import { floorRules } from './scripts/check/floor-rules.ts';

export default {
  forbidden: floorRules,
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|var|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
