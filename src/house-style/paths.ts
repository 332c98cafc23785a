// Where it is set how the pages of each region look.
export const houseStylePath = '/beheer/huisstijl';
