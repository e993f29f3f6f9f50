--[[
  Adds points to players on one board. A game that is not newer than what its player has counts already:
  a player's games come in the order of their times, so a second delivery changes nothing.

  KEYS[1] board   zset  member (6 bytes of time counted down, 5 bytes of player number) scored by points
  KEYS[2] known   there while the board is complete
  KEYS[3..]       hash  a game's player to the 6 bytes of time, one key a game

  ARGV[1] when Redis forgets the keys (ms), 0 for never
  ARGV[2] a rank (from 0) before which ranks are always told
  ARGV[3..] member, points, field of the player in the hash, whether ranks are wanted (1 or 0)

  Returns for each game its player's points, rank before and rank after (from 0, -1 for none or not
  wanted); -1 -1 -1 when it is the player's newest and counts already, -2 -1 -1 when the board has a newer
  one. Returns an empty list when the board is not known here.
]]
local board, known = KEYS[1], KEYS[2]
local expires_at = tonumber(ARGV[1])
if redis.call('EXISTS', known) == 0 then return {} end

local answers = {}
local function answer(points, before, after)
  answers[#answers + 1] = points
  answers[#answers + 1] = before
  answers[#answers + 1] = after
end
-- Whoever has fewer points than the last of the first has a rank behind them: looked up once a call.
local first = tonumber(ARGV[2])
local last_of_first = redis.call('ZREVRANGE', board, first - 1, first - 1, 'WITHSCORES')[2]
local least = last_of_first and tonumber(last_of_first) or -1
local function rank_of(member) return redis.call('ZREVRANK', board, member) or -1 end

for i = 3, #KEYS do
  local at = 3 + (i - 3) * 4
  local member, points, field, is_tracked = ARGV[at], tonumber(ARGV[at + 1]), ARGV[at + 2], ARGV[at + 3] == '1'
  local time, number = string.sub(member, 1, 6), string.sub(member, 7)
  local last = redis.call('HGET', KEYS[i], field)
  if last and last <= time then
    answer(last == time and '-1' or '-2', -1, -1)
  else
    local before = -1
    local has_ranks = is_tracked
    if last then
      local had = redis.call('ZSCORE', board, last .. number)
      if not had then
        -- An eviction has taken one of the two: half of the truth is none.
        redis.call('DEL', known)
        return {}
      end
      points = points + tonumber(had)
      has_ranks = has_ranks or points >= least
      if has_ranks then before = rank_of(last .. number) end
      redis.call('ZREM', board, last .. number)
    end
    has_ranks = has_ranks or points >= least
    local text = string.format('%.0f', points)
    redis.call('ZADD', board, text, member)
    redis.call('HSET', KEYS[i], field, time)
    if not last and expires_at > 0 then redis.call('PEXPIREAT', KEYS[i], expires_at) end
    answer(text, before, has_ranks and rank_of(member) or -1)
  end
end
if expires_at > 0 then redis.call('PEXPIREAT', board, expires_at) end
return answers
