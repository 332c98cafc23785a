// Where papers are erased.
export const paperErasurePath = '/beheer/stukken';
