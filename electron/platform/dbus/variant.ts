/** Whether a variant holds true. A variant reads as its type and the list of its one value. */
export const isTrue = (variant: unknown): boolean => {
  const value: unknown = Array.isArray(variant) ? variant[1] : null;
  return Array.isArray(value) && value[0] === true;
};
