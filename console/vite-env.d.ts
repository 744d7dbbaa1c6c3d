/// <reference types="vite/client" />
// What the bundler adds to the language: imports of style sheets.
