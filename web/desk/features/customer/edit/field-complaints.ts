/** What is wrong, by field; a contact's field is `contacts.0.phone`. */
export type FieldComplaints = Readonly<Partial<Record<string, string>>>
