import { expect, test } from "vitest";
import { languageOf } from "#search/manners/language.ts";

test.each([
  ["wie verdient openai geld?", "german"],
  ["Wer hat Mistral gegründet?", "german"],
  ["Was ist die Bewertung von OpenAI und wer hat investiert?", "german"],
  ["Comment OpenAI gagne de l'argent ?", "french"],
  ["Quels sont les risques de Solana ?", "french"],
  ["Qui a fondé Mistral ?", "french"],
  ["¿Cómo gana dinero OpenAI?", "spanish"],
  ["¿Cuáles son los riesgos de Solana?", "spanish"],
  ["Quem fundou a Mistral?", "portuguese"],
  ["Como a OpenAI ganha dinheiro?", "portuguese"],
  ["Chi ha fondato Mistral?", "italian"],
  ["Quanto vale OpenAI e quali sono i rischi?", "italian"],
  ["Wie heeft Mistral opgericht?", "dutch"],
  ["Wat is de omzet van OpenAI?", "dutch"],
  ["Hvem grundlagde Mistral?", "other"],
  ["谁创立了它", "other"],
  ["谁创立了 Hugging Face？", "other"],
  ["谁创立了 hugging face?", "other"],
  ["OpenAI 估值多少？", "other"],
  ["OpenAI 竞争对手", "other"],
  ["кто основал Hugging Face?", "other"],
  ["من أسس OpenAI؟", "other"],
  ["OpenAIの評価額は？", "other"],
  ["риски Databricks?", "other"],
  ["Hugging Face는 누가 설립했나요?", "other"],
  ["כמה שווה OpenAI", "other"],
  ["Hugging Face की स्थापना किसने की?", "other"],
])("“%s” is in another language: %s", (question, language) => {
  expect(languageOf(question)).toBe(language);
});

test.each([
  "Mistral?",
  "La Poste",
  "who is 宇树科技?",
  "what does Яндекс pay partners?",
  "Яндекс revenue",
  "define 合伙人",
  "DeepSeek 深度求索?",
  "Alibaba 阿里巴巴",
  "SoftBank ソフトバンク",
  "α and β testing",
  "Ω3 revenue of OpenAI",
  "Le Monde and El País",
  "L'Oréal",
  "Banco de la Nación Argentina",
  "van der Waals",
  "what did Société Générale pay?",
  "what does VAD mean",
  "wat is co-selling",
  "Is Anthropic a charity, a normal firm or something in between?",
  "who is in charge of Arbitrum these days?",
  "what was the stick in Son's 2025 investment in OpenAI?",
  "VP at a start-up in Singapore in 2016, S$ a year",
  "",
])("“%s” is English, or names alone", (question) => {
  expect(languageOf(question)).toBeUndefined();
});
