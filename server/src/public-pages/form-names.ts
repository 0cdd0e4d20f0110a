/**
 * Names of inputs that are the page's own. Field names hold letters and digits only, so an underscore keeps these apart
 * from any field an admin ever makes. The trap is named like something machines love to fill.
 */
export const formNames = { token: '_token', trail: '_trail', consent: '_consent', trap: 'contact_website' } as const
