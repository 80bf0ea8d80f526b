/** An API as plain data; each dialect makes it of its own schemas. */
export type ReferenceField = { name: string; type: string; required: boolean };

export type ReferenceEndpoint = {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** Who may, in words. */
  rights: string;
  status: number;
  fields: ReferenceField[];
  answer: ReferenceField[];
  curl: string;
};

export type ReferenceSection = { name: string; endpoints: ReferenceEndpoint[] };
