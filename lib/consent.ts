/** The version of what somebody agrees to who makes an account: the text of the privacy page. */
export const consentVersion = 1;
