// Stands in the bundle for a package that is imported and never called.
export {};
