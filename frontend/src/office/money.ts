/** What an amount in yuan looks like as it is typed: whole, or with up to two places. */
export const moneyForm = /^\d{1,7}(\.\d{1,2})?$/;

/** 3200.00 as 3200: round amounts are said without their places. */
export const roundMoney = (amount: string): string => amount.replace(/\.00$/, "");
