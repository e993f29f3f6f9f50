--[[
  Adds points to players on the boards of one group. A game that is not newer than what its player has counts already:
  a player's games come in the order of their times, so a second delivery changes nothing.

  Members are looked up, taken out and put in together: one command for all of a region costs half of one each.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7]    known    there while the group is complete
  KEYS[8]    reached  hashes  what their keys begin with; a player's bucket is the rest, in the same slot.
                      A player is 6 bytes of time counted down, and the number of the region (1)

  ARGV[1] when Redis forgets the keys (ms), 0 for never
  ARGV[2] a rank (from 0) before which ranks are always told
  ARGV[3] the games, each of another player, 22 bytes each: time (6), player number (5), points (4), bucket (4),
          field of the player in the bucket (1), number of the region (1), whether ranks are wanted (1)

  Returns of each game that there is something to tell of: its position (from 0), its player's points, rank among all
  before and after, and rank in the region after (from 0, -1 for none or not wanted). Points are -1 when the game is its
  player's newest and counts already, and -2 when there is a newer one. Returns -1 alone when the group is not known here.
]]
local known, reached = KEYS[7], KEYS[8]
local expires_at, first, games = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local RECORD = 22
if redis.call('EXISTS', known) == 0 then return { -1 } end

local answers = {}
local function answer(position, points, before, after, in_region)
  local at = #answers
  answers[at + 1], answers[at + 2], answers[at + 3] = position, points, before
  answers[at + 4], answers[at + 5] = after, in_region
end

local function lists()
  local made = {}
  for region = 1, REGIONS do made[region] = {} end
  return made
end

-- What counts, and what players have so far.
local taken, taken_at, added = lists(), lists(), {}
for position = 0, #games / RECORD - 1 do
  local member, points, bucket, field, region, is_tracked = struct.unpack('>c11I4I4BBB', games, position * RECORD + 1)
  local time = struct.unpack('>I6', member)
  local key = reached .. bucket
  local last = redis.call('HGET', key, field)
  local last_time = last and struct.unpack('>I6', last)
  if last and last_time <= time then
    answer(position, last_time == time and -1 or -2, -1, -1, -1)
  else
    local game = {
      position = position, member = member, points = points, before = -1,
      key = key, field = field, region = region, is_tracked = is_tracked == 1, is_new = not last,
    }
    added[#added + 1] = game
    if last then
      local was_in = string.byte(last, 7)
      table.insert(taken[was_in], string.sub(last, 1, 6) .. string.sub(member, 7))
      table.insert(taken_at[was_in], game)
    end
  end
end
if #added == 0 then return answers end

-- Whoever has fewer points than the last of the first has a rank behind them. Of all regions together that is not looked
-- up but bounded: by the last of the first of a region, and by what every region has its share of the first with.
local function points_at(region, rank)
  local found = redis.call('ZREVRANGE', KEYS[region], rank, rank, 'WITHSCORES')[2]
  return found and tonumber(found) or -1
end
local share = math.ceil(first / REGIONS) - 1
local least_in, least = {}, points_at(1, share)
for region = 2, REGIONS do least = math.min(least, points_at(region, share)) end
for region = 1, REGIONS do
  least_in[region] = points_at(region, first - 1)
  least = math.max(least, least_in[region])
end

for region = 1, REGIONS do
  if #taken[region] > 0 then
    local had = redis.call('ZMSCORE', KEYS[region], unpack(taken[region]))
    for i, game in ipairs(taken_at[region]) do
      if not had[i] then
        -- An eviction has taken one of the two: half of the truth is none.
        redis.call('DEL', known)
        return { -1 }
      end
      game.points = game.points + tonumber(had[i])
      if game.is_tracked or game.points >= least then
        local rank = redis.call('ZREVRANK', KEYS[region], taken[region][i])
        game.before = rank_among_all(region, rank, had[i], taken[region][i])
      end
    end
  end
end

local pairs_of = lists()
for _, game in ipairs(added) do
  local list = pairs_of[game.region]
  list[#list + 1] = game.points
  list[#list + 1] = game.member
  redis.call('HSET', game.key, game.field, string.sub(game.member, 1, 6) .. string.char(game.region))
  if game.is_new and expires_at > 0 then redis.call('PEXPIREAT', game.key, expires_at) end
end
for region = 1, REGIONS do
  if #taken[region] > 0 then redis.call('ZREM', KEYS[region], unpack(taken[region])) end
end
for region = 1, REGIONS do
  if #pairs_of[region] > 0 then
    redis.call('ZADD', KEYS[region], unpack(pairs_of[region]))
    if expires_at > 0 then redis.call('PEXPIREAT', KEYS[region], expires_at) end
  end
end

for _, game in ipairs(added) do
  local is_told = game.is_tracked or game.points >= least
  if is_told or game.points >= least_in[game.region] then
    -- A board whose time has run out is gone again: then nobody has a rank.
    local in_region = redis.call('ZREVRANK', KEYS[game.region], game.member)
    local points = string.format('%.0f', game.points)
    local after = is_told and in_region and rank_among_all(game.region, in_region, points, game.member)
    answer(game.position, points, game.before, after or -1, in_region or -1)
  end
end
return answers
