// Where who gives roles works, for modules that know nothing of each other.

/** Who holds which role for which body. */
export const rolesPath = '/beheer';
/** How the pages of each region look. */
export const houseStylePath = `${rolesPath}/huisstijl`;
