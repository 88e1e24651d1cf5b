/** Makes, in a folder, an authority that nobody knows and what it signed: the files. The certificate is for 127.0.0.1. */
export function certified(folder: string): Readonly<{ ca: string; key: string; certificate: string }>;
