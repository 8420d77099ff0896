export const issueTexts = {
  inStage: (stage: string) => `${stage}中`,
}
