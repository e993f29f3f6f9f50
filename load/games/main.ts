import { openLaboratory } from '../laboratory.ts';
import { runLive } from '../live/run-live.ts';
import { runGames } from './run-games.ts';
import { gamesScenarios } from './scenarios.ts';

// npm run load:games -- <scenario> [--rate n] [--seconds n] … [--url u | --start in-process|distributed]
// Plays, asks and watches from outside, and ends by comparing every board with history.

process.exitCode = await runLive('load:games', gamesScenarios, openLaboratory, runGames);
