export * from './docx/docx-options.js'
export * from './docx/verifier-copy.js'
export * from './docx/write-docx.js'
export * from './pdf/write-pdf.js'
