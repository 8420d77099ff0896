export * from './pdf/write-pdf.js'
export * from './press-face.js'
