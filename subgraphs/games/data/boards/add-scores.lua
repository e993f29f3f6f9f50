--[[
  Adds points to players on one board. A game that is not newer than what its player has counts already:
  a player's games come in the order of their times, so a second delivery changes nothing.

  Members are looked up, taken out and put in together: one command for all of them costs half of one each.

  KEYS[1] board    zset  member (6 bytes of time counted down, 5 bytes of player number) scored by points
  KEYS[2] known    there while the board is complete
  KEYS[3] reached  hashes  what their keys begin with; a player's bucket is the rest, in the same slot

  ARGV[1] when Redis forgets the keys (ms), 0 for never
  ARGV[2] a rank (from 0) before which ranks are always told
  ARGV[3] the games, each of another player, 21 bytes each: time (6), player number (5), points (4), bucket (4),
          field of the player in the bucket (1), whether ranks are wanted (1)

  Returns of each game that there is something to tell of: its position (from 0), its player's points, rank before
  and rank after (from 0, -1 for none or not wanted). Points are -1 when the game is its player's newest and
  counts already, and -2 when the board has a newer one. Returns -1 alone when the board is not known here.
]]
local board, known, reached = KEYS[1], KEYS[2], KEYS[3]
local expires_at, games = tonumber(ARGV[1]), ARGV[3]
local RECORD = 21
if redis.call('EXISTS', known) == 0 then return { -1 } end

local answers = {}
local function answer(position, points, before, after)
  local at = #answers
  answers[at + 1], answers[at + 2], answers[at + 3], answers[at + 4] = position, points, before, after
end
local function rank_of(member) return redis.call('ZREVRANK', board, member) or -1 end

-- What counts, and what players have so far.
local taken, taken_at, added = {}, {}, {}
for position = 0, #games / RECORD - 1 do
  local time, number, points, bucket, field, is_tracked = struct.unpack('>c6c5I4I4BB', games, position * RECORD + 1)
  local key = reached .. bucket
  local last = redis.call('HGET', key, field)
  if last and last <= time then
    answer(position, last == time and -1 or -2, -1, -1)
  else
    added[#added + 1] = {
      position = position, member = time .. number, points = points, before = -1,
      key = key, field = field, time = time, is_tracked = is_tracked == 1,
    }
    if last then
      taken[#taken + 1] = last .. number
      taken_at[#taken_at + 1] = added[#added]
    else
      added[#added].is_new = true
    end
  end
end
if #added == 0 then return answers end

-- Whoever has fewer points than the last of the first has a rank behind them: looked up once a call.
local first = tonumber(ARGV[2])
local last_of_first = redis.call('ZREVRANGE', board, first - 1, first - 1, 'WITHSCORES')[2]
local least = last_of_first and tonumber(last_of_first) or -1

if #taken > 0 then
  local had = redis.call('ZMSCORE', board, unpack(taken))
  for i, game in ipairs(taken_at) do
    if not had[i] then
      -- An eviction has taken one of the two: half of the truth is none.
      redis.call('DEL', known)
      return { -1 }
    end
    game.points = game.points + tonumber(had[i])
    if game.is_tracked or game.points >= least then game.before = rank_of(taken[i]) end
  end
  redis.call('ZREM', board, unpack(taken))
end

local pairs_of = {}
for i, game in ipairs(added) do
  pairs_of[2 * i - 1], pairs_of[2 * i] = game.points, game.member
  redis.call('HSET', game.key, game.field, game.time)
  if game.is_new and expires_at > 0 then redis.call('PEXPIREAT', game.key, expires_at) end
end
redis.call('ZADD', board, unpack(pairs_of))
if expires_at > 0 then redis.call('PEXPIREAT', board, expires_at) end

for _, game in ipairs(added) do
  if game.is_tracked or game.points >= least then
    answer(game.position, string.format('%.0f', game.points), game.before, rank_of(game.member))
  end
end
return answers
