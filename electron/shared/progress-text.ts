/** Progress as a whole percentage, rounded down so that 100 % is only ever said when it is so. */
export const percentText = (progress: number): string => `${String(Math.floor(progress * 100 + 1e-6))}%`;
