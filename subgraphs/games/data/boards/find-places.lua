--[[
  Where players stand on one board.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7..]  reached  as in add-scores.lua: one key a player, or where scores hold times one for all

  ARGV[1]   the number of the region whose board it is, 0 for that of all
  ARGV[2]   what points are multiplied by in a score, as in add-scores.lua
  ARGV[3..] 5 bytes of player number; where scores hold no times, field of the player in the hash

  Returns for each player the member, the score and the rank (from 0), or three times false.
]]
local call = redis.call
local wanted, is_timed = tonumber(ARGV[1]), tonumber(ARGV[2]) > 1
local FIRST = 3

local members, scores, regions, count = {}, {}, {}, 0

-- Those that members of are numbers alone, and of the others those whose times are kept.
local function find_timed()
  count = #ARGV - FIRST + 1
  local left, left_at = {}, {}
  for i = 1, count do left[i], left_at[i] = ARGV[FIRST + i - 1], i end

  local function look(region, members_of)
    if #left == 0 or (wanted ~= 0 and wanted ~= region) then return end
    local found = call('ZMSCORE', KEYS[region], unpack(members_of))
    local rest, rest_at, rest_members = {}, {}, {}
    for own = 1, #left do
      local i = left_at[own]
      if found[own] then
        members[i], scores[i], regions[i] = members_of[own], found[own], region
      else
        rest[#rest + 1], rest_at[#rest_at + 1], rest_members[#rest_members + 1] = left[own], i, members_of[own]
      end
    end
    left, left_at = rest, rest_at
    return rest_members
  end

  for region = 1, REGIONS do look(region, left) end
  if #left == 0 then return end
  local times = call('HMGET', KEYS[REGIONS + 1], unpack(left))
  local with_time, with_time_at, with_times = {}, {}, {}
  for own = 1, #left do
    if times[own] then
      local size = #with_time + 1
      with_time[size], with_time_at[size], with_times[size] = left[own], left_at[own], times[own] .. left[own]
    end
  end
  left, left_at = with_time, with_time_at
  for region = 1, REGIONS do with_times = look(region, with_times) or with_times end
end

local function find_by_time()
  count = #KEYS - REGIONS
  for i = 1, count do
    local at = FIRST + (i - 1) * 2
    local last = call('HGET', KEYS[REGIONS + i], ARGV[at + 1])
    local region = last and string.byte(last, 7)
    if region and (wanted == 0 or wanted == region) then
      local member = string.sub(last, 1, 6) .. ARGV[at]
      members[i], scores[i], regions[i] = member, call('ZSCORE', KEYS[region], member), region
    end
  end
end

if is_timed then find_timed() else find_by_time() end

local answers = {}
for i = 1, count do
  local member, score, region = members[i], scores[i], regions[i]
  local rank = score and call('ZREVRANK', KEYS[region], member)
  if rank and wanted == 0 then rank = rank_among_all(region, rank, score, member) end
  answers[#answers + 1] = score and member or false
  answers[#answers + 1] = score or false
  answers[#answers + 1] = rank or false
end
return answers
