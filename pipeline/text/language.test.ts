import { describe, expect, it } from 'vitest'
import { detectLanguage } from './language.ts'

describe('detecting the language', () => {
  it.each([
    ['en', 'The minister said that the harbour would not be closed.'],
    ['es', 'El ministro dijo ayer que el puerto no se cerrará por la huelga.'],
    ['fr', 'Le ministre a déclaré lundi que le port ne serait pas fermé.'],
    ['de', 'Der Minister sagte am Montag, der Hafen werde nicht geschlossen.'],
    ['pt', 'O ministro disse ontem que o porto não será fechado.'],
    ['it', 'Il ministro ha detto ieri che il porto non sarà chiuso.'],
    ['ru', 'Министр сказал в понедельник, что порт не будет закрыт.'],
    ['zh', '部长星期一说，港口不会关闭。'],
    ['ja', '大臣は月曜日、港は閉鎖されないと述べた。'],
    ['ar', 'قال الوزير يوم الاثنين إن الميناء لن يغلق.'],
  ])('%s', (language, sentence) => {
    expect(detectLanguage(sentence)).toBe(language)
    expect(detectLanguage(`${sentence} `.repeat(20))).toBe(language)
  })

  it('says so when it is unclear', () => {
    expect(detectLanguage('')).toBe('und')
    expect(detectLanguage('12:30 — 14:00')).toBe('und')
    expect(detectLanguage('x'.repeat(100_000))).toBe('und')
  })
})
