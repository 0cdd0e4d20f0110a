/** 仙林校区 is 仙林 where every entry is a campus. */
export const shortCampus = (name: string): string => (name.length > 2 ? name.replace(/校区$/u, '') : name)
