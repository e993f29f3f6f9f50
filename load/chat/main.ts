import { openLaboratory } from '../laboratory.ts';
import { runLive } from '../live/run-live.ts';
import { runChat } from './run-chat.ts';
import { chatScenarios } from './scenarios.ts';

// npm run load:chat -- <scenario> [--people n] [--rate n] [--seconds n] … [--url u | --start in-process|distributed]
// People talk from outside, and in the end everybody has every message once, and in order.

process.exitCode = await runLive('load:chat', chatScenarios, openLaboratory, runChat);
