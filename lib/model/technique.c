/* technique.c - the techniques that come with the program, as a file of definitions. */
#include "model/inside.h"

const char techniques_yaml[] =
	"format: nsi/1\n"
	"techniques:\n"
	"- {id: paragraph_study, minutes: 10, pair: other_text, title: {ru: Поабзацное изучение текста, en: Paragraph by paragraph},\n"
	"   exchange: {ru: абзац, en: paragraph}, roles: [{ru: рассказывает, en: tells}, {ru: спрашивает, en: asks}]}\n"
	"- {id: task_exchange, minutes: 12, pair: swap, title: {ru: Взаимообмен заданиями, en: Exchange of tasks},\n"
	"   exchange: {ru: карточка, en: card}, roles: [{ru: обучает, en: teaches}, {ru: учится, en: learns}]}\n"
	"- {id: topic_transfer, minutes: 20, pair: any, title: {ru: Взаимопередача тем, en: Passing topics on},\n"
	"   exchange: {ru: тема, en: topic}, roles: [{ru: рассказывает, en: tells}, {ru: пересказывает, en: retells}]}\n"
	"- {id: drill, minutes: 4, pair: any, trio: true, title: {ru: Взаимотренаж, en: Drill in pairs},\n"
	"   exchange: {ru: вопрос с ответом, en: question and answer}, roles: [{ru: спрашивает, en: asks}, {ru: отвечает, en: answers}]}\n"
	"- {id: mutual_check, minutes: 6, pair: any, signatures: 2, title: {ru: Взаимопроверка, en: Mutual check},\n"
	"   exchange: {ru: выполненная работа, en: finished work}, roles: [{ru: проверяет, en: checks}, {ru: показывает, en: shows}]}\n"
	"- {id: plan_to_text, minutes: 10, pair: any, title: {ru: Построение текста по плану, en: From a plan to a text},\n"
	"   exchange: {ru: план, en: plan}, roles: [{ru: строит текст, en: builds}, {ru: сверяет, en: compares}]}\n"
	"- {id: discuss, minutes: 8, pair: any, trio: true, title: {ru: Обсуждение, en: Discussion},\n"
	"   exchange: {ru: вопрос, en: question}, roles: [{ru: участник, en: participant}]}\n";
