import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Injectable } from '@nestjs/common'
import { contentHash, invalid, type NumberingRule } from '#lib/editorial'
import { readTemplate } from '#lib/typeset'
import { projectRoot } from '../platform/project-root.js'

/** A house style as it lies on the shelf, checked. */
export interface ShelvedTemplate {
  readonly name: string
  readonly title: string
  readonly numbering: NumberingRule
  /** Whether a 发文字号 is printed, and so stands for the source. */
  readonly documentNumber: boolean
  /** As written in the file: this goes into the press order. */
  readonly json: unknown
  readonly sha256: string
}

export const templatesFolder = (): string => join(projectRoot(), 'templates')

/** The house styles that are shipped: one folder each, read and checked once at start. */
@Injectable()
export class TemplateShelf {
  private readonly templates: ReadonlyMap<string, ShelvedTemplate> = readShelf(templatesFolder())

  list(): ShelvedTemplate[] {
    return [...this.templates.values()]
  }

  /** Refuses: a style that is not there, naming those that are. */
  find(style: string): ShelvedTemplate {
    const found = this.templates.get(style)
    if (found === undefined) throw invalid('publication/unknown-style', { style, known: [...this.templates.keys()].join('、') })
    return found
  }
}

function readShelf(folder: string): ReadonlyMap<string, ShelvedTemplate> {
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'template.json')))
    .sort()
  return new Map(names.map((name) => [name, readOne(name, join(folder, name, 'template.json'))]))
}

function readOne(name: string, path: string): ShelvedTemplate {
  const json = JSON.parse(readFileSync(path, 'utf8')) as unknown
  const template = readTemplate(json)
  if (template.name !== name) throw new Error(`the template in ${name} calls itself ${template.name}`)
  return {
    name,
    title: template.title,
    numbering: template.numbering,
    documentNumber: template.articles.documentNumber,
    json,
    sha256: contentHash(json),
  }
}
